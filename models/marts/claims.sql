{{ kept_up_with('int_events_changed', ['row_id']) }}
with

claims as (

    select * from {{ ref('int_claims') }}
    where {{ is_due('event_id', 'int_events_changed') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}

),

corrections as (

    select * from {{ ref('int_corrections') }}
    where action = 'set_value'

),

final as (

    select
        md5(concat_ws('-', claims.mention_id, claims.field, claims.method)) as claim_id,
        claims.kind as row_kind,
        claims.event_id as row_id,
        claims.field,
        claims.value,
        claims.is_chosen,
        claims.is_disputed,
        claims.value_rank,
        claims.support_count,
        case
            when claims.method = 'correction'
                then 'corrected by ' || corrections.reviewer || ': ' || corrections.reason
            when claims.is_chosen and claims.support_count = claims.claim_count
                then 'all that state it agree'
            when claims.is_chosen and claims.field = 'status'
                then 'best method, then the latest news'
            when claims.is_chosen
                then 'best method, then most articles, then most precise, then latest'
            when claims.value = claims.chosen_value then 'agrees with the value taken'
            when claims.is_disputed then 'disagrees; another value was preferred'
            when claims.field = 'status' then 'not the latest news'
            else 'says it otherwise; another value was preferred'
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
    left join corrections
        on
            claims.method = 'correction'
            and claims.mention_id = corrections.target_id
            and claims.field = corrections.field

)

select * from final
