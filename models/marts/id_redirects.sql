with

corrections as (

    select * from {{ ref('int_corrections') }}

),

merges as (

    select
        target_id,
        value,
        row_kind,
        reason,
        reviewer,
        corrected_on
    from corrections
    where action = 'merge' and is_applicable

),

-- A row merged into a row that was merged away itself points to where both ended.
final as (

    select
        merges.target_id as retired_id,
        coalesce(further.value, merges.value) as current_id,
        merges.row_kind,
        merges.reason,
        merges.reviewer,
        merges.corrected_on as retired_on
    from merges
    left join merges as further on merges.value = further.target_id

)

select * from final
