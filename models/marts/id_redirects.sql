-- Ids that a row had once: merged away by a person, or left behind when the mention that gave the
-- row its name was withdrawn or joined an older row. A row merged into a row that was merged away
-- itself points to where both ended.
with

mergers as (

    select * from {{ ref('int_corrections') }}
    where action = 'merge'

),

row_mentions as (

    select * from {{ source('state', 'row_mentions') }}

),

runs as (

    select * from {{ ref('stg_raw__ingest_runs') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped') }}

),

-- As of an earlier run, an id that came later is not known yet.
retired as (

    select
        row_id,
        max(last_run_number) as last_run_number
    from row_mentions
    where first_run_number <= (select max(runs.run_number) from runs)
    group by row_id
    having row_id not in (select grouped.event_id from grouped)

),

-- The row that most of its mentions are in now; none, when all of them were withdrawn.
followed as (

    select
        retired.row_id,
        retired.last_run_number,
        grouped.event_id,
        grouped.kind
    from retired
    inner join row_mentions on retired.row_id = row_mentions.row_id
    inner join grouped on row_mentions.mention_id = grouped.mention_id
    group by retired.row_id, retired.last_run_number, grouped.event_id, grouped.kind
    qualify row_number() over (
        partition by retired.row_id
        order by count(*) desc, grouped.event_id asc
    ) = 1

),

by_hand as (

    -- Also when the two have become one without the correction since.
    select
        mergers.target_id as retired_id,
        coalesce(grouped.event_id, mergers.kept_id) as current_id,
        mergers.row_kind,
        mergers.reason,
        mergers.reviewer,
        mergers.corrected_on as retired_on,
        cast(null as varchar) as last_run_id
    from mergers
    left join grouped on mergers.target_id = grouped.mention_id
    where mergers.is_applicable or grouped.event_id <> mergers.target_id

),

by_itself as (

    select
        followed.row_id as retired_id,
        followed.event_id as current_id,
        followed.kind as row_kind,
        case
            when named.mention_id is null
                then 'the mention it was named after was withdrawn'
            else 'the mention it was named after is part of another row now'
        end as reason,
        cast(null as varchar) as reviewer,
        cast(null as date) as retired_on,
        runs.run_id as last_run_id
    from followed
    left join grouped as named on followed.row_id = named.mention_id
    left join runs on followed.last_run_number = runs.run_number
    where followed.row_id not in (select by_hand.retired_id from by_hand)

),

final as (

    select * from by_hand
    union all
    select * from by_itself

)

select * from final
