with

parties as (

    select distinct
        organization_id,
        event_id,
        kind
    from {{ ref('int_event_parties') }}
    where role = 'party' and organization_id is not null

),

events as (

    select * from {{ ref('int_events_chosen') }}

),

trackers as (

    select * from {{ ref('commitment_tracker') }}

),

partners as (

    select
        parties.organization_id,
        list_sort(list(distinct others.party_code)) as partner_codes
    from parties
    inner join {{ ref('int_event_parties') }} as others
        on
            parties.event_id = others.event_id
            and others.role = 'party'
            and others.organization_id is distinct from parties.organization_id
    group by parties.organization_id

),

organizations as (

    select * from {{ ref('organizations') }}

),

counted as (

    select
        parties.organization_id,
        count(*) filter (where parties.kind = 'agreement') as agreement_count,
        count(*) filter (where parties.kind = 'meeting') as meeting_count,
        count(*) filter (where parties.kind = 'commitment') as commitment_count,
        count(*) filter (where trackers.tracked_status = 'overdue') as overdue_count,
        count(*) filter (where trackers.tracked_status = 'fulfilled') as fulfilled_count,
        min(events.first_reported_on) as first_reported_on,
        max(events.last_reported_on) as last_reported_on
    from parties
    inner join events on parties.event_id = events.event_id
    left join trackers on parties.event_id = trackers.commitment_id
    group by parties.organization_id

),

final as (

    select
        counted.organization_id,
        organizations.organization_name,
        organizations.organization_type,
        organizations.party_code,
        organizations.is_registered,
        counted.agreement_count,
        counted.meeting_count,
        counted.commitment_count,
        counted.overdue_count,
        counted.fulfilled_count,
        coalesce(partners.partner_codes, []) as partner_codes,
        counted.first_reported_on,
        counted.last_reported_on
    from counted
    inner join organizations on counted.organization_id = organizations.organization_id
    left join partners on counted.organization_id = partners.organization_id

)

select * from final
