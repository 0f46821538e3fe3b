-- What speaks for each text now: reviewed before llm before rules, then the newest statement.
-- A fact file states all three kinds, so one set speaks for all kinds of its article.
with

source as (

    select * from {{ source('raw', 'fact_sets') }}

),

runs as (

    select * from {{ ref('stg_raw__ingest_runs') }}

),

current_documents as (

    select distinct
        document_id,
        text_id
    from {{ ref('stg_raw__articles') }}

),

renamed as (

    select
        source.fact_set_id,
        source.document_id,
        source.text_id,
        source.run_id,
        runs.run_number,
        source.method,
        case source.method when 'reviewed' then 1 when 'llm' then 2 else 3 end as method_rank,
        source.producer_version,
        source.source_path,
        source.fact_count,
        source.rejected_count
    from source
    inner join runs on source.run_id = runs.run_id
    inner join current_documents on source.document_id = current_documents.document_id

),

current_sets as (

    select *
    from renamed
    qualify row_number() over (
        partition by text_id
        order by method_rank asc, run_number desc, fact_count desc, fact_set_id asc
    ) = 1

)

select * from current_sets
