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

    select * from {{ ref('int_events_chosen') }}

),

pairs as (

    select
        one.country_code as country_code_a,
        other.country_code as country_code_b,
        one.event_id,
        one.kind,
        events.date_from,
        events.status_value as status
    from parties as one
    inner join parties as other
        on
            one.event_id = other.event_id
            and one.country_code < other.country_code
    inner join events on one.event_id = events.event_id

),

final as (

    select
        country_code_a,
        country_code_b,
        count(*) filter (where kind = 'agreement') as agreement_count,
        count(*) filter (where kind = 'meeting') as meeting_count,
        count(*) filter (where kind = 'commitment') as commitment_count,
        min(
            case
                when
                    kind = 'commitment'
                    or status in ('proposed', 'negotiating', 'planned', 'cancelled')
                    then null
                else date_from
            end
        )
            as first_contact_from,
        max(case when kind = 'meeting' and status = 'held' then date_from end) as last_meeting_from,
        max(case when kind = 'agreement' then date_from end) as last_agreement_from
    from pairs
    group by country_code_a, country_code_b

)

select * from final
