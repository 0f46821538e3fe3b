{#-
    Notes after every `dbt build` or `dbt run` whether all of it passed, so that a warehouse with a
    failed model or test is not published.
-#}
{% macro record_build(results) %}
    {%- if execute and flags.WHICH in ('build', 'run') -%}
        {%- set bad = results | selectattr('status', 'in', ['error', 'fail', 'skipped', 'runtime error']) | list -%}
        {%- if invocation_args_dict.get('select') and not bad -%}
        {#- A part that passed says nothing of the rest. -#}
        select 1
        {%- else -%}
        insert into raw.builds (build_id, finished_at, command, is_passed)
        values (
            '{{ invocation_id }}',
            cast('{{ modules.datetime.datetime.utcnow() }}' as timestamp),
            '{{ flags.WHICH }}',
            {{ 'false' if bad else 'true' }}
        )
        {%- endif -%}
    {%- else -%}
        select 1
    {%- endif -%}
{% endmacro %}
