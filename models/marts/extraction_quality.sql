with

scores as (

    select * from {{ source('raw', 'extraction_scores') }}

),

final as (

    select
        gold_set,
        extractor_version,
        kind,
        measure,
        coalesce(field, '') as field,
        value,
        support,
        measured_at
    from scores
    qualify row_number() over (
        partition by gold_set, kind, measure, coalesce(field, '')
        order by measured_at desc, extractor_version desc
    ) = 1

)

select * from final
