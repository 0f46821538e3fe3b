-- An id that somebody noted is not in the tables any more: which row is it part of now, and why?
-- One row per retired id, with what is known under the new one.
with

final as (

    select
        redirects.retired_id,
        redirects.current_id,
        redirects.row_kind,
        redirects.reason,
        coalesce(redirects.reviewer, 'nobody; it followed from the articles') as decided_by,
        redirects.retired_on,
        redirects.last_run_id,
        timeline.what,
        timeline.happens_edtf,
        timeline.status,
        timeline.article_count
    from id_redirects as redirects
    inner join cooperation_timeline as timeline on redirects.current_id = timeline.row_id
    order by
        redirects.row_kind asc,
        redirects.retired_id asc

)

select * from final
