{#-
    EDTF (ISO 8601-2) as the codebook uses it, turned into a range of days. The ends are inclusive:
    `2022` runs from 2022-01-01 to 2022-12-31. An open or unknown end, and a text that is not EDTF,
    give null. Seasons (21 spring to 24 winter) are those of the northern hemisphere.
-#}
{% macro edtf_from(edtf) %}
    {{- _edtf_day(_edtf_end(edtf, 1), "from") -}}
{% endmacro %}

{% macro edtf_to(edtf) %}
    {{- _edtf_day(_edtf_end(edtf, 2), "to") -}}
{% endmacro %}

{#- day, month, season, year, decade or interval; null when there is no date. -#}
{% macro edtf_precision(edtf) -%}
    case
        when {{ edtf }} like '%/%' then 'interval'
        when {{ matches(bare_edtf(edtf), '\d{4}-\d{2}-\d{2}') }} then 'day'
        when {{ matches(bare_edtf(edtf), '\d{4}-2[1-4]') }} then 'season'
        when {{ matches(bare_edtf(edtf), '\d{4}-\d{2}') }} then 'month'
        when {{ matches(bare_edtf(edtf), '\d{4}') }} then 'year'
        when {{ matches(bare_edtf(edtf), '\d{3}X') }} then 'decade'
    end
{%- endmacro %}

{% macro edtf_is_approximate(edtf) -%}
    ({{ edtf }} like '%~%' or {{ edtf }} like '%?%')
{%- endmacro %}

{% macro bare_edtf(edtf) -%}
    rtrim({{ edtf }}, '~?%')
{%- endmacro %}

{% macro matches(text, pattern) -%}
    regexp_full_match({{ text }}, '{{ pattern }}')
{%- endmacro %}

{% macro _edtf_end(edtf, part) -%}
    rtrim(
        case
            when {{ edtf }} like '%/%' then split_part({{ edtf }}, '/', {{ part }})
            else {{ edtf }}
        end,
        '~?%'
    )
{%- endmacro %}

{% macro _edtf_day(text, side) -%}
    case
        when {{ matches(text, '\d{4}-\d{2}-\d{2}') }} then try_cast({{ text }} as date)
        when {{ matches(text, '\d{4}-(0[1-9]|1[0-2])') }}
            then {{ _month_end("try_cast(" ~ text ~ " || '-01' as date)", side) }}
        when {{ matches(text, '\d{4}-2[1-4]') }} then {{ _season_end(text, side) }}
        when {{ matches(text, '\d{4}') }}
            then try_cast({{ text }} || '{{ '-01-01' if side == 'from' else '-12-31' }}' as date)
        when {{ matches(text, '\d{3}X') }}
            then try_cast(
                left({{ text }}, 3) || '{{ '0-01-01' if side == 'from' else '9-12-31' }}' as date
            )
    end
{%- endmacro %}

{% macro _month_end(day, side) -%}
    {{ day if side == 'from' else 'last_day(' ~ day ~ ')' }}
{%- endmacro %}

{% macro _season_end(text, side) -%}
    {%- set first_day -%}
        cast(left({{ text }}, 4) || case right({{ text }}, 2)
            when '21' then '-03-01' when '22' then '-06-01' when '23' then '-09-01' else '-12-01'
        end as date)
    {%- endset -%}
    {%- if side == 'from' -%}
        {{ first_day }}
    {%- else -%}
        last_day(cast({{ first_day }} + interval 2 month as date))
    {%- endif -%}
{%- endmacro %}

{#- The day the registers are told for: the variable `as_of`, else the day of the build. -#}
{% macro as_of() -%}
    {% if var('as_of') %}cast('{{ var("as_of") }}' as date){% else %}current_date{% endif %}
{%- endmacro %}
