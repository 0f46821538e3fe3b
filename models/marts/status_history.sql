{{ kept_up_with('int_events_changed', ['row_id']) }}
-- The life of an event: one row for every report that is news, in the order of the articles, and at
-- the end the status that a person set, which holds whatever is reported.
with

reports as (

    select * from {{ ref('int_status_reports') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

corrections as (

    select * from {{ ref('int_corrections') }}
    where action = 'set_value' and field = 'status' and is_applicable

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

told as (

    select
        'report' as source_type,
        event_id,
        kind,
        mention_id,
        article_id,
        status,
        reported_on,
        report_number,
        cast(null as varchar) as reviewer,
        cast(null as varchar) as correction_reason
    from reports
    where is_news

    union all

    -- After every report: `int_claims` takes it before all of them.
    select
        'correction' as source_type,
        reports.event_id,
        reports.kind,
        reports.mention_id,
        reports.article_id,
        corrections.value as status,
        corrections.corrected_on as reported_on,
        reports.report_number,
        corrections.reviewer,
        corrections.reason as correction_reason
    from corrections
    inner join reports on corrections.target_id = reports.mention_id

),

changes as (

    select
        told.*,
        lag(told.status) over in_order as previous_status,
        mentions.date_edtf as event_edtf,
        mentions.first_quote as quote,
        articles.article_key,
        articles.publisher
    from told
    inner join mentions on told.mention_id = mentions.mention_id
    inner join articles on told.article_id = articles.article_id
    window in_order as (
        partition by told.event_id
        order by told.source_type = 'correction', told.report_number
    )

),

-- A person who confirms what was reported changes nothing.
real_changes as (

    select
        *,
        row_number() over (
            partition by event_id
            order by source_type = 'correction', report_number
        ) as change_number
    from changes
    where source_type = 'report' or status is distinct from previous_status

),

final as (

    select
        md5(concat_ws(
            '-', event_id, mention_id, case when source_type = 'correction' then source_type end
        )) as status_change_id,
        kind as row_kind,
        event_id as row_id,
        change_number,
        status,
        previous_status,
        source_type,
        reported_on,
        event_edtf,
        mention_id,
        article_id,
        article_key,
        publisher,
        reviewer,
        correction_reason,
        quote
    from real_changes

)

select * from final
