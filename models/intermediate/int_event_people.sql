{{ kept_up_with('int_events_changed', ['event_id']) }}
-- One row per event and person who attended or signed, over all articles that tell of it.
with

people as (

    select * from {{ ref('int_people_resolved') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

joined as (

    select
        grouped.event_id,
        grouped.kind,
        people.*
    from people
    inner join grouped on people.mention_id = grouped.mention_id

),

counted as (

    select
        event_id,
        kind,
        person_id,
        party_code,
        is_registered,
        person_name,
        stated_office,
        position,
        count(distinct article_id) over (partition by event_id, person_id) as article_count,
        row_number() over (
            partition by event_id, person_id
            order by length(person_name) desc, article_id asc, position asc
        ) as name_rank
    from joined

)

select * exclude (name_rank)
from counted
where name_rank = 1
