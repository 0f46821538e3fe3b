with

source as (

    select * from {{ ref('exchange_rates') }}

),

renamed as (

    select
        currency_code,
        rate_year,
        units_per_usd,
        source as rate_source
    from source

)

select * from renamed
