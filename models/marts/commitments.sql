with

events as (

    select * from {{ ref('int_events_described') }}
    where kind = 'commitment'

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
        events.date_on as due_on,
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
        events.cameo_code,
        events.plover_type,
        events.is_space,
        events.country_codes,
        events.party_names,
        events.party_count,
        events.article_count,
        events.mention_count,
        events.disputed_field_count,
        events.method,
        events.confidence,
        events.first_reported_on,
        events.last_reported_on,
        events.first_run_id
    from events
    left join beneficiaries on events.event_id = beneficiaries.event_id

)

select * from final
