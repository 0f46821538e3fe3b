-- Which agreements do two countries have with each other, and where is each of them written?
-- One row per agreement and sentence that tells of it; the newest agreement first.
with

params as (

    select
        'KOR' as first_country,
        'UZB' as second_country

),

shared as (

    select parties.agreement_id
    from agreement_parties as parties
    cross join params
    group by parties.agreement_id
    having
        bool_or(parties.country_code = params.first_country)
        and bool_or(parties.country_code = params.second_country)

),

final as (

    select
        agreements.agreement_id,
        agreements.signed_edtf,
        agreements.agreement_type,
        agreements.status,
        agreements.title,
        agreements.place,
        agreements.party_names,
        evidence.publisher,
        evidence.published_on,
        evidence.article_title,
        evidence.quote,
        evidence.url
    from shared
    inner join agreements on shared.agreement_id = agreements.agreement_id
    inner join evidence
        on
            agreements.agreement_id = evidence.row_id
            and evidence.row_kind = 'agreement'
    order by
        agreements.signed_from desc nulls last,
        agreements.agreement_id asc,
        evidence.published_on asc,
        evidence.quote_number asc

)

select * from final
