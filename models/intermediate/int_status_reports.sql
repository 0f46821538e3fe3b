{{ kept_up_with('int_events_changed', ['event_id']) }}
-- What each mention reports of its event's status, in the order of the articles, and whether that
-- is news. A later article that retells an earlier step ("signed in 2019", when the agreement is in
-- force already) is no news; a step back counts only when it is dated after the report before it.
with

mentions as (

    select * from {{ ref('int_mentions') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

ordered as (

    select
        grouped.event_id,
        grouped.kind,
        mentions.mention_id,
        mentions.article_id,
        mentions.status,
        mentions.reported_on,
        mentions.date_edtf,
        mentions.date_from,
        case mentions.status
            when 'proposed' then 1
            when 'negotiating' then 2
            when 'open' then 2
            when 'planned' then 3
            when 'delayed' then 3
            when 'signed' then 4
            when 'held' then 4
            when 'in_force' then 5
            when 'extended' then 6
            when 'suspended' then 7
            else 8
        end as status_step,
        row_number() over (
            partition by grouped.event_id
            order by
                mentions.reported_on asc nulls first,
                mentions.first_run_number asc,
                mentions.mention_id asc
        ) as report_number
    from mentions
    inner join grouped on mentions.mention_id = grouped.mention_id

),

compared as (

    select
        *,
        max(status_step) over before_this as furthest_step_before,
        max(reported_on) over before_this as last_reported_before,
        lag(status) over (partition by event_id order by report_number) as status_before
    from ordered
    window before_this as (
        partition by event_id
        order by report_number
        rows between unbounded preceding and 1 preceding
    )

),

judged as (

    select
        * exclude (furthest_step_before, last_reported_before, status_before),
        coalesce(
            furthest_step_before is null
            or status_step > furthest_step_before
            or (
                -- The date of a promise is its deadline: it cannot tell that the report is newer.
                kind <> 'commitment'
                and status_step < furthest_step_before
                and status <> status_before
                and date_from > last_reported_before
            ),
            false
        ) as is_news
    from compared

)

select * from judged
