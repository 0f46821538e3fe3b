-- What became of promises: which were kept, delayed or dropped, and how did the deadline move?
-- One row per promise whose end or delay was reported, with its first and its last report.
with

params as (

    select array['fulfilled', 'delayed', 'cancelled'] as outcomes

),

reports as (

    select
        row_id,
        min_by(status, change_number) as first_status,
        min_by(reported_on, change_number) as first_reported_on,
        min_by(event_edtf, change_number) as first_due_edtf,
        max_by(event_edtf, change_number) as last_due_edtf,
        max_by(reported_on, change_number) as outcome_reported_on,
        max_by(quote, change_number) as outcome_quote,
        max_by(article_key, change_number) as outcome_article_key
    from status_history
    where row_kind = 'commitment'
    group by row_id

),

final as (

    select
        commitments.commitment_id,
        commitments.status as outcome,
        commitments.party_names,
        commitments.action,
        reports.first_status,
        reports.first_reported_on,
        reports.first_due_edtf,
        reports.last_due_edtf,
        reports.outcome_reported_on,
        reports.outcome_article_key,
        reports.outcome_quote
    from commitments
    inner join params on list_contains(params.outcomes, commitments.status)
    inner join reports on commitments.commitment_id = reports.row_id
    order by
        commitments.status asc,
        reports.outcome_reported_on asc,
        commitments.commitment_id asc

)

select * from final
