-- Which agreements, meetings and promises are told by several articles, and do these agree?
-- One row per event with at least two articles; the best covered first.
with

params as (

    select 2 as least_articles

),

disputes as (

    select
        row_id,
        string_agg(distinct field, ', ' order by field) as disputed_fields
    from claims
    where is_disputed
    group by row_id

),

sources as (

    select
        row_id,
        string_agg(distinct article_key, '; ' order by article_key) as article_keys,
        count(*) as quote_count
    from evidence
    group by row_id

),

final as (

    select
        timeline.row_kind,
        timeline.row_id,
        timeline.happens_edtf,
        timeline.what,
        timeline.party_names,
        timeline.article_count,
        sources.quote_count,
        disputes.disputed_fields,
        sources.article_keys
    from cooperation_timeline as timeline
    inner join params on timeline.article_count >= params.least_articles
    inner join sources on timeline.row_id = sources.row_id
    left join disputes on timeline.row_id = disputes.row_id
    order by
        timeline.article_count desc,
        timeline.happens_from asc,
        timeline.row_id asc

)

select * from final
