-- Suspicion as data: each check is one CTE; a suspect row is named here and changed nowhere.
with

mentions as (

    select
        mentions.*,
        grouped.event_id,
        articles.article_key
    from {{ ref('int_mentions') }} as mentions
    inner join
        {{ ref('int_mentions_grouped') }} as grouped
        on mentions.mention_id = grouped.mention_id
    inner join
        {{ ref('int_articles_merged') }} as articles
        on mentions.article_id = articles.article_id

),

events as (

    select * from {{ ref('int_events_chosen') }}

),

first_mentions as (

    select * from mentions
    where mention_id = event_id

),

known_codes as (

    select country_code as party_code from {{ ref('stg_seeds__countries') }}
    union
    select party_code from {{ ref('stg_seeds__organizations') }}
    where party_code is not null

),

deadline_before_report as (

    select
        'deadline_before_report' as check_name,
        'warning' as severity,
        mentions.kind as row_kind,
        mentions.event_id as row_id,
        mentions.mention_id,
        'due' as field,
        mentions.date_edtf as value,
        'the deadline '
        || mentions.date_edtf
        || ' lies before the article of '
        || mentions.reported_on
        || ' that calls the promise open' as reason
    from mentions
    where
        mentions.kind = 'commitment'
        and mentions.status = 'open'
        and mentions.date_to < mentions.reported_on

),

-- An article without a date of its own still dates itself by the latest day it calls done.
stories as (

    select
        article_id,
        max(date_from) as latest_day
    from mentions
    where status in ('held', 'signed')
    group by article_id

),

deadline_before_story as (

    select
        'deadline_before_story' as check_name,
        'warning' as severity,
        mentions.kind as row_kind,
        mentions.event_id as row_id,
        mentions.mention_id,
        'due' as field,
        mentions.date_edtf as value,
        'the deadline ' || mentions.date_edtf || ' lies before ' || stories.latest_day
        || ', the latest day that the same undated article calls done' as reason
    from mentions
    inner join stories on mentions.article_id = stories.article_id
    where
        mentions.kind = 'commitment'
        and mentions.status = 'open'
        and mentions.reported_on is null
        and mentions.date_to < stories.latest_day

),

done_in_the_future as (

    select
        'done_in_the_future' as check_name,
        'error' as severity,
        mentions.kind as row_kind,
        mentions.event_id as row_id,
        mentions.mention_id,
        'status' as field,
        mentions.status as value,
        'called ' || mentions.status || ' for ' || mentions.date_edtf || ', after the article of '
        || mentions.reported_on as reason
    from mentions
    where
        mentions.status in ('signed', 'held', 'fulfilled')
        and mentions.date_from > mentions.reported_on

),

end_before_start as (

    select
        'end_before_start' as check_name,
        'error' as severity,
        events.kind as row_kind,
        events.event_id as row_id,
        first_mentions.mention_id,
        'valid_until' as field,
        events.valid_until_edtf as value,
        'ends ' || events.valid_until_edtf || ' before it starts ' || events.date_edtf as reason
    from events
    inner join first_mentions on events.event_id = first_mentions.event_id
    where events.valid_until_to < events.date_from

),

amount_without_currency as (

    select
        'amount_without_currency' as check_name,
        'warning' as severity,
        mentions.kind as row_kind,
        mentions.event_id as row_id,
        mentions.mention_id,
        'amount' as field,
        cast(mentions.amount_value as varchar) as value,
        'an amount of ' || mentions.amount_value || ' without a currency' as reason
    from mentions
    where
        mentions.amount_value is not null
        and mentions.amount_currency is null

),

party_unresolved as (

    select
        'party_unresolved' as check_name,
        'warning' as severity,
        mentions.kind as row_kind,
        mentions.event_id as row_id,
        mentions.mention_id,
        'party' as field,
        parties.party_name as value,
        'the party "' || parties.party_name || '" has the code '
        || parties.party_code || ', which is no country and no body of the register' as reason
    from {{ ref('int_parties_resolved') }} as parties
    inner join mentions on parties.mention_id = mentions.mention_id
    left join known_codes on parties.party_code = known_codes.party_code
    where known_codes.party_code is null

),

passed_without_report as (

    select
        'passed_without_report' as check_name,
        'info' as severity,
        events.kind as row_kind,
        events.event_id as row_id,
        first_mentions.mention_id,
        'status' as field,
        events.status_value as value,
        events.status_value
        || ' for '
        || events.date_edtf
        || '; that time has passed and no article says what became of it' as reason
    from events
    inner join first_mentions on events.event_id = first_mentions.event_id
    where
        events.status_value in ('planned', 'proposed', 'negotiating')
        and events.date_to < {{ as_of() }}

),

one_against_others as (

    select
        'one_against_others' as check_name,
        'warning' as severity,
        claims.kind as row_kind,
        claims.event_id as row_id,
        claims.mention_id,
        claims.field,
        claims.value,
        'one article says '
        || claims.value
        || ' where '
        || chosen.support_count
        || ' say '
        || chosen.value as reason
    from {{ ref('int_claims') }} as claims
    inner join {{ ref('int_claims') }} as chosen
        on
            claims.event_id = chosen.event_id
            and claims.field = chosen.field
            and chosen.is_chosen
    where
        claims.support_count = 1
        and chosen.support_count >= 2
        and claims.is_disputed
        and claims.value <> chosen.value
        and claims.field in ('date', 'amount', 'type', 'ordinal')

),

possible_duplicate as (

    select
        'possible_duplicate' as check_name,
        'warning' as severity,
        later.kind as row_kind,
        later.event_id as row_id,
        later.mention_id,
        'row' as field,
        earlier.event_id as value,
        'may be the same as row '
        || earlier.event_id
        || ' (score '
        || pairs.score
        || '), told by article '
        || earlier.article_key as reason
    from {{ ref('int_mention_pairs') }} as pairs
    inner join mentions as later on pairs.later_mention_id = later.mention_id
    inner join mentions as earlier on pairs.earlier_mention_id = earlier.mention_id
    where later.event_id <> earlier.event_id
    qualify row_number() over (
        partition by later.event_id, earlier.event_id
        order by pairs.score desc, pairs.later_mention_id asc
    ) = 1

),

quote_in_furniture as (

    select
        'quote_in_furniture' as check_name,
        'warning' as severity,
        mentions.kind as row_kind,
        mentions.event_id as row_id,
        mentions.mention_id,
        'evidence' as field,
        quotes.quote as value,
        'a reviewed quote lies in what looks like page furniture' as reason
    from {{ ref('stg_raw__fact_evidence') }} as quotes
    inner join mentions on quotes.mention_id = mentions.mention_id
    where quotes.is_in_furniture
    qualify row_number() over (partition by mentions.mention_id order by quotes.position asc) = 1

),

found as (

    {% set checks = [
        'deadline_before_report', 'deadline_before_story', 'done_in_the_future', 'end_before_start',
        'amount_without_currency', 'party_unresolved', 'passed_without_report',
        'one_against_others', 'possible_duplicate', 'quote_in_furniture',
    ] %}
    {% for check in checks %}
        select * from {{ check }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

final as (

    select
        md5(concat_ws('-', found.check_name, found.mention_id, found.field, found.value))
            as issue_id,
        found.check_name,
        found.severity,
        found.row_kind,
        found.row_id,
        found.mention_id,
        found.field,
        found.value,
        found.reason,
        mentions.article_id,
        mentions.article_key,
        mentions.first_quote as quote,
        acceptances.target_id is not null as is_accepted,
        acceptances.reason as accepted_because
    from found
    inner join mentions on found.mention_id = mentions.mention_id
    left join {{ ref('int_corrections') }} as acceptances
        on
            acceptances.action = 'accept'
            and md5(concat_ws('-', found.check_name, found.mention_id, found.field, found.value))
            = acceptances.target_id
    qualify row_number() over (partition by issue_id order by found.reason asc) = 1

)

select * from final
