-- How do we know each thing that a row says, and who says otherwise? Here: of the agreement that
-- most articles tell of. Put any id of an agreement, meeting or commitment in its place.
-- One row per field and article, or person, that states it: the value, whether the row took it and
-- why, and the sentence, cut out of the article's text at its offsets.
with

params as (

    select agreement_id as row_id
    from agreements
    order by article_count desc, agreement_id asc
    limit 1

),

final as (

    select
        timeline.what,
        claims.field,
        claims.value,
        claims.is_chosen,
        claims.is_disputed,
        claims.choice_reason,
        claims.support_count as articles_for_it,
        articles.article_key,
        articles.publisher,
        articles.published_on,
        substr(
            articles.text, evidence.start_offset + 1, evidence.end_offset - evidence.start_offset
        ) as sentence,
        evidence.start_offset,
        evidence.end_offset,
        claims.claim_id
    from claims
    inner join params on claims.row_id = params.row_id
    inner join cooperation_timeline as timeline on claims.row_id = timeline.row_id
    inner join evidence
        on
            claims.mention_id = evidence.mention_id
            and evidence.quote_number = 0
    inner join articles on claims.article_id = articles.article_id
    order by
        claims.field asc,
        claims.value_rank asc,
        claims.claim_id asc

)

select * from final
