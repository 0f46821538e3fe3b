with

source as (

    select * from {{ ref('organization_aliases') }}

),

renamed as (

    select
        organization_id,
        alias,
        {{ name_key('alias') }} as name_key
    from source

)

select * from renamed
