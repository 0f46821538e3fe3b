{{ kept_up_with('int_events_changed', ['event_id']) }}
-- One row per event with the value each field takes; where a value has fellows (a date its words,
-- an amount its period), all come from the mention that was chosen, so that they stay together. A
-- corrected value has no fellows.
{% set plain_fields = [
    'title', 'type', 'status', 'strength', 'action', 'series', 'ordinal', 'place', 'space',
    'date', 'valid_until', 'amount',
] %}
with

claims as (

    select * from {{ ref('int_claims') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

rates as (

    select * from {{ ref('stg_seeds__exchange_rates') }}

),

sizes as (

    select
        grouped.event_id,
        grouped.kind,
        count(*) as mention_count,
        count(distinct grouped.article_id) as article_count,
        min(mentions.method_rank) as best_method_rank,
        max(mentions.confidence) as confidence,
        min(mentions.first_run_number) as first_run_number,
        min(articles.published_on) as first_reported_on,
        max(articles.published_on) as last_reported_on
    from grouped
    inner join mentions on grouped.mention_id = mentions.mention_id
    inner join articles on grouped.article_id = articles.article_id
    group by grouped.event_id, grouped.kind

),

pivoted as (

    select
        event_id,
        {% for field in plain_fields %}
            max(case when field = '{{ field }}' and is_chosen then value end) as {{ field }}_value,
        {% endfor %}
        {% for field in ['date', 'amount'] %}
            max(case
                when field = '{{ field }}' and is_chosen and method <> 'correction' then mention_id
            end) as {{ field }}_mention_id,
        {% endfor %}
        max(case when field = 'amount' and is_chosen then reported_on end) as amount_reported_on,
        count(distinct case when is_disputed then field end) as disputed_field_count
    from claims
    group by event_id

),

joined as (

    select
        pivoted.*,
        sizes.kind,
        sizes.mention_count,
        sizes.article_count,
        sizes.confidence,
        sizes.first_reported_on,
        sizes.last_reported_on,
        case sizes.best_method_rank when 1 then 'reviewed' when 2 then 'llm' else 'rules' end
            as method,
        runs.run_id as first_run_id,

        pivoted.date_value as date_edtf,
        {{ edtf_from('pivoted.date_value') }} as date_from,
        {{ edtf_to('pivoted.date_value') }} as date_to,
        {{ edtf_precision('pivoted.date_value') }} as date_precision,
        {{ edtf_is_approximate('pivoted.date_value') }} as is_date_approximate,
        dates.date_text,
        dates.date_basis,

        pivoted.valid_until_value as valid_until_edtf,
        {{ edtf_from('pivoted.valid_until_value') }} as valid_until_from,
        {{ edtf_to('pivoted.valid_until_value') }} as valid_until_to,

        cast(split_part(pivoted.amount_value, ' ', 1) as double) as amount,
        nullif(split_part(pivoted.amount_value, ' ', 2), '?') as amount_currency,
        amounts.amount_qualifier,
        amounts.amount_period,
        -- Money is worth what it was when it was spoken of; a date to come is no year of a rate.
        year(
            case
                when
                    sizes.kind <> 'commitment'
                    and {{ edtf_from('pivoted.date_value') }} <= pivoted.amount_reported_on
                    then {{ edtf_from('pivoted.date_value') }}
                else coalesce(pivoted.amount_reported_on, {{ edtf_from('pivoted.date_value') }})
            end
        ) as money_year
    from pivoted
    inner join sizes on pivoted.event_id = sizes.event_id
    left join mentions as dates on pivoted.date_mention_id = dates.mention_id
    left join mentions as amounts on pivoted.amount_mention_id = amounts.mention_id
    left join {{ ref('stg_raw__ingest_runs') }} as runs on sizes.first_run_number = runs.run_number

),

-- At the average rate of the year of the event; a future or missing year takes the last one known
-- before it, and the row says which year that was.
rate_years as (

    select
        joined.event_id,
        max(rates.rate_year) as rate_year
    from joined
    inner join rates
        on
            joined.amount_currency = rates.currency_code
            and joined.money_year >= rates.rate_year
            and joined.money_year - rates.rate_year <= 2
    group by joined.event_id

),

priced as (

    select
        joined.*,
        case when joined.amount_currency = 'USD' then 1.0 else rates.units_per_usd end
            as units_per_usd,
        case when joined.amount_currency = 'USD' then null else rate_years.rate_year end
            as usd_rate_year,
        case
            when joined.amount_currency = 'USD' then joined.amount
            else round(joined.amount / rates.units_per_usd, 0)
        end as amount_usd,
        case
            when
                joined.amount is null
                or joined.amount_currency = 'USD'
                or rates.units_per_usd is not null
                then null
            when joined.amount_currency is null then 'the article names no currency'
            when joined.money_year is null then 'no year to take a rate of'
            else
                'no rate known for '
                || joined.amount_currency
                || ' within two years before '
                || joined.money_year
        end as usd_missing_reason
    from joined
    left join rate_years on joined.event_id = rate_years.event_id
    left join rates
        on
            joined.amount_currency = rates.currency_code
            and rate_years.rate_year = rates.rate_year

)

select * from priced
