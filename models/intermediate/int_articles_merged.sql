-- Copies of one text are one article with several sources. The text shown is that of the document
-- the facts rest on (their offsets count in it), else of the first document seen.
with

documents as (

    select * from {{ ref('stg_raw__articles') }}

),

fact_sets as (

    select * from {{ ref('stg_raw__fact_sets') }}

),

ranked as (

    select
        documents.* exclude (text),  -- noqa: RF02
        fact_sets.fact_set_id,
        fact_sets.method,
        fact_sets.producer_version,
        row_number() over (
            partition by documents.text_id
            order by
                (documents.document_id = fact_sets.document_id) desc nulls last,
                documents.run_number asc,
                documents.published_on asc nulls last,
                documents.source_key asc
        ) as source_rank,
        count(*) over (partition by documents.text_id) as source_count,
        min(documents.run_number) over (partition by documents.text_id) as first_run_number
    from documents
    left join fact_sets on documents.text_id = fact_sets.text_id

),

chosen as (

    select
        text_id as article_id,
        * exclude (text_id, source_rank)
    from ranked
    where source_rank = 1

)

select * from chosen
