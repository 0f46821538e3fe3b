-- Each step from raw to marts hands on as many rows as it got; one row here for each that does not.
{{ config(severity='error') }}

with

steps as (

    select
        'facts to mentions' as step,
        (select count(*) from {{ ref('stg_raw__facts') }}) as rows_before,
        (select count(*) from {{ ref('int_mentions') }}) as rows_after

    union all

    select
        'mentions to matched mentions' as step,
        (select count(*) from {{ ref('int_mentions') }}) as rows_before,
        (select count(*) from {{ ref('int_mentions_matched') }}) as rows_after

    union all

    select
        'groups to the three marts' as step,
        (select count(distinct event_id) from {{ ref('int_mentions_grouped') }}) as rows_before,
        (select count(*) from {{ ref('agreements') }})
        + (select count(*) from {{ ref('meetings') }})
        + (select count(*) from {{ ref('commitments') }}) as rows_after

    union all

    select
        'mentions counted in the three marts' as step,
        (select count(*) from {{ ref('int_mentions_grouped') }}) as rows_before,
        (select coalesce(sum(mention_count), 0) from {{ ref('agreements') }})
        + (select coalesce(sum(mention_count), 0) from {{ ref('meetings') }})
        + (select coalesce(sum(mention_count), 0) from {{ ref('commitments') }}) as rows_after

    union all

    select
        'the three marts to cooperation_timeline' as step,
        (select count(distinct event_id) from {{ ref('int_mentions_grouped') }}) as rows_before,
        (select count(*) from {{ ref('cooperation_timeline') }}) as rows_after

    union all

    select
        'commitments to commitment_tracker' as step,
        (select count(*) from {{ ref('commitments') }}) as rows_before,
        (select count(*) from {{ ref('commitment_tracker') }}) as rows_after

    union all

    select
        'quotes to evidence' as step,
        (
            select count(*)
            from {{ ref('stg_raw__fact_evidence') }} as quotes
            inner join {{ ref('int_mentions_grouped') }} as grouped
                on quotes.mention_id = grouped.mention_id
        ) as rows_before,
        (select count(*) from {{ ref('evidence') }}) as rows_after

    union all

    select
        'named parties to resolved parties' as step,
        (select count(*) from {{ ref('stg_raw__fact_parties') }}) as rows_before,
        (select count(*) from {{ ref('int_parties_resolved') }}) as rows_after

    union all

    select
        'named people to resolved people' as step,
        (select count(*) from {{ ref('stg_raw__fact_people') }}) as rows_before,
        (select count(*) from {{ ref('int_people_resolved') }}) as rows_after

    union all

    select
        'documents to article_sources' as step,
        (select count(*) from {{ ref('stg_raw__articles') }}) as rows_before,
        (select count(*) from {{ ref('article_sources') }}) as rows_after

    union all

    select
        'texts to articles' as step,
        (select count(distinct text_id) from {{ ref('stg_raw__articles') }}) as rows_before,
        (select count(*) from {{ ref('articles') }}) as rows_after

)

select *
from steps
where rows_before <> rows_after
