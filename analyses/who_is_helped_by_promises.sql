-- Who is to receive or be helped by what others promised, by whom, and how much of it is done?
-- One row per beneficiary, counted by its state or intergovernmental body.
with

params as (

    select array['firm', 'intended', 'considered'] as counted_strengths

),

promised as (

    select distinct
        helped.party_code as beneficiary_code,
        helped.commitment_id,
        commitments.status,
        commitments.strength,
        commitments.action,
        commitments.party_names
    from commitment_parties as helped
    inner join commitments on helped.commitment_id = commitments.commitment_id
    inner join params on list_contains(params.counted_strengths, commitments.strength)
    where helped.party_role = 'beneficiary'

),

final as (

    select
        promised.beneficiary_code,
        countries.country_name as beneficiary_name,
        count(*) as promise_count,
        count(*) filter (where promised.strength = 'firm') as firm_count,
        count(*) filter (where promised.status = 'fulfilled') as fulfilled_count,
        count(*) filter (where promised.status = 'delayed') as delayed_count,
        count(*) filter (where promised.status = 'cancelled') as cancelled_count,
        string_agg(distinct promised.party_names, ' | ' order by promised.party_names)
            as promised_by
    from promised
    left join countries on promised.beneficiary_code = countries.country_code
    group by
        promised.beneficiary_code,
        countries.country_name
    order by
        promise_count desc,
        promised.beneficiary_code asc

)

select * from final
