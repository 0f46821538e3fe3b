-- Where does one value come from? Here: how do we know the day on which South Korea and Uzbekistan
-- signed their memorandum on space?
-- One row per article that states the field: its value, whether it was taken, why, and its sentence
-- cut out of the article's text at the stored offsets, with what stands around it.
with

params as (

    select
        'agreement' as row_kind,
        'date' as field,
        'mou' as agreement_type,
        ['KOR', 'UZB'] as country_codes,
        date '2019-04-19' as signed_on,
        80 as context_length

),

asked as (

    select
        agreements.agreement_id as row_id,
        agreements.title,
        params.*
    from agreements
    inner join params
        on
            agreements.agreement_type = params.agreement_type
            and agreements.country_codes = params.country_codes
            and agreements.signed_on = params.signed_on

),

final as (

    select
        asked.title,
        claims.field,
        claims.value,
        claims.is_chosen,
        claims.choice_reason,
        claims.method,
        evidence.quote,
        substr(
            articles.text,
            greatest(1, evidence.start_offset + 1 - asked.context_length),
            least(evidence.start_offset, asked.context_length)
        ) as text_before,
        substr(
            articles.text, evidence.start_offset + 1, evidence.end_offset - evidence.start_offset
        ) as text_at_offsets,
        substr(articles.text, evidence.end_offset + 1, asked.context_length) as text_after,
        evidence.start_offset,
        evidence.end_offset,
        articles.article_key,
        articles.publisher,
        articles.published_on
    from asked
    inner join claims
        on
            asked.row_id = claims.row_id
            and asked.row_kind = claims.row_kind
            and asked.field = claims.field
    inner join evidence
        on
            claims.mention_id = evidence.mention_id
            and evidence.quote_number = 0
    inner join articles on evidence.article_id = articles.article_id
    order by
        claims.value_rank asc

)

select * from final
