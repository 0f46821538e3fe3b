with

source as (

    select * from {{ source('raw', 'rejected_facts') }}

),

renamed as (

    select
        rejection_id,
        run_id,
        source_path,
        article_key,
        kind,
        position,
        reason_code,
        reason,
        field,
        value,
        fact_json
    from source

)

select * from renamed
