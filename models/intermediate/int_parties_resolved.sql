{{ kept_up_with('int_articles_changed', ['article_id']) }}
-- Each party of each fact, with the organisation or state it is. A name is looked up as an
-- organisation first ("Korean space agency"), then as a state ("Seoul"); the code the fact states
-- is believed before the code of what the name was resolved to.
with

parties as (

    select
        *,
        {{ name_key('party_name') }} as name_key
    from {{ ref('stg_raw__fact_parties') }}
    where {{ is_due('article_id') }}

),

organizations as (

    select * from {{ ref('stg_seeds__organizations') }}

),

organization_names as (

    select
        name_key,
        min(organization_id) as organization_id
    from {{ ref('stg_seeds__organization_aliases') }}
    group by name_key
    having count(distinct organization_id) = 1

),

country_names as (

    select
        name_key,
        min(country_code) as country_code
    from {{ ref('stg_seeds__country_names') }}
    group by name_key
    having count(distinct country_code) = 1

),

countries as (

    select * from {{ ref('stg_seeds__countries') }}

),

body_codes as (

    select
        party_code,
        organization_id
    from organizations
    where organization_type = 'intergovernmental'
    qualify row_number() over (
        partition by party_code
        order by
            acronym = party_code desc nulls last,
            parent_organization_id is null desc,
            organization_id asc
    ) = 1

),

looked_up as (

    select
        parties.*,
        organizations.organization_id,
        organizations.party_code as organization_party_code,
        organizations.organization_type,
        country_names.country_code as named_country_code
    from parties
    left join organization_names on parties.name_key = organization_names.name_key
    -- An alias may be shared by bodies of several states ("Ministry of Defence"): the code decides.
    left join organizations
        on
            organization_names.organization_id = organizations.organization_id
            and (parties.stated_code is null or parties.stated_code = organizations.party_code)
    left join country_names
        on
            parties.name_key = country_names.name_key
            and (parties.stated_code is null or parties.stated_code = country_names.country_code)

),

coded as (

    select
        *,
        coalesce(stated_code, organization_party_code, named_country_code) as resolved_code
    from looked_up

),

resolved as (

    select
        coded.mention_id,
        coded.fact_id,
        coded.article_id,
        coded.role,
        coded.position,
        coded.party_name,
        coded.stated_code,
        coalesce(coded.resolved_code, 'unknown') as party_code,
        countries.country_code,
        case
            when coded.organization_id is not null then 'organization'
            when coded.named_country_code is not null then 'country'
            when body_codes.organization_id is not null then 'organization'
            else 'found'
        end as resolution,
        case
            when coded.organization_id is not null then coded.organization_id
            when coded.named_country_code is not null then null
            when body_codes.organization_id is not null then body_codes.organization_id
            else 'found_' || left(md5(coded.name_key || coalesce(coded.resolved_code, '')), 12)
        end as organization_id
    from coded
    left join countries on coded.resolved_code = countries.country_code
    left join body_codes on coded.resolved_code = body_codes.party_code

),

identified as (

    select
        *,
        coalesce(organization_id, country_code) as party_id
    from resolved

)

select * from identified
