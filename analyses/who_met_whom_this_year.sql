-- Who has met whom this year? "This year" is the latest year in which a meeting was held.
-- One row per meeting held in that year, in the order of their days.
with

held_meetings as (

    select * from meetings
    where status = 'held'

),

params as (

    select max(extract(year from held_from)) as met_in_year
    from held_meetings

),

people_present as (

    select
        meeting_id,
        string_agg(participant_name, '; ' order by participant_name) as people
    from meeting_participants
    where participant_type = 'person'
    group by meeting_id

),

final as (

    select
        held_meetings.meeting_id,
        held_meetings.held_edtf,
        held_meetings.meeting_type,
        held_meetings.series,
        held_meetings.place,
        held_meetings.party_names,
        people_present.people,
        held_meetings.article_count
    from held_meetings
    inner join params on extract(year from held_meetings.held_from) = params.met_in_year
    left join people_present on held_meetings.meeting_id = people_present.meeting_id
    order by
        held_meetings.held_from asc,
        held_meetings.meeting_id asc

)

select * from final
