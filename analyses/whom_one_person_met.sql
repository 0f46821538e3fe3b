-- Where did one person turn up: which meetings did they attend, with whom, and what did they sign?
-- One row per meeting attended or agreement signed, in the order of time.
with

params as (

    select 'yoon_suk_yeol' as person_id

),

appearances as (

    select
        person_id,
        'attended' as part_taken,
        meeting_id as row_id
    from meeting_participants
    where participant_type = 'person'

    union all

    select
        person_id,
        'signed' as part_taken,
        agreement_id as row_id
    from agreement_signatories

),

companions as (

    select
        appearances.row_id,
        string_agg(distinct people.person_name, '; ' order by people.person_name) as people
    from appearances
    inner join people on appearances.person_id = people.person_id
    cross join params
    where appearances.person_id <> params.person_id
    group by appearances.row_id

),

final as (

    select
        people.person_name,
        appearances.part_taken,
        timeline.happens_edtf,
        timeline.row_type,
        timeline.what,
        timeline.party_names,
        companions.people as with_people,
        timeline.row_id
    from appearances
    inner join params on appearances.person_id = params.person_id
    inner join people on appearances.person_id = people.person_id
    inner join cooperation_timeline as timeline on appearances.row_id = timeline.row_id
    left join companions on appearances.row_id = companions.row_id
    order by
        timeline.happens_from asc nulls last,
        timeline.row_id asc

)

select * from final
