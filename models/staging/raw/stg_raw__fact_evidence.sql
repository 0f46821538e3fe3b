with

source as (

    select * from {{ source('raw', 'fact_evidence') }}

),

facts as (

    select * from {{ ref('stg_raw__facts') }}

),

renamed as (

    select
        source.fact_id,
        facts.mention_id,
        facts.article_id,
        source.position,
        source.document_id,
        source.quote,
        source.start_offset,
        source.end_offset,
        source.is_in_furniture
    from source
    inner join facts on source.fact_id = facts.fact_id

)

select * from renamed
