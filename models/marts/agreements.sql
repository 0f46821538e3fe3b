with

events as (

    select * from {{ ref('int_events_described') }}
    where kind = 'agreement'

),

programmes as (

    select
        name_key,
        programme_id
    from {{ ref('stg_seeds__programme_aliases') }}

),

titles as materialized (

    select
        event_id,
        ' ' || {{ name_key('title_value') }} || ' ' as title_key
    from events

),

-- The longest name of a programme that the title holds as whole words.
named_programmes as (

    select
        titles.event_id,
        programmes.programme_id
    from titles
    inner join programmes on contains(titles.title_key, ' ' || programmes.name_key || ' ')
    qualify row_number() over (
        partition by titles.event_id
        order by length(programmes.name_key) desc, programmes.programme_id asc
    ) = 1

),

final as (

    select
        events.event_id as agreement_id,
        events.title_value as title,
        events.type_value as agreement_type,
        events.status_value as status,
        case
            when events.type_value in ('treaty', 'contract') then true
            when events.type_value in ('mou', 'joint_statement') then false
        end as is_binding,
        named_programmes.programme_id,
        events.date_on as signed_on,
        events.date_edtf as signed_edtf,
        events.date_from as signed_from,
        events.date_to as signed_to,
        events.date_precision as signed_precision,
        events.is_date_approximate as is_signed_approximate,
        events.date_text as signed_text,
        events.date_basis as signed_basis,
        events.place_value as place,
        events.amount,
        events.amount_currency,
        events.amount_qualifier,
        events.amount_period,
        events.amount_usd,
        events.units_per_usd,
        events.usd_rate_year,
        events.usd_missing_reason,
        events.valid_until_edtf,
        events.valid_until_from,
        events.valid_until_to,
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
    left join named_programmes on events.event_id = named_programmes.event_id

)

select * from final
