with

source as (

    select * from {{ ref('programme_register') }}

),

renamed as (

    select
        programme_id,
        name as programme_name,
        programme_type,
        lead_party_code,
        is_multilateral,
        description
    from source

)

select * from renamed
