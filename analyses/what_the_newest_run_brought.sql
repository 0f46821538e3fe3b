-- What did the newest run bring: which rows are new, and which have more to rest on?
-- One row per agreement, meeting or promise that the run's articles tell of; new ones first.
with

params as (

    select max(run_number) as run_number
    from whats_new

),

final as (

    select
        news.run_id,
        news.ingested_at,
        news.change_type,
        news.row_kind,
        news.what,
        news.party_names,
        news.reported_statuses,
        news.mention_count,
        timeline.status,
        timeline.happens_edtf,
        news.row_id
    from whats_new as news
    inner join params on news.run_number = params.run_number
    inner join cooperation_timeline as timeline on news.row_id = timeline.row_id
    order by
        news.change_type desc,
        news.row_kind asc,
        timeline.happens_from desc nulls last,
        news.row_id asc

)

select * from final
