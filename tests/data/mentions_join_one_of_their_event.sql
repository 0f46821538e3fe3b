-- The mention that another was merged with is in the same event, so that the reason holds.
{{ config(severity='warn') }}

with

matched as (

    select * from {{ ref('int_mentions_matched') }}

)

select
    matched.mention_id,
    matched.event_id,
    matched.joined_mention_id,
    joined.event_id as joined_event_id,
    matched.reason,
    matched.score
from matched
inner join matched as joined on matched.joined_mention_id = joined.mention_id
where matched.event_id <> joined.event_id
