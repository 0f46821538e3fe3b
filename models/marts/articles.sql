{{ kept_up_with('int_articles_changed', ['article_id']) }}
with

articles as (

    select * from {{ ref('int_articles_merged') }}
    where {{ is_due('article_id') }}

),

documents as (

    select
        document_id,
        source_key,
        text
    from {{ ref('stg_raw__articles') }}
    where {{ is_due('text_id') }}

),

mention_counts as (

    select
        article_id,
        count(*) as fact_count
    from {{ ref('int_mentions') }}
    group by article_id

),

furniture as (

    select
        document_id,
        cast(sum(end_offset - start_offset) as bigint) as furniture_length
    from {{ ref('stg_raw__article_furniture') }}
    group by document_id

),

final as (

    select
        articles.article_id,
        articles.article_key,
        articles.title,
        articles.title_basis,
        articles.publisher,
        articles.publisher_basis,
        articles.published_on,
        articles.published_on_basis,
        articles.byline,
        articles.byline_basis,
        articles.dateline_place,
        articles.dateline_on,
        articles.url,
        articles.language,
        articles.source_urls,
        articles.source_path,
        articles.source_position,
        articles.media_type,
        articles.source_count,
        articles.method as fact_method,
        articles.producer_version as fact_producer_version,
        coalesce(mention_counts.fact_count, 0) as fact_count,
        length(documents.text) as text_length,
        coalesce(furniture.furniture_length, 0) as furniture_length,
        articles.run_id,
        documents.text
    from articles
    inner join documents
        on
            articles.document_id = documents.document_id
            and articles.source_key = documents.source_key
    left join mention_counts on articles.article_id = mention_counts.article_id
    left join furniture on articles.document_id = furniture.document_id

)

select * from final
