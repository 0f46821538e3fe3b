-- The current version of every document: a changed file supersedes its older text.
with

source as (

    select * from {{ source('raw', 'articles') }}

),

runs as (

    select * from {{ ref('stg_raw__ingest_runs') }}

),

renamed as (

    select
        source.document_id,
        source.source_key,
        source.article_key,
        source.text_id,
        source.run_id,
        runs.run_number,

        source.source_path,
        source.source_position,
        source.media_type,
        source.encoding,
        source.source_urls,
        source.text,

        source.title,
        source.title_basis,
        source.publisher,
        source.publisher_basis,
        source.published_on,
        source.published_on_basis,
        source.byline,
        source.byline_basis,
        source.dateline_place,
        source.dateline_place_basis,
        source.dateline_on,
        source.dateline_on_basis,
        source.url,
        source.url_basis,
        source.language,
        source.language_basis
    from source
    inner join runs on source.run_id = runs.run_id

),

current_versions as (

    select *
    from renamed
    qualify row_number() over (
        partition by source_key
        order by run_number desc, document_id asc
    ) = 1

)

select * from current_versions
