-- Pairs of reviewed facts that people say are one event, against the pairs that were matched;
-- before corrections, which would hide what the matching missed.
with

labels as (

    select * from {{ ref('reviewed_events') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

grouped as (

    select * from {{ ref('int_mentions_matched') }}

),

labelled as (

    select
        mentions.mention_id,
        mentions.kind,
        mentions.article_id,
        labels.event_key,
        grouped.event_id
    from labels
    inner join articles on labels.article_key = articles.article_key
    inner join mentions
        on
            articles.article_id = mentions.article_id
            and labels.kind = mentions.kind
            and labels.position = mentions.position
            and mentions.method = 'reviewed'
    inner join grouped on mentions.mention_id = grouped.mention_id

),

pairs as (

    select
        one.kind,
        one.event_key = other.event_key as is_one_event,
        one.event_id = other.event_id as is_merged
    from labelled as one
    inner join labelled as other
        on
            one.kind = other.kind
            and one.mention_id < other.mention_id
            and (one.event_key = other.event_key or one.event_id = other.event_id)

),

by_kind as (

    select
        kind,
        is_one_event,
        is_merged
    from pairs

    union all

    select
        'all' as kind,
        is_one_event,
        is_merged
    from pairs

),

counted as (

    select
        kind,
        count(*) filter (where is_one_event) as true_pair_count,
        count(*) filter (where is_merged) as merged_pair_count,
        count(*) filter (where is_one_event and is_merged) as right_pair_count
    from by_kind
    group by kind

),

final as (

    select
        kind,
        true_pair_count,
        merged_pair_count,
        right_pair_count,
        round(right_pair_count / nullif(merged_pair_count, 0), 3) as pair_precision,
        round(right_pair_count / nullif(true_pair_count, 0), 3) as pair_recall,
        round(2 * right_pair_count / nullif(true_pair_count + merged_pair_count, 0), 3) as pair_f1
    from counted

)

select * from final
