{{ kept_up_with('int_events_changed', ['event_id']) }}
-- Each two countries that are parties to one event, in the order of their codes.
with

parties as (

    select distinct
        event_id,
        country_code
    from {{ ref('int_event_parties') }}
    where
        role = 'party'
        and country_code is not null
        and {{ is_due('event_id', 'int_events_changed') }}

),

events as (

    select * from {{ ref('int_events_chosen') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

pairs as (

    select
        one.country_code as country_code_a,
        other.country_code as country_code_b,
        events.event_id,
        events.kind,
        events.date_from,
        events.status_value as status,
        -- A promise counts when it was made, not when it is due.
        year(coalesce(
            case when events.kind <> 'commitment' then events.date_from end,
            events.first_reported_on
        )) as event_year
    from parties as one
    inner join parties as other
        on
            one.event_id = other.event_id
            and one.country_code < other.country_code
    inner join events on one.event_id = events.event_id

)

select * from pairs
