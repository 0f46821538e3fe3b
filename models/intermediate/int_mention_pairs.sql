-- Mentions of two articles that may tell of one event, each later mention beside each earlier one,
-- with what speaks for it. Candidates share a party's state; nothing is compared all with all.
with

mentions as (

    select
        *,
        row_number() over (
            order by first_run_number, reported_on nulls last, article_id, kind, position, mention_id
        ) as mention_number
    from {{ ref('int_mentions') }}

),

blocks as (

    select
        mention_id,
        kind,
        unnest(party_codes) as party_code
    from mentions

),

candidates as (

    select distinct
        earlier_blocks.mention_id as earlier_mention_id,
        later_blocks.mention_id as later_mention_id
    from blocks as later_blocks
    inner join blocks as earlier_blocks
        on
            later_blocks.kind = earlier_blocks.kind
            and later_blocks.party_code = earlier_blocks.party_code

),

compared as (

    select
        later.kind,
        later.mention_id as later_mention_id,
        earlier.mention_id as earlier_mention_id,
        earlier.mention_number as earlier_mention_number,
        {{ overlap('later.party_codes', 'earlier.party_codes') }} as party_overlap,
        {{ overlap('later.subject_words', 'earlier.subject_words') }} as subject_overlap,
        coalesce(later.fact_type, later.strength) = coalesce(earlier.fact_type, earlier.strength) as is_same_type,
        later.ordinal = earlier.ordinal as is_same_ordinal,
        later.date_edtf = earlier.date_edtf as is_same_date,
        later.date_precision = 'day' and earlier.date_precision = 'day' as is_both_day,
        later.date_from <= earlier.date_to and earlier.date_from <= later.date_to as is_date_compatible,
        'day' in (later.date_precision, earlier.date_precision)
        or 'month' in (later.date_precision, earlier.date_precision) as is_date_close,
        later.amount_value = earlier.amount_value
        and later.amount_currency = earlier.amount_currency as is_same_amount,
        least(later.status, earlier.status) <> greatest(later.status, earlier.status) as is_status_different
    from candidates
    inner join mentions as later on candidates.later_mention_id = later.mention_id
    inner join mentions as earlier on candidates.earlier_mention_id = earlier.mention_id
    where
        earlier.mention_number < later.mention_number
        and earlier.article_id <> later.article_id

),

scored as (

    select
        *,
        case
            when party_overlap < 0.5 then null
            when is_date_compatible = false and not (is_status_different and subject_overlap >= 0.5) then null
            when kind = 'meeting' and is_same_ordinal = false then null
            when kind = 'agreement'
                then case
                    when is_same_type and is_same_date and is_both_day and party_overlap = 1 then 'same parties, type and day'
                    when is_same_type and party_overlap = 1 and is_date_compatible and is_date_close and subject_overlap >= 0.25
                        then 'same parties and type, dates agree, like subject'
                    when is_same_type and party_overlap = 1 and subject_overlap >= 0.5 then 'same parties and type, same subject'
                    when is_same_type and party_overlap >= 0.5 and is_date_compatible and is_date_close and subject_overlap >= 0.5
                        then 'most parties, same type, dates agree, same subject'
                end
            when kind = 'meeting'
                then case
                    when is_same_date and is_both_day and party_overlap >= 0.5 then 'same day and parties'
                    when is_same_type and party_overlap = 1 and is_same_ordinal and subject_overlap >= 0.5 then 'same series and number'
                    when is_same_type and party_overlap = 1 and is_date_compatible and is_date_close then 'same parties and type, dates agree'
                end
            when kind = 'commitment'
                then case
                    when party_overlap = 1 and subject_overlap >= 0.5 then 'same parties, same undertaking'
                    when party_overlap = 1 and is_same_amount and subject_overlap >= 0.2 then 'same parties and amount, like undertaking'
                    when party_overlap = 1 and is_same_date and subject_overlap >= 0.3 then 'same parties and deadline, like undertaking'
                end
        end as reason,
        round(
            0.4 * party_overlap + 0.3 * subject_overlap
            + case when is_same_date then 0.3 when is_date_compatible then 0.15 else 0 end, 3
        ) as score
    from compared

)

select
    kind,
    later_mention_id,
    earlier_mention_id,
    earlier_mention_number,
    party_overlap,
    subject_overlap,
    is_date_compatible,
    score,
    reason
from scored
where
    reason is not null
    or (party_overlap = 1 and score >= 0.55 and is_date_compatible is distinct from false)
