with

parties as (

    select distinct
        event_id,
        kind,
        country_code
    from {{ ref('int_event_parties') }}
    where role = 'party' and country_code is not null

),

events as (

    select
        event_id,
        year(coalesce(case when kind <> 'commitment' then date_from end, first_reported_on))
            as event_year
    from {{ ref('int_events_chosen') }}

),

pairs as (

    select
        one.country_code as country_code_a,
        other.country_code as country_code_b,
        one.kind,
        events.event_year
    from parties as one
    inner join parties as other
        on
            one.event_id = other.event_id
            and one.country_code < other.country_code
    inner join events on one.event_id = events.event_id
    where events.event_year is not null

),

final as (

    select
        country_code_a,
        country_code_b,
        event_year,
        count(*) filter (where kind = 'agreement') as agreement_count,
        count(*) filter (where kind = 'meeting') as meeting_count,
        count(*) filter (where kind = 'commitment') as commitment_count
    from pairs
    group by country_code_a, country_code_b, event_year

)

select * from final
