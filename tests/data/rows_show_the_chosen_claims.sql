-- What a mart row shows is the value chosen in `claims`, neither more nor less.
{{ config(severity='error') }}

with

claims as (

    select * from {{ ref('claims') }}
    where is_chosen

),

shown as (

    {% set shown = {
        'agreements': ('agreement_id', {
            'title': 'title', 'type': 'agreement_type', 'status': 'status', 'place': 'place',
            'date': 'signed_edtf', 'valid_until': 'valid_until_edtf',
        }),
        'meetings': ('meeting_id', {
            'type': 'meeting_type', 'status': 'status', 'series': 'series', 'place': 'place',
            'date': 'held_edtf',
        }),
        'commitments': ('commitment_id', {
            'action': 'action', 'strength': 'strength', 'status': 'status', 'date': 'due_edtf',
        }),
    } %}
    {% for mart, (key, columns) in shown.items() %}
        {% set mart_loop = loop %}
        {% for field, column in columns.items() %}
            select
                {{ key }} as row_id,
                '{{ field }}' as field,
                {{ column }} as shown_value
            from {{ ref(mart) }}
            where {{ column }} is not null
            {% if not (loop.last and mart_loop.last) %}union all{% endif %}
        {% endfor %}
    {% endfor %}

),

claimed as (

    select
        row_id,
        field,
        value as chosen_value
    from claims
    where field not in ('amount', 'ordinal', 'space')

)

select
    coalesce(shown.row_id, claimed.row_id) as row_id,
    coalesce(shown.field, claimed.field) as field,
    shown.shown_value,
    claimed.chosen_value
from shown
full outer join claimed
    on
        shown.row_id = claimed.row_id
        and shown.field = claimed.field
where shown.shown_value is distinct from claimed.chosen_value
