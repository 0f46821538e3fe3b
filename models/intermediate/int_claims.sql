{{ kept_up_with('int_events_changed', ['event_id']) }}
-- What each mention says about each field of its event, and which value the row takes. The rule is
-- the same for every field: a correction first; then reviewed before llm before rules; then what
-- more articles say; then the more precise; then the later report; then the confidence. For a
-- status the latest news comes first after the method, since a status changes while a date or an
-- amount does not; so it is with the deadline of a promise that is reported delayed. An article
-- that says "2022" does not speak against a day of 2022: dates are supported by every article whose
-- date they meet.
with

mentions as (

    select * from {{ ref('int_mentions') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

status_reports as (

    select * from {{ ref('int_status_reports') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

-- A row bears the id of its first mention, so that a correction of the row has a place.
corrections as (

    select * from {{ ref('int_corrections') }}
    where action = 'set_value' and is_applicable

),

placed as (

    select
        mentions.*,
        grouped.event_id,
        case when status_reports.is_news then status_reports.report_number else 0 end as news_number
    from mentions
    inner join grouped on mentions.mention_id = grouped.mention_id
    inner join status_reports on mentions.mention_id = status_reports.mention_id

),

stated as (

    {% set fields = [
        ('title', 'title', "length(title)"),
        ('type', 'fact_type', "0"),
        ('status', 'status', "0"),
        ('strength', 'strength', "0"),
        ('action', 'action', "length(action)"),
        ('series', 'series', "length(series)"),
        ('ordinal', 'cast(ordinal as varchar)', "0"),
        ('place', 'place', "length(place)"),
        ('date', 'date_edtf', "-coalesce(date_to - date_from, 99999)"),
        ('valid_until', 'valid_until_edtf', "length(valid_until_edtf)"),
        ('amount', "cast(amount_value as varchar) || ' ' || coalesce(amount_currency, '?')", "0"),
        ('space', 'cast(is_space as varchar)', "0"),
    ] %}
    {% for field, value, detail in fields %}
        select
            event_id,
            kind,
            mention_id,
            article_id,
            method,
            method_rank,
            confidence,
            reported_on,
            first_run_number,
            {% if field == 'status' %}
                news_number,
            {% elif field == 'date' %}
                case when status = 'delayed' then news_number else 0 end as news_number,
            {% else %}
                0 as news_number,
            {% endif %}
            '{{ field }}' as field,
            {{ value }} as value,
            {{ detail }} as detail,
            {% if field in ('date', 'valid_until') %}
                {{ edtf_from(field ~ '_edtf') }} as value_from,
                {{ edtf_to(field ~ '_edtf') }} as value_to
            {% else %}
                cast(null as date) as value_from,
                cast(null as date) as value_to
            {% endif %}
        from placed
        where {{ value }} is not null
        union all
    {% endfor %}

    select
        placed.event_id,
        placed.kind,
        placed.mention_id,
        placed.article_id,
        'correction' as method,
        0 as method_rank,
        cast(null as double) as confidence,
        placed.reported_on,
        placed.first_run_number,
        0 as news_number,
        corrections.field,
        corrections.value,
        0 as detail,
        case
            when corrections.field in ('date', 'valid_until')
                then {{ edtf_from('corrections.value') }}
        end as value_from,
        case
            when corrections.field in ('date', 'valid_until')
                then {{ edtf_to('corrections.value') }}
        end as value_to
    from corrections
    inner join placed on corrections.target_id = placed.mention_id

),

-- A correction is nobody's report: it neither supports a value nor disputes it.
reported as (

    select * from stated
    where method <> 'correction'

),

-- A day within a month supports the month, and the month the day.
date_support as (

    select
        one.event_id,
        one.field,
        one.value,
        count(distinct other.article_id) as support_count
    from stated as one
    left join reported as other
        on
            one.event_id = other.event_id
            and one.field = other.field
            and coalesce(one.value_from, date '0001-01-01')
            <= coalesce(other.value_to, date '9999-12-31')
            and coalesce(other.value_from, date '0001-01-01')
            <= coalesce(one.value_to, date '9999-12-31')
    where one.field in ('date', 'valid_until')
    group by one.event_id, one.field, one.value

),

value_support as (

    select
        event_id,
        field,
        value,
        count(distinct article_id) as support_count
    from reported
    group by event_id, field, value

),

field_support as (

    select
        event_id,
        field,
        count(distinct article_id) as claim_count,
        min(value) <> max(value) as is_worded_differently,
        min(value_to) < max(value_from) as is_range_apart
    from reported
    group by event_id, field

),

supported as (

    select
        stated.*,
        coalesce(date_support.support_count, value_support.support_count, 0) as support_count,
        coalesce(field_support.claim_count, 0) as claim_count,
        field_support.is_worded_differently,
        field_support.is_range_apart
    from stated
    left join field_support
        on
            stated.event_id = field_support.event_id
            and stated.field = field_support.field
    left join value_support
        on
            stated.event_id = value_support.event_id
            and stated.field = value_support.field
            and stated.value = value_support.value
    left join date_support
        on
            stated.event_id = date_support.event_id
            and stated.field = date_support.field
            and stated.value = date_support.value

),

-- Another wording of a title is no dispute, nor is a status that moves on, nor a day within a
-- month.
compared as (

    select
        * exclude (is_worded_differently, is_range_apart),
        coalesce(
            case
                when field in ('date', 'valid_until') then is_range_apart
                when field in ('title', 'action', 'series', 'status', 'space') then false
                else is_worded_differently
            end,
            false
        ) as is_disputed
    from supported

),

ranked as (

    select
        *,
        row_number() over (
            partition by event_id, field
            order by
                method_rank asc,
                news_number desc,
                support_count desc,
                detail desc,
                reported_on desc nulls last,
                confidence desc nulls last,
                mention_id asc
        ) as value_rank
    from compared

)

select
    *,
    value_rank = 1 as is_chosen,
    first_value(value) over (partition by event_id, field order by value_rank) as chosen_value
from ranked
