{{ kept_up_with('int_events_changed', ['event_id']) }}
-- One row per event, role and party, over all articles that tell of it.
with

parties as (

    select * from {{ ref('int_parties_resolved') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

joined as (

    select
        grouped.event_id,
        grouped.kind,
        parties.role,
        parties.party_id,
        parties.party_code,
        parties.country_code,
        parties.organization_id,
        parties.resolution,
        parties.party_name,
        parties.position,
        parties.article_id,
        mentions.first_run_number,
        mentions.reported_on
    from parties
    inner join grouped on parties.mention_id = grouped.mention_id
    inner join mentions on parties.mention_id = mentions.mention_id

),

counted as (

    select
        *,
        count(distinct article_id) over (partition by event_id, role, party_id) as article_count,
        row_number() over (
            partition by event_id, role, party_id
            order by first_run_number asc, reported_on asc nulls last, article_id asc, position asc
        ) as name_rank
    from joined

)

select * exclude (name_rank, article_id, first_run_number, reported_on)
from counted
where name_rank = 1
