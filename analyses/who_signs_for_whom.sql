-- Which people put their names under agreements, for whom, and in which office?
-- One row per person and agreement signed.
with

final as (

    select
        people.person_id,
        people.person_name,
        signatories.person_name as written_as,
        coalesce(signatories.party_code, people.party_code) as signs_for,
        coalesce(signatories.stated_office, people.latest_office) as office,
        agreements.agreement_id,
        agreements.signed_edtf,
        agreements.title,
        agreements.party_names
    from agreement_signatories as signatories
    inner join people on signatories.person_id = people.person_id
    inner join agreements on signatories.agreement_id = agreements.agreement_id
    order by
        people.person_name asc,
        agreements.signed_from asc,
        agreements.agreement_id asc

)

select * from final
