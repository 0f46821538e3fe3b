-- What is one agency a party to: which agreements, meetings and promises, and in which role?
-- One row per agreement, meeting or promise and role of the agency; undated ones come last.
with

params as (

    select 'kasa' as organization_id

),

roles as (

    select
        agreement_id as row_id,
        organization_id,
        party_role,
        party_name
    from agreement_parties

    union all

    select
        meeting_id as row_id,
        organization_id,
        'party' as party_role,
        participant_name as party_name
    from meeting_participants

    union all

    select
        commitment_id as row_id,
        organization_id,
        party_role,
        party_name
    from commitment_parties

),

final as (

    select
        timeline.row_kind,
        timeline.row_id,
        timeline.happens_edtf,
        timeline.row_type,
        timeline.status,
        timeline.what,
        roles.party_role,
        roles.party_name as written_as,
        timeline.party_names
    from roles
    inner join params on roles.organization_id = params.organization_id
    inner join cooperation_timeline as timeline on roles.row_id = timeline.row_id
    order by
        timeline.happens_from desc nulls last,
        timeline.row_id asc,
        roles.party_role asc

)

select * from final
