-- Which recurring dialogues are there, and when were their sessions held, or meant to be held?
-- One row per session, kept together by who takes part; articles name one series differently.
with

params as (

    select array['dialogue', 'conference', 'summit', 'ministerial'] as meeting_types

),

final as (

    select
        meetings.country_codes,
        meetings.series,
        meetings.ordinal,
        meetings.held_edtf,
        meetings.place,
        meetings.status,
        meetings.party_names,
        meetings.article_count,
        meetings.meeting_id
    from meetings
    inner join params on list_contains(params.meeting_types, meetings.meeting_type)
    where meetings.series is not null
    order by
        meetings.country_codes asc,
        meetings.held_from asc nulls last,
        meetings.ordinal asc,
        meetings.meeting_id asc

)

select * from final
