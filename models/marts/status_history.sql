-- Reports of one event in the order of their articles; a row only where the status is news.
with

claims as (

    select * from {{ ref('int_claims') }}
    where field = 'status'

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

reports as (

    select
        claims.event_id,
        claims.kind,
        claims.value as status,
        lag(claims.value) over report_order as previous_status,
        claims.reported_on,
        mentions.date_edtf as event_edtf,
        claims.mention_id,
        claims.article_id,
        articles.article_key,
        articles.publisher,
        mentions.first_quote as quote
    from claims
    inner join mentions on claims.mention_id = mentions.mention_id
    inner join articles on claims.article_id = articles.article_id
    window report_order as (
        partition by claims.event_id
        order by claims.reported_on asc nulls first, claims.first_run_number asc, claims.mention_id asc
    )

),

changes as (

    select
        *,
        row_number() over (
            partition by event_id
            order by reported_on asc nulls first, mention_id asc
        ) as change_number
    from reports
    where previous_status is distinct from status

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
        event_edtf,
        mention_id,
        article_id,
        article_key,
        publisher,
        quote
    from changes

)

select * from final
