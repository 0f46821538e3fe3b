-- Reviewed corrections beside what they aim at. One whose target is not in this warehouse changes
-- nothing; `is_stale` tells those whose article is here while the target is gone.
with

corrections as (

    select * from {{ ref('corrections') }}

),

matched as (

    select * from {{ ref('int_mentions_matched') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

targets as (

    select mention_id as target_id from matched
    union
    select event_id as target_id from matched

),

kept as (

    select event_id as target_id from matched

),

present_articles as (

    select distinct article_key from articles

),

judged as (

    select
        corrections.*,
        coalesce(
            targets.target_id is not null
            and (corrections.action <> 'merge' or kept.target_id is not null),
            false
        ) as is_applicable,
        present_articles.article_key is not null as is_article_present
    from corrections
    left join targets on corrections.target_id = targets.target_id
    left join (select distinct target_id from kept) as kept on corrections.value = kept.target_id
    left join present_articles on corrections.article_key = present_articles.article_key

),

final as (

    select
        * exclude (is_article_present),
        action <> 'accept' and is_article_present and not is_applicable as is_stale
    from judged

)

select * from final
