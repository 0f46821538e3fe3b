-- What each mention says about each field of its event, and which value the row takes. The rule is
-- the same for every field: reviewed before llm before rules; then what more articles say; then the
-- more precise; then the later report; then the confidence. For a status the later report comes
-- first, since a status changes while a date or an amount does not.
with

mentions as (

    select * from {{ ref('int_mentions') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}

),

placed as (

    select
        mentions.*,
        grouped.event_id
    from mentions
    inner join grouped on mentions.mention_id = grouped.mention_id

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
        ('date', 'date_edtf',
            "case date_precision when 'day' then 6 when 'interval' then 5 when 'month' then 4 when 'season' then 3 when 'year' then 2 else 1 end"),
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
            '{{ field }}' as field,
            {{ value }} as value,
            {{ detail }} as detail
        from placed
        where {{ value }} is not null
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

supported as (

    select
        *,
        count(distinct article_id) over (partition by event_id, field, value) as support_count,
        min(value) over (partition by event_id, field)
        <> max(value) over (partition by event_id, field) as is_disputed
    from stated

),

ranked as (

    select
        *,
        row_number() over (
            partition by event_id, field
            order by
                method_rank asc,
                case when field = 'status' then coalesce(reported_on, date '0001-01-01') end desc nulls last,
                support_count desc,
                detail desc,
                reported_on desc nulls last,
                confidence desc nulls last,
                mention_id asc
        ) as value_rank
    from supported

)

select
    *,
    value_rank = 1 as is_chosen
from ranked
