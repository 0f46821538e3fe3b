{#- Fails for each row for which `condition` is not true; null counts as not true. -#}
{% test holds(model, condition, shown=none) %}

select {{ (shown or ['*']) | join(', ') }}
from {{ model }}
where ({{ condition }}) is not true

{% endtest %}
