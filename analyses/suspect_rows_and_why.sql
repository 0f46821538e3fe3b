-- Which rows look wrong, and why? Nothing was changed: this is what to look up before citing them.
-- One row per suspicion; errors first, and what a person looked at and found right last.
with

params as (

    select array['error', 'warning', 'info'] as severities

),

final as (

    select
        quality.severity,
        quality.check_name,
        quality.row_kind,
        quality.row_id,
        timeline.what,
        quality.field,
        quality.value,
        quality.reason,
        quality.accepted_because,
        quality.article_key,
        quality.quote
    from data_quality as quality
    inner join params on list_contains(params.severities, quality.severity)
    left join cooperation_timeline as timeline on quality.row_id = timeline.row_id
    order by
        quality.is_accepted asc,
        list_position(params.severities, quality.severity) asc,
        quality.check_name asc,
        quality.row_id asc,
        quality.issue_id asc

)

select * from final
