with

source as (

    select * from {{ source('raw', 'fact_parties') }}

),

facts as (

    select * from {{ ref('stg_raw__facts') }}

),

renamed as (

    select
        source.fact_id,
        facts.mention_id,
        facts.article_id,
        source.role,
        source.position,
        source.party_name,
        source.stated_code
    from source
    inner join facts on source.fact_id = facts.fact_id

)

select * from renamed
