{#-
    The plain rules of a table of reference data in one test, so that a build need not run one for
    each column: `filled` names columns that are never empty, `once` columns or expressions whose
    value no two rows share, `listed` the values a column may have. A failing row begins with its
    `problem`.
-#}
{% test are_sound(model, filled=[], once=[], listed={}) %}

{% for column in filled %}
    select
        '{{ column }} is empty' as problem,
        *
    from {{ model }}
    where {{ column }} is null
    union all
{% endfor %}
{% for value in once %}
    select
        {{ dbt.string_literal(dbt.escape_single_quotes(value)) }} || ' stands twice: ' || {{ value }} as problem,
        *
    from {{ model }}
    where {{ value }} is not null
    qualify count(*) over (partition by {{ value }}) > 1
    union all
{% endfor %}
{% for column, values in listed.items() %}
    select
        '{{ column }} is none of {{ values | join(", ") }}: ' || {{ column }} as problem,
        *
    from {{ model }}
    where {{ column }} not in ('{{ values | join("', '") }}')
    union all
{% endfor %}
select
    '' as problem,
    *
from {{ model }}
where false

{% endtest %}
