-- Which articles contradict each other, and about what? Of two dates or places where one holds the
-- other ("2019" and "2019-04-19") the shorter is only less exact. Titles are wording; a status
-- changes with time (see life_of_an_agreement).
-- One row per row, field and value on which articles disagree; the value taken comes first.
with

params as (

    select array['date', 'type', 'ordinal', 'place', 'amount', 'valid_until'] as fields

),

stated as (

    select claims.*
    from claims
    inner join params on list_contains(params.fields, claims.field)
    where claims.is_disputed

),

contradicted as (

    select distinct
        one.row_id,
        one.field
    from stated as one
    inner join stated as other
        on
            one.row_id = other.row_id
            and one.field = other.field
            and not contains(lower(one.value), lower(other.value))
            and not contains(lower(other.value), lower(one.value))

),

final as (

    select
        timeline.row_kind,
        timeline.row_id,
        timeline.what,
        stated.field,
        stated.value,
        bool_or(stated.is_chosen) as is_chosen,
        count(distinct stated.article_id) as article_count,
        string_agg(stated.article_key, '; ' order by stated.article_key) as article_keys,
        min(stated.quote) as example_quote
    from contradicted
    inner join stated
        on
            contradicted.row_id = stated.row_id
            and contradicted.field = stated.field
    inner join cooperation_timeline as timeline on contradicted.row_id = timeline.row_id
    group by
        timeline.row_kind,
        timeline.row_id,
        timeline.what,
        stated.field,
        stated.value
    order by
        timeline.row_kind asc,
        timeline.row_id asc,
        stated.field asc,
        is_chosen desc,
        stated.value asc

)

select * from final
