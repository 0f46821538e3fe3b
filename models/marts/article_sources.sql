with

documents as (

    select * from {{ ref('stg_raw__articles') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

final as (

    select
        documents.source_key as source_id,
        documents.text_id as article_id,
        documents.article_key,
        documents.source_path,
        documents.source_position,
        documents.media_type,
        documents.encoding,
        documents.publisher,
        documents.published_on,
        documents.url,
        documents.source_key = articles.source_key as is_shown,
        documents.run_id
    from documents
    inner join articles on documents.text_id = articles.article_id

)

select * from final
