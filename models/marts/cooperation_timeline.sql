{% set kinds = [
    ('agreement', 'agreements', 'agreement_id', 'signed', 'title', 'agreement_type'),
    ('meeting', 'meetings', 'meeting_id', 'held', "coalesce(series, party_names)", 'meeting_type'),
    ('commitment', 'commitments', 'commitment_id', 'due', 'action', 'strength'),
] %}
with

{% for kind, model, key, when, what, type in kinds %}
    {{ model }} as (

        select * from {{ ref(model) }}

    ),

{% endfor %}
final as (

    {% for kind, model, key, when, what, type in kinds %}
        select
            '{{ kind }}' as row_kind,
            {{ key }} as row_id,
            {{ when }}_from as happens_from,
            {{ when }}_to as happens_to,
            {{ when }}_edtf as happens_edtf,
            {{ type }} as row_type,
            status,
            {{ what }} as what,
            country_codes,
            party_names,
            article_count,
            first_reported_on
        from {{ model }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

)

select * from final
