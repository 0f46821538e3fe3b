{#- One build file is one warehouse: schemas carry their room's name, without a target's prefix. -#}
{% macro generate_schema_name(custom_schema_name, node) %}
    {{- (custom_schema_name or target.schema) | trim -}}
{% endmacro %}
