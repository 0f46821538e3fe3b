-- Which agreements were announced first and signed later, and how did their lives go on?
-- One row per change of status of such an agreement, in the order in which it was reported; what a
-- person put right comes last, with that person's name.
with

params as (

    select
        array['proposed', 'negotiating', 'planned'] as early_statuses,
        array['signed', 'in_force', 'extended'] as agreed_statuses

),

followed as (

    select history.row_id
    from status_history as history
    cross join params
    where history.row_kind = 'agreement'
    group by history.row_id
    having
        min(history.change_number) filter (
            where list_contains(params.early_statuses, history.status)
        )
        < max(history.change_number) filter (
            where list_contains(params.agreed_statuses, history.status)
        )

),

final as (

    select
        agreements.agreement_id,
        agreements.title,
        agreements.party_names,
        history.change_number,
        history.previous_status,
        history.status,
        history.source_type,
        history.reviewer,
        history.reported_on,
        history.event_edtf as dated_by_this_article,
        history.publisher,
        history.article_key,
        history.quote
    from followed
    inner join agreements on followed.row_id = agreements.agreement_id
    inner join status_history as history on followed.row_id = history.row_id
    order by
        agreements.agreement_id asc,
        history.change_number asc

)

select * from final
