-- Reviewed corrections beside what they aim at. One whose target is not in this warehouse changes
-- nothing; `is_stale` tells those whose article is here while the target is gone.
with recursive

corrections as (

    select * from {{ ref('corrections') }}

),

matched as (

    select * from {{ ref('int_mentions_matched') }}

),

articles as (

    select distinct article_key from {{ ref('int_articles_merged') }}

),

-- A row is named after its first mention; splitting that one off would leave all as it is.
targets as (

    select
        mention_id as target_id,
        kind,
        mention_id = event_id as is_row
    from matched

),

rows_to_keep as (

    select
        target_id,
        kind
    from targets
    where is_row
    union
    select
        targets.target_id,
        targets.kind
    from targets
    inner join corrections
        on
            targets.target_id = corrections.target_id
            and corrections.action = 'split'

),

merges as (

    select
        target_id,
        value
    from corrections
    where action = 'merge'

),

-- A row merged into a row that was merged away itself ends where that one does; the limit ends
-- merges that go round in a circle.
chains as (

    select
        target_id,
        value as kept_id,
        1 as step_number
    from merges

    union all

    select
        chains.target_id,
        merges.value as kept_id,
        chains.step_number + 1 as step_number
    from chains
    inner join merges on chains.kept_id = merges.target_id
    where chains.step_number < 20

),

ends as (

    select
        target_id,
        kept_id
    from chains
    where kept_id not in (select target_id from merges)

),

judged as (

    select
        corrections.*,
        kept.target_id as kept_id,
        coalesce(
            targets.kind = corrections.row_kind
            and case corrections.action
                when 'merge' then retired.target_id is not null and kept.kind = targets.kind
                when 'split' then not targets.is_row
                else true
            end,
            false
        ) as is_applicable,
        articles.article_key is not null as is_article_present
    from corrections
    left join targets on corrections.target_id = targets.target_id
    left join articles on corrections.article_key = articles.article_key
    left join rows_to_keep as retired on corrections.target_id = retired.target_id
    left join ends
        on
            corrections.target_id = ends.target_id
            and corrections.action = 'merge'
    left join rows_to_keep as kept on ends.kept_id = kept.target_id

),

final as (

    select
        * exclude (is_article_present),
        action <> 'accept' and is_article_present and not is_applicable as is_stale
    from judged

)

select * from final
