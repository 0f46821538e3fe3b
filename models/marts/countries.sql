with

countries as (

    select * from {{ ref('stg_seeds__countries') }}

),

parties as (

    select
        country_code,
        count(distinct case when kind = 'agreement' then event_id end) as agreement_count,
        count(distinct case when kind = 'meeting' then event_id end) as meeting_count,
        count(distinct case when kind = 'commitment' then event_id end) as commitment_count
    from {{ ref('int_event_parties') }}
    where role = 'party' and country_code is not null
    group by country_code

),

final as (

    select
        countries.country_code,
        countries.country_code_2,
        countries.country_number,
        countries.country_name,
        countries.official_name,
        countries.region,
        countries.subregion,
        countries.capital,
        coalesce(parties.agreement_count, 0) as agreement_count,
        coalesce(parties.meeting_count, 0) as meeting_count,
        coalesce(parties.commitment_count, 0) as commitment_count
    from countries
    left join parties on countries.country_code = parties.country_code

)

select * from final
