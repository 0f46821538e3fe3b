with

registered as (

    select * from {{ ref('stg_seeds__people') }}

),

offices as (

    select
        person_id,
        office as latest_office,
        office_type as latest_office_type,
        organization_id,
        term_from_edtf,
        term_to_edtf
    from {{ ref('stg_seeds__person_offices') }}
    qualify row_number() over (
        partition by person_id
        order by term_from desc nulls last, office asc
    ) = 1

),

used as (

    select
        person_id,
        min(party_code) as party_code,
        min(person_name) as person_name,
        max(stated_office) as stated_office,
        count(distinct event_id) as event_count
    from {{ ref('int_event_people') }}
    group by person_id

),

final as (

    select
        coalesce(registered.person_id, used.person_id) as person_id,
        coalesce(registered.person_name, used.person_name) as person_name,
        coalesce(registered.party_code, used.party_code) as party_code,
        registered.country_code,
        coalesce(offices.latest_office, used.stated_office) as latest_office,
        offices.latest_office_type,
        offices.organization_id,
        offices.term_from_edtf,
        offices.term_to_edtf,
        registered.person_id is not null as is_registered,
        coalesce(used.event_count, 0) as event_count
    from registered
    full outer join used on registered.person_id = used.person_id
    left join offices on coalesce(registered.person_id, used.person_id) = offices.person_id

)

select * from final
