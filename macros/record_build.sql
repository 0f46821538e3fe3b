{#-
    Notes in `raw.builds` that a `dbt build` or `dbt run` has begun, as one that did not pass: what
    breaks off leaves it so, and nothing is published.
-#}
{% macro record_start() %}
    {%- if execute and flags.WHICH in ('build', 'run') -%}
        insert into raw.builds (build_id, finished_at, command, is_passed)
        values ('{{ invocation_id }}', {{ utc_now() }}, '{{ flags.WHICH }}', false)
    {%- else -%}
        select 1
    {%- endif -%}
{% endmacro %}

{#-
    Notes at the end whether all of it passed. A part that passed says nothing of the rest: the note
    of the build before it stands again.
-#}
{% macro record_build(results) %}
    {%- if execute and flags.WHICH in ('build', 'run') -%}
        {%- set bad = results | selectattr('status', 'in', ['error', 'fail', 'skipped', 'runtime error']) | list -%}
        {%- if invocation_args_dict.get('select') and not bad -%}
            delete from raw.builds
        {%- else -%}
            update raw.builds
            set finished_at = {{ utc_now() }}, is_passed = {{ 'false' if bad else 'true' }}
        {%- endif %}
        where build_id = '{{ invocation_id }}'
    {%- else -%}
        select 1
    {%- endif -%}
{% endmacro %}

{% macro utc_now() -%}
    cast('{{ modules.datetime.datetime.utcnow() }}' as timestamp)
{%- endmacro %}
