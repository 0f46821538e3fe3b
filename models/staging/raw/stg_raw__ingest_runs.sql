with

source as (

    select * from {{ source('raw', 'ingest_runs') }}

),

renamed as (

    select
        run_id,
        run_number,
        started_at,
        finished_at,
        tool_version,
        extractor_version,
        input_paths,
        fact_paths,
        document_count,
        fact_set_count,
        fact_count,
        rejected_input_count,
        rejected_fact_count
    from source

)

select * from renamed
