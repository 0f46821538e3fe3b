with

events as (

    select
        *,
        cast(space_value as boolean) as is_space
    from {{ ref('int_events_chosen') }}
    where kind = 'meeting'

),

-- A code for the type of thing goes before the code for any.
event_codes as (

    select
        events.event_id,
        codes.cameo_code,
        codes.plover_type
    from events
    inner join {{ ref('event_codes') }} as codes
        on
            codes.row_kind = 'meeting'
            and events.status_value = codes.status
            and codes.row_type in (events.type_value, 'any')
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
    where role = 'party'
    group by event_id

),

final as (

    select
        events.event_id as meeting_id,
        events.type_value as meeting_type,
        events.status_value as status,
        events.series_value as series,
        cast(events.ordinal_value as integer) as ordinal,
        case when events.date_precision = 'day' then events.date_from end as held_on,
        events.date_edtf as held_edtf,
        events.date_from as held_from,
        events.date_to as held_to,
        events.date_precision as held_precision,
        events.is_date_approximate as is_held_approximate,
        events.date_text as held_text,
        events.date_basis as held_basis,
        events.place_value as place,
        events.place_value = 'online' as is_online,
        event_codes.cameo_code,
        event_codes.plover_type,
        events.is_space,
        parties.country_codes,
        parties.party_names,
        parties.party_count,
        events.article_count,
        events.mention_count,
        events.disputed_field_count,
        events.method,
        events.confidence,
        events.first_reported_on,
        events.last_reported_on,
        events.first_run_id
    from events
    left join parties on events.event_id = parties.event_id
    left join event_codes on events.event_id = event_codes.event_id

)

select * from final
