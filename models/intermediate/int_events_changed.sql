-- The mentions of an event and the versions of their articles, as one digest, beside the digest of
-- what the incremental models were last made of. An event that is no more has no version.
with

grouped as (

    select * from {{ ref('int_mentions_grouped') }}

),

articles as (

    select * from {{ ref('int_articles_changed') }}

),

built as (

    select
        version_id as built_id,
        version as built_version
    from {{ source('state', 'built_versions') }}
    where version_of = 'events'

),

versions as (

    select
        grouped.event_id,
        md5(string_agg(
            grouped.mention_id || articles.version, '' order by grouped.mention_id
        )) as version
    from grouped
    inner join articles on grouped.article_id = articles.changed_id
    group by grouped.event_id

),

compared as (

    select
        versions.version,
        built.built_version,
        coalesce(versions.event_id, built.built_id) as changed_id,
        coalesce(versions.version <> built.built_version, true) as is_changed
    from versions
    full outer join built on versions.event_id = built.built_id

)

select * from compared
