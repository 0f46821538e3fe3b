-- Which countries work with the most other countries, and with which one the most?
-- One row per country that shares an agreement, a meeting or a promise with another.
with

both_ways as (

    select
        country_code_a as country_code,
        country_code_b as partner_code,
        agreement_count,
        meeting_count,
        commitment_count
    from country_pairs

    union all

    select
        country_code_b as country_code,
        country_code_a as partner_code,
        agreement_count,
        meeting_count,
        commitment_count
    from country_pairs

),

weighed as (

    select
        *,
        agreement_count + meeting_count + commitment_count as shared_count
    from both_ways

),

final as (

    select
        countries.country_code,
        countries.country_name,
        count(*) as partner_count,
        sum(weighed.agreement_count) as shared_agreement_count,
        sum(weighed.meeting_count) as shared_meeting_count,
        max_by(partners.country_name, (weighed.shared_count, weighed.partner_code))
            as closest_partner_name,
        max(weighed.shared_count) as shared_with_closest_count
    from weighed
    inner join countries on weighed.country_code = countries.country_code
    inner join countries as partners on weighed.partner_code = partners.country_code
    group by
        countries.country_code,
        countries.country_name
    order by
        partner_count desc,
        shared_agreement_count desc,
        countries.country_code asc

)

select * from final
