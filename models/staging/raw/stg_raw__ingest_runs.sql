-- With the variable `as_of_run` or `as_of_ingest`, later runs are as if they had not been: every
-- model rests on runs, so that the whole warehouse is told as it stood then.
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
    where
        run_id <= '{{ var("as_of_run") or "~" }}'
        and finished_at < cast('{{ var("as_of_ingest") or "9999-12-31" }}' as timestamp)

)

select * from renamed
