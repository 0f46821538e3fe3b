with

source as (

    select * from {{ ref('organization_register') }}

),

renamed as (

    select
        organization_id,
        name as organization_name,
        acronym,
        organization_type,
        country_code,
        party_code,
        parent_organization_id,
        established_year,
        dissolved_year,
        website_domain
    from source

)

select * from renamed
