with

programmes as (

    select * from {{ ref('stg_seeds__programmes') }}

),

agreements as (

    select
        programme_id,
        count(*) as agreement_count
    from {{ ref('agreements') }}
    where programme_id is not null
    group by programme_id

),

final as (

    select
        programmes.programme_id,
        programmes.programme_name,
        programmes.programme_type,
        programmes.lead_party_code,
        programmes.is_multilateral,
        programmes.description,
        coalesce(agreements.agreement_count, 0) as agreement_count
    from programmes
    left join agreements on programmes.programme_id = agreements.programme_id

)

select * from final
