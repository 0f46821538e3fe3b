-- Which countries have signed the most agreements on space, and of which types?
-- One row per country with at least one agreement that was signed, not only planned.
with

params as (

    select array['signed', 'in_force', 'extended', 'suspended', 'ended'] as signed_statuses

),

signed as (

    select distinct
        parties.country_code,
        agreements.agreement_id,
        agreements.agreement_type,
        agreements.signed_from
    from agreements
    inner join params on list_contains(params.signed_statuses, agreements.status)
    inner join agreement_parties as parties on agreements.agreement_id = parties.agreement_id
    where agreements.is_space

),

final as (

    select
        countries.country_code,
        countries.country_name,
        count(*) as agreement_count,
        count(*) filter (where signed.agreement_type = 'treaty') as treaty_count,
        count(*) filter (where signed.agreement_type = 'agreement') as plain_agreement_count,
        count(*) filter (where signed.agreement_type = 'mou') as memorandum_count,
        count(*) filter (where signed.agreement_type = 'contract') as contract_count,
        min(signed.signed_from) as earliest_from,
        max(signed.signed_from) as latest_from
    from signed
    inner join countries on signed.country_code = countries.country_code
    group by
        countries.country_code,
        countries.country_name
    order by
        agreement_count desc,
        countries.country_code asc

)

select * from final
