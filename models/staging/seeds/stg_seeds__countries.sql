with

source as (

    select * from {{ ref('country_register') }}

),

renamed as (

    select
        country_code,
        country_code_2,
        country_number,
        name as country_name,
        official_name,
        region,
        subregion,
        capital
    from source

)

select * from renamed
