-- Which promises are still open and fall due in the coming years, and which come first?
-- One row per open promise with a deadline within the given number of days; the nearest first.
with

params as (

    select 3 * 365 as days_ahead

),

final as (

    select
        tracker.commitment_id,
        tracker.due_edtf,
        tracker.days_left,
        tracker.tracked_status,
        tracker.strength,
        tracker.party_names,
        tracker.action,
        tracker.beneficiary_name,
        tracker.last_reported_on,
        tracker.as_of_on
    from commitment_tracker as tracker
    inner join params on tracker.days_left <= params.days_ahead
    where tracker.tracked_status in ('due_soon', 'open')
    order by
        tracker.days_left asc,
        tracker.commitment_id asc

)

select * from final
