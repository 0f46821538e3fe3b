with

events as (

    select * from {{ ref('int_events_described') }}
    where kind = 'meeting'

),

final as (

    select
        events.event_id as meeting_id,
        events.type_value as meeting_type,
        events.status_value as status,
        events.series_value as series,
        cast(events.ordinal_value as integer) as ordinal,
        events.date_on as held_on,
        events.date_edtf as held_edtf,
        events.date_from as held_from,
        events.date_to as held_to,
        events.date_precision as held_precision,
        events.is_date_approximate as is_held_approximate,
        events.date_text as held_text,
        events.date_basis as held_basis,
        events.place_value as place,
        events.place_value = 'online' as is_online,
        events.cameo_code,
        events.plover_type,
        events.is_space,
        events.country_codes,
        events.party_names,
        events.party_count,
        events.article_count,
        events.mention_count,
        events.disputed_field_count,
        events.method,
        events.confidence,
        events.first_reported_on,
        events.last_reported_on,
        events.first_run_id
    from events

)

select * from final
