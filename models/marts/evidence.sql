{{ kept_up_with('int_events_changed', ['row_id']) }}
with

quotes as (

    select * from {{ ref('stg_raw__fact_evidence') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

final as (

    select
        md5(quotes.mention_id || '-' || quotes.position) as evidence_id,
        grouped.kind as row_kind,
        grouped.event_id as row_id,
        quotes.mention_id,
        quotes.position as quote_number,
        quotes.quote,
        quotes.start_offset,
        quotes.end_offset,
        quotes.is_in_furniture,
        quotes.article_id,
        articles.article_key,
        articles.title as article_title,
        articles.publisher,
        articles.published_on,
        articles.url,
        mentions.method,
        mentions.producer_version,
        mentions.confidence
    from quotes
    inner join mentions on quotes.mention_id = mentions.mention_id
    inner join grouped on quotes.mention_id = grouped.mention_id
    inner join articles on quotes.article_id = articles.article_id

)

select * from final
