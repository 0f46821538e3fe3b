with

source as (

    select * from {{ ref('person_register') }}

),

renamed as (

    select
        person_id,
        name as person_name,
        country_code,
        party_code
    from source

)

select * from renamed
