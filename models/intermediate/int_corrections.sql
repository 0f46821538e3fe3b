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

splits as (

    select distinct target_id from corrections
    where action = 'split'

),

-- Each mention with the row it is in before any merge; a row is named after its first mention.
targets as (

    select
        matched.mention_id as target_id,
        matched.kind,
        matched.mention_id = matched.event_id as is_first,
        case when splits.target_id is null then matched.event_id else matched.mention_id end
            as row_id
    from matched
    left join splits on matched.mention_id = splits.target_id

),

mergers as (

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
    from mergers

    union all

    select
        chains.target_id,
        mergers.value as kept_id,
        chains.step_number + 1 as step_number
    from chains
    inner join mergers on chains.kept_id = mergers.target_id
    where chains.step_number < 20

),

ends as (

    select
        target_id,
        kept_id
    from chains
    where kept_id not in (select mergers.target_id from mergers)

),

judged as (

    select
        corrections.*,
        kept.target_id as kept_id,
        coalesce(
            targets.kind = corrections.row_kind
            and case corrections.action
                when 'merge'
                    then
                        targets.row_id = targets.target_id
                        and kept.row_id = kept.target_id
                        and kept.kind = targets.kind
                -- Splitting off the mention that names the row would leave all as it is.
                when 'split' then not targets.is_first
                else true
            end,
            false
        ) as is_applicable,
        coalesce(corrections.action = 'merge' and targets.row_id = kept.row_id, false) as is_done,
        articles.article_key is not null as is_article_present
    from corrections
    left join targets on corrections.target_id = targets.target_id
    left join articles on corrections.article_key = articles.article_key
    left join ends
        on
            corrections.target_id = ends.target_id
            and corrections.action = 'merge'
    left join targets as kept on ends.kept_id = kept.target_id

),

final as (

    select
        correction_id,
        action,
        row_kind,
        article_key,
        target_id,
        field,
        value,
        reviewer,
        corrected_on,
        reason,
        kept_id,
        is_applicable,
        action <> 'accept' and is_article_present and not is_applicable and not is_done as is_stale
    from judged

)

select * from final
