with

pairs as (

    select * from {{ ref('int_country_pairs') }}
    where event_year is not null

),

final as (

    select
        country_code_a,
        country_code_b,
        event_year,
        count(*) filter (where kind = 'agreement') as agreement_count,
        count(*) filter (where kind = 'meeting') as meeting_count,
        count(*) filter (where kind = 'commitment') as commitment_count
    from pairs
    group by country_code_a, country_code_b, event_year

)

select * from final
