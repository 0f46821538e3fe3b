-- What belongs together without being one: an amount or a promise must not be counted for both.
with

mentions as (

    select
        grouped.event_id,
        mentions.*
    from {{ ref('int_mentions') }} as mentions
    inner join {{ ref('int_mentions_grouped') }} as grouped
        on mentions.mention_id = grouped.mention_id

),

quotes as (

    select * from {{ ref('stg_raw__fact_evidence') }}

),

agreements as (

    select * from mentions
    where kind = 'agreement'

),

-- A framework and what was signed under it: the article says so in the sentence of the latter.
under_framework as (

    select
        later.event_id as agreement_id,
        'agreement' as linked_kind,
        framework.event_id as linked_id,
        'signed_under' as link_type,
        later.article_id,
        later.mention_id
    from agreements as later
    inner join agreements as framework
        on
            later.article_id = framework.article_id
            and later.event_id <> framework.event_id
            and {{ overlap('later.party_codes', 'framework.party_codes') }} >= 0.5
    inner join quotes on later.mention_id = quotes.mention_id
    where
        regexp_matches(
            lower(framework.title),
            'framework|strategic partnership|agreement on (technical|economic|cooperation)'
        )
        and regexp_matches(
            lower(quotes.quote), '(under|within|in the framework of|pursuant to|on the basis of) '
        )
        and contains({{ name_key('quotes.quote') }}, {{ name_key('framework.title') }})

),

-- The statement or instrument, and the promises its sentences make.
pledged_in as (

    select
        agreements.event_id as agreement_id,
        'commitment' as linked_kind,
        promises.event_id as linked_id,
        'pledged_in' as link_type,
        agreements.article_id,
        agreements.mention_id
    from agreements
    inner join quotes as agreement_quotes on agreements.mention_id = agreement_quotes.mention_id
    inner join quotes as promise_quotes
        on
            agreement_quotes.article_id = promise_quotes.article_id
            and agreement_quotes.start_offset < promise_quotes.end_offset
            and agreement_quotes.end_offset > promise_quotes.start_offset
    inner join mentions as promises
        on
            promise_quotes.mention_id = promises.mention_id
            and promises.kind = 'commitment'
    where
        agreements.fact_type <> 'accession'
        and {{ overlap('agreements.party_codes', 'promises.party_codes') }} > 0

),

-- The meeting at which it was signed: the same parties on the same day, in one article.
signed_at as (

    select
        agreements.event_id as agreement_id,
        'meeting' as linked_kind,
        meetings.event_id as linked_id,
        'signed_at' as link_type,
        agreements.article_id,
        agreements.mention_id
    from agreements
    inner join mentions as meetings
        on
            agreements.article_id = meetings.article_id
            and meetings.kind = 'meeting'
            and agreements.date_edtf = meetings.date_edtf
    where
        agreements.date_precision in ('day', 'interval')
        and agreements.fact_type <> 'accession'
        and {{ overlap('agreements.party_codes', 'meetings.party_codes') }} >= 0.5

),

links as (

    select * from under_framework
    union all
    select * from pledged_in
    union all
    select * from signed_at

),

final as (

    select
        agreement_id,
        linked_kind,
        linked_id,
        link_type,
        count(distinct article_id) as article_count,
        min(mention_id) as mention_id
    from links
    group by agreement_id, linked_kind, linked_id, link_type

)

select * from final
