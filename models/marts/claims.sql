with

claims as (

    select * from {{ ref('int_claims') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

final as (

    select
        md5(claims.mention_id || '-' || claims.field) as claim_id,
        claims.kind as row_kind,
        claims.event_id as row_id,
        claims.field,
        claims.value,
        claims.is_chosen,
        claims.is_disputed,
        claims.value_rank,
        claims.support_count,
        case
            when claims.is_chosen and not claims.is_disputed then 'all that state it agree'
            when
                claims.is_chosen and claims.field = 'status'
                then 'best method, then the latest report'
            when
                claims.is_chosen
                then 'best method, then most articles, then most precise, then latest'
            when claims.is_disputed then 'another article was preferred'
            else 'agrees with the value taken'
        end as choice_reason,
        claims.mention_id,
        claims.article_id,
        articles.article_key,
        articles.publisher,
        articles.published_on,
        claims.method,
        claims.confidence,
        mentions.first_quote as quote
    from claims
    inner join articles on claims.article_id = articles.article_id
    inner join mentions on claims.mention_id = mentions.mention_id

)

select * from final
