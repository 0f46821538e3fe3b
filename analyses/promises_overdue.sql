-- Which promises should have been kept by now, with no article that says that they were?
-- One row per overdue promise with the sentence that made it; the longest overdue first.
with

params as (

    select array['firm', 'intended'] as counted_strengths

),

overdue as (

    select tracker.*
    from commitment_tracker as tracker
    inner join params on list_contains(params.counted_strengths, tracker.strength)
    where tracker.tracked_status = 'overdue'

),

latest_quotes as (

    select
        row_id,
        quote,
        article_key,
        published_on
    from evidence
    where row_kind = 'commitment'
    qualify row_number() over (
        partition by row_id
        order by published_on desc nulls last, quote_number asc, evidence_id asc
    ) = 1

),

final as (

    select
        overdue.commitment_id,
        overdue.due_edtf,
        -overdue.days_left as days_overdue,
        overdue.strength,
        overdue.party_names,
        overdue.action,
        overdue.beneficiary_name,
        latest_quotes.published_on as last_reported_on,
        latest_quotes.article_key,
        latest_quotes.quote
    from overdue
    inner join latest_quotes on overdue.commitment_id = latest_quotes.row_id
    order by
        overdue.days_left asc,
        overdue.commitment_id asc

)

select * from final
