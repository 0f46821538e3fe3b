{{ kept_up_with('int_articles_changed', ['later_article_id', 'earlier_article_id']) }}
-- Mentions of two articles that may tell of one event, the later beside the earlier, with what
-- speaks for it. Candidates share a party's state; nothing is compared all with all. Precision
-- first: a pair without a `reason` is not merged, only listed as a possible duplicate.
with

mentions as (

    select
        *,
        case
            when
                fact_type in ('agreement', 'mou', 'contract', 'partnership', 'plan', 'treaty')
                then 'instrument'
            when fact_type in ('summit', 'visit') then 'leaders'
            when fact_type in ('talks', 'dialogue', 'ministerial', 'call') then 'officials'
            else coalesce(fact_type, 'promise')
        end as family,
        -- Which of two mentions is the earlier does not depend on any third.
        concat_ws(
            '|',
            lpad(cast(first_run_number as varchar), 9, '0'),
            coalesce(cast(reported_on as varchar), '9999-12-31'),
            article_id,
            kind,
            lpad(cast(position as varchar), 9, '0'),
            mention_id
        ) as mention_order,
        {{ is_due('article_id') }} as is_due
    from {{ ref('int_mentions') }}

),

blocks as (

    select
        mention_id,
        kind,
        family,
        article_id,
        mention_order,
        is_due,
        unnest(party_codes) as party_code
    from mentions

),

candidates as (

    select distinct
        earlier.mention_id as earlier_mention_id,
        later.mention_id as later_mention_id
    from blocks as later
    inner join blocks as earlier
        on
            later.kind = earlier.kind
            and later.family = earlier.family
            and later.party_code = earlier.party_code
            and later.mention_order > earlier.mention_order
            and later.article_id <> earlier.article_id
            and (later.is_due or earlier.is_due)

),

compared as (

    select
        later.kind,
        later.family,
        later.mention_id as later_mention_id,
        earlier.mention_id as earlier_mention_id,
        later.article_id as later_article_id,
        earlier.article_id as earlier_article_id,
        earlier.mention_order as earlier_mention_order,
        {{ overlap('later.party_codes', 'earlier.party_codes') }} as party_overlap,
        len(list_intersect(later.subject_words, earlier.subject_words)) as shared_word_count,
        len(list_intersect(later.specific_words, earlier.specific_words)) as specific_word_count,
        -- An article that does not say who is helped speaks against nobody.
        list_has_all(later.named_codes, earlier.acting_codes)
        and list_has_all(earlier.named_codes, later.acting_codes) as is_same_states,
        {{ containment('later.subject_words', 'earlier.subject_words') }} as subject_overlap,
        -- Titles that say no more than what kind of thing it is; a meeting seldom has a title.
        least(len(later.subject_words), len(earlier.subject_words)) = 0
        and (
            later.kind = 'meeting'
            or greatest(len(later.subject_words), len(earlier.subject_words)) = 0
        )
            as is_subject_open,
        coalesce(later.fact_type = earlier.fact_type, true) as is_same_type,
        later.ordinal = earlier.ordinal as is_same_ordinal,
        later.status = earlier.status as is_same_status,
        coalesce(later.date_edtf = earlier.date_edtf, false) as is_same_date,
        later.date_precision = 'day' and earlier.date_precision = 'day' as is_both_day,
        later.date_from <= earlier.date_to
        and earlier.date_from <= later.date_to as is_date_compatible,
        coalesce(later.date_from <= earlier.date_to and earlier.date_from <= later.date_to, false)
        and (
            later.date_edtf = earlier.date_edtf
            or least(later.date_to - later.date_from, earlier.date_to - earlier.date_from) <= 31
        ) as is_date_close,
        earlier.status in ('proposed', 'negotiating', 'planned')
        and later.status not in ('proposed', 'negotiating')
        and coalesce(later.date_from, later.reported_on) - earlier.reported_on
        between 0 and 550 as is_next_step,
        coalesce(
            later.amount_value = earlier.amount_value
            and later.amount_currency = earlier.amount_currency,
            false
        ) as is_same_amount
    from candidates
    inner join mentions as later on candidates.later_mention_id = later.mention_id
    inner join mentions as earlier on candidates.earlier_mention_id = earlier.mention_id

),

reasoned as (

    select
        *,
        case
            when kind = 'agreement' and is_date_compatible = false and is_same_status then null
            when kind = 'agreement' and party_overlap = 1
                then case
                    when
                        is_date_close and subject_overlap >= 0.5
                        then 'same parties, dates agree, same subject'
                    when is_same_type and is_date_close and is_both_day and subject_overlap > 0
                        then 'same parties, type and day, like subject'
                    when
                        subject_overlap >= 0.5
                        and shared_word_count >= 2
                        and specific_word_count >= 1
                        then 'same parties, same subject'
                    when is_same_type and is_date_close and is_subject_open
                        then 'same parties and type, dates agree, only one of its kind'
                    when is_same_type and subject_overlap = 1 and specific_word_count >= 1
                        then 'same parties and type, same subject, only one of its kind'
                    when is_same_type and is_next_step and is_subject_open
                        then 'same parties and type, the next step, only one of its kind'
                end
            when kind = 'agreement' and party_overlap >= 0.5
                then case
                    when
                        is_same_type
                        and is_date_close
                        and subject_overlap >= 0.5
                        and specific_word_count >= 1
                        then 'most parties, same type, dates agree, same subject'
                end
            when
                kind = 'meeting' and (is_same_ordinal = false or is_date_compatible = false)
                then null
            when kind = 'meeting'
                then case
                    when
                        is_same_date and is_both_day and party_overlap >= 0.5
                        then 'same day and parties'
                    when
                        is_same_ordinal and party_overlap = 1 and subject_overlap >= 0.5
                        then 'same series and number'
                    when party_overlap = 1 and is_date_close and subject_overlap >= 0.5
                        then 'same parties, dates agree, same subject'
                    when
                        party_overlap = 1
                        and is_date_close
                        and is_subject_open
                        and (is_same_type or family = 'leaders')
                        then 'same parties, dates agree, only one of its kind'
                end
            when kind = 'commitment' and not is_same_states then null
            when kind = 'commitment'
                then case
                    when
                        party_overlap = 1
                        and subject_overlap >= 0.65
                        and shared_word_count >= 2
                        and specific_word_count >= 1
                        then 'same parties, same undertaking'
                    when
                        party_overlap >= 0.5
                        and subject_overlap >= 0.75
                        and shared_word_count >= 2
                        and specific_word_count >= 1
                        then 'most parties, same undertaking'
                    when party_overlap = 1 and subject_overlap >= 0.75 and shared_word_count >= 3
                        then 'same parties, same undertaking'
                    when
                        party_overlap = 1
                        and is_same_date
                        and subject_overlap >= 0.34
                        and specific_word_count >= 1
                        then 'same parties and deadline, like undertaking'
                    when
                        party_overlap = 1
                        and is_same_date
                        and subject_overlap >= 0.5
                        and shared_word_count >= 1
                        then 'same parties and deadline, same undertaking'
                    when
                        party_overlap >= 0.5
                        and is_same_date
                        and subject_overlap >= 0.6
                        and shared_word_count >= 2
                        then 'most parties, same deadline, same undertaking'
                    when party_overlap = 1 and is_same_amount and shared_word_count >= 1
                        then 'same parties and amount, like undertaking'
                end
        end as reason,
        round(
            0.35 * party_overlap + 0.35 * subject_overlap + 0.02 * least(specific_word_count, 3)
            + case
                when is_same_date then 0.3
                when is_date_close then 0.25
                when is_date_compatible then 0.15
                else 0
            end
            + case when is_same_type then 0.05 else 0 end,
            3
        ) as score
    from compared

),

-- Of two articles, each mention has one best partner in the other; where two fit equally well and
-- only dates and parties speak for it, neither is taken.
ranked as (

    select
        *,
        row_number() over (
            partition by later_mention_id, earlier_article_id
            order by reason is null, score desc, earlier_mention_order asc
        ) as rank_for_later,
        row_number() over (
            partition by earlier_mention_id, later_article_id
            order by reason is null, score desc, later_mention_id asc
        ) as rank_for_earlier,
        count(reason) over (partition by later_mention_id, earlier_article_id) as fits_for_later,
        count(reason) over (partition by earlier_mention_id, later_article_id) as fits_for_earlier
    from reasoned

),

decided as (

    select
        * exclude (reason),
        case
            when rank_for_later > 1 or rank_for_earlier > 1 then null
            when
                reason like '%only one of its kind'
                and greatest(fits_for_later, fits_for_earlier) > 1
                then null
            else reason
        end as reason
    from ranked

)

select
    kind,
    later_mention_id,
    earlier_mention_id,
    later_article_id,
    earlier_article_id,
    earlier_mention_order,
    party_overlap,
    subject_overlap,
    shared_word_count,
    is_date_compatible,
    score,
    reason
from decided
where
    reason is not null
    or (
        party_overlap = 1
        and rank_for_later = 1
        and rank_for_earlier = 1
        and is_date_compatible is distinct from false
        and score >= 0.6
        and shared_word_count >= 1
        and is_same_ordinal is distinct from false
    )
