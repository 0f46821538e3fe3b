{#-
    Fails for each `parent_field` of `parent` (where `parent_condition` holds) that no row of this
    model (where `condition` holds) has in `field`.
-#}
{% test has_a_row_for_each(
    model, parent, field, parent_field=none, condition='true', parent_condition='true'
) %}

select parents.*
from (select * from {{ parent }} where {{ parent_condition }}) as parents
anti join
    (select {{ field }} as found_key from {{ model }} where {{ condition }}) as found
    on parents.{{ parent_field or field }} = found.found_key

{% endtest %}
