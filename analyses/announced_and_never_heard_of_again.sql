-- Which agreements and meetings were announced for a time that has passed, with no article that
-- says what became of them?
-- One row per such agreement or meeting with the sentence that announced it.
with

params as (

    select 'passed_without_report' as check_name

),

final as (

    select
        timeline.row_kind,
        timeline.happens_edtf as announced_for,
        timeline.status,
        timeline.what,
        timeline.party_names,
        timeline.first_reported_on,
        quality.article_key,
        quality.quote,
        timeline.row_id
    from data_quality as quality
    inner join params on quality.check_name = params.check_name
    inner join cooperation_timeline as timeline on quality.row_id = timeline.row_id
    order by
        timeline.happens_to asc,
        timeline.row_id asc

)

select * from final
