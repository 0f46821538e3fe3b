with

source as (

    select * from {{ ref('country_names') }}

),

renamed as (

    select
        country_code,
        name,
        name_type,
        {{ name_key('name') }} as name_key
    from source

)

select * from renamed
