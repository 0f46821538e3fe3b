-- What each mention says about each field of its event, and which value the row takes. The rule is
-- the same for every field: reviewed before llm before rules; then what more articles say; then the
-- more precise; then the later report; then the confidence. For a status the latest news comes
-- first, since a status changes while a date or an amount does not.
with

mentions as (

    select * from {{ ref('int_mentions') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}

),

status_reports as (

    select * from {{ ref('int_status_reports') }}

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
            {% if field == 'status' %}news_number{% else %}0{% endif %} as news_number,
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
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

supported as (

    select
        *,
        count(distinct article_id) over (partition by event_id, field, value) as support_count,
        min(value) over same_field <> max(value) over same_field as is_worded_differently,
        min(value_to) over same_field < max(value_from) over same_field as is_range_apart
    from stated
    window same_field as (partition by event_id, field)

),

-- Another wording of a title is no dispute, nor is a status that moves on, nor a day within a month.
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
    value_rank = 1 as is_chosen
from ranked
