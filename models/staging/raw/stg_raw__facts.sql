{{ config(materialized='table') }}
-- A table, since all that is known of mentions starts from it.
with

source as (

    select * from {{ source('raw', 'facts') }}

),

fact_sets as (

    select * from {{ ref('stg_raw__fact_sets') }}

),

runs as (

    select * from {{ ref('stg_raw__ingest_runs') }}

),

-- The run that first reported a mention orders it among others, whatever is extracted again later.
first_seen as (

    select
        source.mention_id,
        min(runs.run_number) as first_run_number
    from source
    inner join runs on source.run_id = runs.run_id
    group by source.mention_id

),

renamed as (

    select
        source.fact_id,
        source.fact_set_id,
        -- Two texts under one name that say the same words of the same parties stay two mentions.
        case
            when row_number() over (
                partition by source.mention_id
                order by fact_sets.run_number asc, fact_sets.text_id asc
            ) = 1 then source.mention_id
            else left(md5(source.mention_id || fact_sets.text_id), 16)
        end as mention_id,
        fact_sets.document_id,
        fact_sets.text_id as article_id,
        fact_sets.run_id,
        fact_sets.run_number,
        first_seen.first_run_number,

        source.kind,
        source.position,
        fact_sets.method,
        fact_sets.method_rank,
        fact_sets.producer_version,
        source.confidence,
        source.is_space,

        source.title,
        source.fact_type,
        source.status,
        source.strength,
        source.action,
        source.series,
        source.ordinal,
        source.place,

        source.date_edtf,
        source.date_text,
        source.date_basis,
        source.valid_until_edtf,
        source.valid_until_text,
        source.valid_until_basis,

        source.amount_value,
        source.amount_currency,
        source.amount_qualifier,
        source.amount_period
    from source
    inner join fact_sets on source.fact_set_id = fact_sets.fact_set_id
    inner join first_seen on source.mention_id = first_seen.mention_id

)

select * from renamed
