with

source as (

    select * from {{ ref('person_aliases') }}

),

renamed as (

    select
        person_id,
        alias,
        alias_type,
        {{ name_key('alias') }} as name_key
    from source

)

select * from renamed
