{{ kept_up_with('int_events_changed', ['event_id']) }}
-- What the three marts of events have in common: the values taken, the parties as lists, and the
-- code that other event data give such an event.
with

events as (

    select * from {{ ref('int_events_chosen') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

codes as (

    select * from {{ ref('event_codes') }}

),

-- A code for the type of thing, or the strength of a promise, goes before the code for any.
event_codes as (

    select
        events.event_id,
        codes.cameo_code,
        codes.plover_type
    from events
    inner join codes
        on
            events.kind = codes.row_kind
            and events.status_value = codes.status
            and codes.row_type
            in (coalesce(events.type_value, events.strength_value, 'any'), 'any')
    qualify row_number() over (
        partition by events.event_id
        order by codes.row_type = 'any' asc, codes.cameo_code asc
    ) = 1

),

parties as (

    select
        event_id,
        list_sort(list(distinct party_code)) as country_codes,
        string_agg(party_name, '; ' order by position, party_name) as party_names,
        count(*) as party_count
    from {{ ref('int_event_parties') }}
    where role = 'party' and {{ is_due('event_id', 'int_events_changed') }}
    group by event_id

),

described as (

    select
        events.*,
        cast(events.space_value as boolean) as is_space,
        case when events.date_precision = 'day' then events.date_from end as date_on,
        event_codes.cameo_code,
        event_codes.plover_type,
        parties.country_codes,
        parties.party_names,
        parties.party_count
    from events
    left join parties on events.event_id = parties.event_id
    left join event_codes on events.event_id = event_codes.event_id

)

select * from described
