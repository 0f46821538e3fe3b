with

source as (

    select * from {{ source('raw', 'rejected_inputs') }}

),

renamed as (

    select
        rejection_id,
        run_id,
        source_path,
        source_position,
        reason_code,
        reason,
        field,
        value
    from source

)

select * from renamed
