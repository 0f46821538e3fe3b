with

source as (

    select * from {{ ref('programme_aliases') }}

),

renamed as (

    select
        programme_id,
        alias,
        {{ name_key('alias') }} as name_key
    from source

)

select * from renamed
