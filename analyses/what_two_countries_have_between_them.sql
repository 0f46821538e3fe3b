-- What do two countries have between them: agreements, meetings and joint promises, and what one
-- promised to the other?
-- One row per event, in the order of time; the relation says how the two stand in it.
with

params as (

    select
        'JPN' as first_country,
        'USA' as second_country

),

roles as (

    select
        agreement_id as row_id,
        country_code,
        party_role
    from agreement_parties

    union all

    select
        meeting_id as row_id,
        country_code,
        'party' as party_role
    from meeting_participants

    union all

    select
        commitment_id as row_id,
        country_code,
        party_role
    from commitment_parties

),

shared as (

    select
        roles.row_id,
        bool_or(roles.country_code = params.first_country and roles.party_role = 'party')
        and bool_or(roles.country_code = params.second_country and roles.party_role = 'party')
            as is_joint
    from roles
    cross join params
    group by roles.row_id
    having
        bool_or(roles.country_code = params.first_country)
        and bool_or(roles.country_code = params.second_country)

),

final as (

    select
        timeline.happens_edtf,
        timeline.row_kind,
        timeline.row_type,
        timeline.status,
        timeline.what,
        case when shared.is_joint then 'together' else 'one to the other' end as relation,
        timeline.party_names,
        timeline.article_count,
        timeline.row_id
    from shared
    inner join cooperation_timeline as timeline on shared.row_id = timeline.row_id
    order by
        timeline.happens_from asc nulls last,
        timeline.row_kind asc,
        timeline.row_id asc

)

select * from final
