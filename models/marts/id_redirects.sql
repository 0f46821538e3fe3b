-- A row merged into a row that was merged away itself points to where both ended.
with

mergers as (

    select * from {{ ref('int_corrections') }}
    where action = 'merge' and is_applicable

),

final as (

    select
        target_id as retired_id,
        kept_id as current_id,
        row_kind,
        reason,
        reviewer,
        corrected_on as retired_on
    from mergers

)

select * from final
