-- One row per fact that speaks now, with its dates as ranges and its article's day.
with

facts as (

    select * from {{ ref('stg_raw__facts') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

first_quotes as (

    select
        fact_id,
        quote as first_quote
    from {{ ref('stg_raw__fact_evidence') }}
    where position = 0

),

party_codes as (

    select
        mention_id,
        list_sort(list(distinct party_code)) as party_codes
    from {{ ref('int_parties_resolved') }}
    where role = 'party'
    group by mention_id

),

dated as (

    select
        facts.* exclude (document_id),
        articles.published_on as reported_on,
        first_quotes.first_quote,
        coalesce(party_codes.party_codes, []) as party_codes,
        {{ edtf_from('facts.date_edtf') }} as date_from,
        {{ edtf_to('facts.date_edtf') }} as date_to,
        {{ edtf_precision('facts.date_edtf') }} as date_precision,
        {{ content_words("concat_ws(' ', facts.title, facts.series, facts.action)") }} as subject_words
    from facts
    inner join articles on facts.article_id = articles.article_id
    left join first_quotes on facts.fact_id = first_quotes.fact_id
    left join party_codes on facts.mention_id = party_codes.mention_id

)

select * from dated
