-- Which row each mention belongs to: what was matched, with people's corrections on top. A mention
-- split off is a row of its own, a row merged away is the row it was merged into, and what was
-- retracted is in no row.
with

matched as (

    select * from {{ ref('int_mentions_matched') }}

),

corrections as (

    select * from {{ ref('int_corrections') }}
    where is_applicable

),

split_off as (

    select
        matched.mention_id,
        matched.kind,
        matched.article_id,
        case when splits.target_id is null then matched.event_id else matched.mention_id end
            as event_id,
        case when splits.target_id is null then matched.joined_mention_id end as joined_mention_id,
        case when splits.target_id is null then matched.score end as score,
        coalesce('split off: ' || splits.reason, matched.reason) as reason
    from matched
    left join corrections as splits
        on
            matched.mention_id = splits.target_id
            and splits.action = 'split'

),

merged as (

    select
        split_off.mention_id,
        split_off.kind,
        split_off.article_id,
        split_off.joined_mention_id,
        split_off.score,
        coalesce(mergers.kept_id, split_off.event_id) as event_id,
        coalesce('merged: ' || mergers.reason, split_off.reason) as reason
    from split_off
    left join corrections as mergers
        on
            split_off.event_id = mergers.target_id
            and mergers.action = 'merge'

),

kept as (

    select merged.*
    from merged
    left join corrections as retractions
        on
            retractions.action = 'retract'
            and retractions.target_id in (merged.mention_id, merged.event_id)
    where retractions.target_id is null

)

select
    mention_id,
    kind,
    article_id,
    event_id,
    joined_mention_id,
    score,
    reason
from kept
