with

timeline as (

    select * from {{ ref('cooperation_timeline') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

runs as (

    select * from {{ ref('stg_raw__ingest_runs') }}

),

first_reports as (

    select
        grouped.event_id,
        min(mentions.first_run_number) as first_run_number
    from grouped
    inner join mentions on grouped.mention_id = mentions.mention_id
    group by grouped.event_id

),

reports as (

    select
        grouped.event_id,
        mentions.first_run_number as run_number,
        count(*) as mention_count,
        string_agg(distinct mentions.status, ', ' order by mentions.status) as reported_statuses
    from grouped
    inner join mentions on grouped.mention_id = mentions.mention_id
    group by grouped.event_id, mentions.first_run_number

),

final as (

    select
        runs.run_id,
        runs.run_number,
        runs.finished_at as ingested_at,
        timeline.row_kind,
        timeline.row_id,
        case
            when reports.run_number = first_reports.first_run_number then 'new row'
            else 'more reports'
        end as change_type,
        timeline.what,
        timeline.party_names,
        reports.reported_statuses,
        reports.mention_count
    from reports
    inner join first_reports on reports.event_id = first_reports.event_id
    inner join timeline on reports.event_id = timeline.row_id
    inner join runs on reports.run_number = runs.run_number

)

select * from final
