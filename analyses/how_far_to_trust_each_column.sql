-- How far can a column be trusted where the rules read it, on texts they were not written for?
-- One row per kind of fact and column, first the fact as a whole, then what is least often right.
with

params as (

    select 'blind' as gold_set

),

final as (

    select
        quality.kind,
        nullif(quality.field, '') as field,
        max(quality.value) filter (quality.measure = 'field_accuracy') as right_in_facts_found,
        max(quality.support) filter (quality.measure = 'field_accuracy') as facts_found,
        max(quality.value) filter (
            quality.measure in ('precision', 'field_precision')
        ) as right_of_what_is_stated,
        max(quality.value) filter (
            quality.measure in ('recall', 'field_recall')
        ) as found_of_what_is_told,
        any_value(quality.extractor_version) as extractor_version
    from extraction_quality as quality
    inner join params on quality.gold_set = params.gold_set
    where not starts_with(quality.measure, 'confidence')
    group by quality.kind, quality.field
    order by
        quality.kind asc,
        quality.field = '' desc,
        right_in_facts_found asc,
        quality.field asc

)

select * from final
