-- The figures that come with the rules, and those of people who scored them on facts of their own.
with

shipped as (

    select * from {{ ref('extraction_scores') }}

),

own as (

    select * from {{ source('raw', 'extraction_scores') }}

),

scores as (

    select
        gold_set,
        extractor_version,
        kind,
        measure,
        coalesce(field, '') as field,
        value,
        support,
        measured_at
    from shipped

    union all

    select
        gold_set,
        extractor_version,
        kind,
        measure,
        coalesce(field, '') as field,
        value,
        support,
        measured_at
    from own

),

final as (

    select *
    from scores
    qualify row_number() over (
        partition by gold_set, kind, measure, field
        order by measured_at desc, extractor_version desc
    ) = 1

)

select * from final
