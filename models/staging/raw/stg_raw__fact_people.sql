with

source as (

    select * from {{ source('raw', 'fact_people') }}

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
        source.person_name,
        source.office,
        source.stated_code
    from source
    inner join facts on source.fact_id = facts.fact_id

)

select * from renamed
