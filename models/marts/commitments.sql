with

events as (

    select
        *,
        cast(space_value as boolean) as is_space
    from {{ ref('int_events_chosen') }}
    where kind = 'commitment'

),

-- A code for the type of thing goes before the code for any.
event_codes as (

    select
        events.event_id,
        codes.cameo_code,
        codes.plover_type
    from events
    inner join {{ ref('event_codes') }} as codes
        on
            codes.row_kind = 'commitment'
            and events.status_value = codes.status
            and codes.row_type in (events.strength_value, 'any')
    qualify row_number() over (
        partition by events.event_id
        order by codes.row_type = 'any' asc, codes.cameo_code asc
    ) = 1

),

parties as (

    select
        event_id,
        list_sort(list(distinct party_code)) as country_codes,
        string_agg(party_name, '; ' order by position, party_name) as party_names,
        count(*) as party_count
    from {{ ref('int_event_parties') }}
    where role = 'party'
    group by event_id

),

beneficiaries as (

    select
        event_id,
        party_name as beneficiary_name,
        party_code as beneficiary_code
    from {{ ref('int_event_parties') }}
    where role = 'beneficiary'
    qualify
        row_number() over (partition by event_id order by article_count desc, party_name asc) = 1

),

final as (

    select
        events.event_id as commitment_id,
        events.action_value as action,
        events.strength_value as strength,
        events.status_value as status,
        case when events.date_precision = 'day' then events.date_from end as due_on,
        events.date_edtf as due_edtf,
        events.date_from as due_from,
        events.date_to as due_to,
        events.date_precision as due_precision,
        events.is_date_approximate as is_due_approximate,
        events.date_text as due_text,
        events.date_basis as due_basis,
        events.amount,
        events.amount_currency,
        events.amount_qualifier,
        events.amount_period,
        events.amount_usd,
        events.units_per_usd,
        events.usd_rate_year,
        events.usd_missing_reason,
        beneficiaries.beneficiary_name,
        beneficiaries.beneficiary_code,
        event_codes.cameo_code,
        event_codes.plover_type,
        events.is_space,
        parties.country_codes,
        parties.party_names,
        parties.party_count,
        events.article_count,
        events.mention_count,
        events.disputed_field_count,
        events.method,
        events.confidence,
        events.first_reported_on,
        events.last_reported_on,
        events.first_run_id
    from events
    left join parties on events.event_id = parties.event_id
    left join event_codes on events.event_id = event_codes.event_id
    left join beneficiaries on events.event_id = beneficiaries.event_id

)

select * from final
