-- How many agreements were signed in each year, and of which type? An agreement whose date spans
-- two years counts in the first; one without a date is left out.
-- One row per year and type.
with

params as (

    select array['signed', 'in_force', 'extended', 'suspended', 'ended'] as signed_statuses

),

final as (

    select
        agreements.agreement_type,
        extract(year from agreements.signed_from) as signed_year,
        count(*) as agreement_count,
        count(*) filter (where agreements.is_space) as space_agreement_count,
        count(*) filter (where agreements.party_count > 2) as multilateral_count
    from agreements
    inner join params on list_contains(params.signed_statuses, agreements.status)
    where agreements.signed_from is not null
    group by
        agreements.agreement_type,
        signed_year
    order by
        signed_year asc,
        agreements.agreement_type asc

)

select * from final
