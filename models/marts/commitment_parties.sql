with

parties as (

    select * from {{ ref('int_event_parties') }}
    where kind = 'commitment'

),

final as (

    select
        event_id as commitment_id,
        role as party_role,
        party_id,
        party_name,
        party_code,
        country_code,
        organization_id,
        resolution,
        article_count
    from parties

)

select * from final
