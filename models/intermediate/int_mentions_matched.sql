-- Which event each mention tells of. A mention joins its best earlier partner or stays an event of
-- its own, so that a new article never moves an older mention, and an event keeps the id of its
-- first mention. Two mentions of one article are two events by the codebook.
with recursive

mentions as (

    select * from {{ ref('int_mentions') }}

),

pairs as (

    select * from {{ ref('int_mention_pairs') }}

),

best_pairs as (

    select
        later_mention_id,
        earlier_mention_id,
        score,
        reason
    from pairs
    where reason is not null
    qualify row_number() over (
        partition by later_mention_id
        order by score desc, earlier_mention_order asc
    ) = 1

),

chains as (

    select
        mentions.mention_id,
        mentions.mention_id as event_id
    from mentions
    left join best_pairs on mentions.mention_id = best_pairs.later_mention_id
    where best_pairs.later_mention_id is null

    union all

    select
        best_pairs.later_mention_id as mention_id,
        chains.event_id
    from best_pairs
    inner join chains on best_pairs.earlier_mention_id = chains.mention_id

),

placed as (

    select
        mentions.mention_id,
        mentions.kind,
        mentions.article_id,
        chains.event_id,
        best_pairs.earlier_mention_id,
        best_pairs.score,
        best_pairs.reason,
        row_number() over (
            partition by chains.event_id, mentions.article_id
            order by best_pairs.score desc nulls first, mentions.position asc
        ) as place_in_article
    from mentions
    inner join chains on mentions.mention_id = chains.mention_id
    left join best_pairs on mentions.mention_id = best_pairs.later_mention_id

),

grouped as (

    select
        mention_id,
        kind,
        article_id,
        case when place_in_article = 1 then event_id else mention_id end as event_id,
        case when place_in_article = 1 then earlier_mention_id end as joined_mention_id,
        case when place_in_article = 1 then score end as score,
        case when place_in_article = 1 then reason end as reason
    from placed

)

select * from grouped
