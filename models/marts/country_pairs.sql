with

pairs as (

    select * from {{ ref('int_country_pairs') }}

),

final as (

    select
        country_code_a,
        country_code_b,
        count(*) filter (where kind = 'agreement') as agreement_count,
        count(*) filter (where kind = 'meeting') as meeting_count,
        count(*) filter (where kind = 'commitment') as commitment_count,
        min(
            case
                when
                    kind = 'commitment'
                    or status in ('proposed', 'negotiating', 'planned', 'cancelled')
                    then null
                else date_from
            end
        )
            as first_contact_from,
        max(case when kind = 'meeting' and status = 'held' then date_from end) as last_meeting_from,
        max(case when kind = 'agreement' then date_from end) as last_agreement_from
    from pairs
    group by country_code_a, country_code_b

)

select * from final
