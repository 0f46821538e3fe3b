-- Who joined the Artemis Accords, and when? The date is the most exact that the articles give.
-- One row per country that signed, in the order of joining.
with

params as (

    select 'artemis_accords' as programme_id

),

signings as (

    select distinct
        parties.country_code,
        agreements.agreement_id,
        agreements.agreement_type,
        agreements.signed_edtf,
        agreements.signed_from,
        agreements.signed_to,
        agreements.place,
        agreements.signed_to - agreements.signed_from as days_in_doubt
    from agreements
    inner join params on agreements.programme_id = params.programme_id
    inner join agreement_parties as parties on agreements.agreement_id = parties.agreement_id
    where
        agreements.status in ('signed', 'in_force')
        and parties.country_code is not null

),

best_dated as (

    select * from signings
    qualify row_number() over (
        partition by country_code
        order by days_in_doubt asc nulls last, signed_from asc, agreement_id asc
    ) = 1

),

final as (

    select
        countries.country_code,
        countries.country_name,
        countries.region,
        best_dated.signed_edtf as joined_edtf,
        best_dated.signed_from as joined_from,
        best_dated.place,
        best_dated.agreement_type <> 'accession' as is_founder,
        best_dated.agreement_id
    from best_dated
    inner join countries on best_dated.country_code = countries.country_code
    order by
        best_dated.signed_from asc nulls last,
        countries.country_code asc

)

select * from final
