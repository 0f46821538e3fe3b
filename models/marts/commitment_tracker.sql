with

commitments as (

    select * from {{ ref('commitments') }}

),

final as (

    select
        commitment_id,
        {{ as_of() }} as as_of_on,
        action,
        party_names,
        country_codes,
        beneficiary_name,
        strength,
        status as reported_status,
        case
            when status in ('fulfilled', 'cancelled', 'delayed') then status
            when due_edtf is null or due_to is null then 'no_deadline'
            when due_to < {{ as_of() }} then 'overdue'
            when due_to <= {{ as_of() }} + interval 90 day then 'due_soon'
            else 'open'
        end as tracked_status,
        due_edtf,
        due_from,
        due_to,
        date_diff('day', {{ as_of() }}, due_to) as days_left,
        amount,
        amount_currency,
        amount_usd,
        article_count,
        last_reported_on
    from commitments

)

select * from final
