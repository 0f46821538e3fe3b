with

registered as (

    select * from {{ ref('stg_seeds__organizations') }}

),

parties as (

    select * from {{ ref('int_event_parties') }}
    where organization_id is not null

),

used as (

    select
        organization_id,
        min(party_code) as party_code,
        min(country_code) as country_code,
        min(party_name) as party_name,
        count(distinct event_id) as event_count
    from parties
    group by organization_id

),

final as (

    select
        coalesce(registered.organization_id, used.organization_id) as organization_id,
        coalesce(registered.organization_name, used.party_name) as organization_name,
        registered.acronym,
        registered.organization_type,
        coalesce(registered.country_code, used.country_code) as country_code,
        coalesce(registered.party_code, used.party_code) as party_code,
        registered.parent_organization_id,
        registered.established_year,
        registered.dissolved_year,
        registered.website_domain,
        registered.organization_id is not null as is_registered,
        coalesce(used.event_count, 0) as event_count
    from registered
    full outer join used on registered.organization_id = used.organization_id

)

select * from final
