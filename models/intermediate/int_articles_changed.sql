-- What an article says and is known for, as one digest, beside the digest of what the incremental
-- models were last made of. An article that is not here any more has no version.
with

articles as (

    select * from {{ ref('int_articles_merged') }}

),

facts as (

    select * from {{ ref('stg_raw__facts') }}

),

built as (

    select
        version_id as built_id,
        version as built_version
    from {{ source('state', 'built_versions') }}
    where version_of = 'articles'

),

-- A fact stands for its parties, people and quotes too: they never change under its `fact_id`.
stated as (

    select
        article_id,
        string_agg({{ row_version('facts') }}, '' order by mention_id) as fact_versions
    from facts
    group by article_id

),

versions as (

    select
        articles.article_id,
        md5({{ row_version('articles') }} || coalesce(stated.fact_versions, '')) as version
    from articles
    left join stated on articles.article_id = stated.article_id

),

compared as (

    select
        versions.version,
        built.built_version,
        coalesce(versions.article_id, built.built_id) as changed_id,
        coalesce(versions.version <> built.built_version, true) as is_changed
    from versions
    full outer join built on versions.article_id = built.built_id

)

select * from compared
