{{ kept_up_with('int_events_changed', ['row_id']) }}
-- The life of an event: one row for every report that is news, in the order of the articles.
with

reports as (

    select * from {{ ref('int_status_reports') }}
    where is_news and {{ is_due('event_id', 'int_events_changed') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

changes as (

    select
        reports.*,
        row_number() over in_order as change_number,
        lag(reports.status) over in_order as previous_status,
        mentions.first_quote as quote,
        articles.article_key,
        articles.publisher
    from reports
    inner join mentions on reports.mention_id = mentions.mention_id
    inner join articles on reports.article_id = articles.article_id
    window in_order as (partition by reports.event_id order by reports.report_number)

),

final as (

    select
        md5(event_id || '-' || mention_id) as status_change_id,
        kind as row_kind,
        event_id as row_id,
        change_number,
        status,
        previous_status,
        reported_on,
        date_edtf as event_edtf,
        mention_id,
        article_id,
        article_key,
        publisher,
        quote
    from changes

)

select * from final
