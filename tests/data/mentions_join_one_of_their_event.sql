-- The mention that another was merged with is in the same event, so that the reason holds.
{{ config(severity='warn') }}

with

grouped as (

    select * from {{ ref('int_mentions_grouped') }}

)

select
    grouped.mention_id,
    grouped.event_id,
    grouped.joined_mention_id,
    joined.event_id as joined_event_id,
    grouped.reason,
    grouped.score
from grouped
inner join grouped as joined on grouped.joined_mention_id = joined.mention_id
where grouped.event_id <> joined.event_id
