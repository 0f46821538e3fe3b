-- What belongs to an agreement without being one: the framework it was signed under, the meeting at
-- which it was signed, the promises its text makes? An amount in a promise of an agreement may be
-- the amount of the agreement; do not add the two.
-- One row per agreement and row it is linked with, with the sentence that links them.
with

params as (

    select ['signed_under', 'signed_at', 'pledged_in'] as link_types

),

final as (

    select
        agreements.agreement_id,
        agreements.title,
        agreements.signed_edtf,
        links.link_type,
        links.linked_kind,
        links.linked_id,
        timeline.what as linked_what,
        timeline.happens_edtf as linked_when,
        timeline.status as linked_status,
        agreements.amount as agreement_amount,
        commitments.amount as promised_amount,
        links.article_count,
        evidence.article_key,
        evidence.quote
    from agreement_links as links
    inner join params on list_contains(params.link_types, links.link_type)
    inner join agreements on links.agreement_id = agreements.agreement_id
    inner join cooperation_timeline as timeline on links.linked_id = timeline.row_id
    inner join evidence
        on
            links.mention_id = evidence.mention_id
            and evidence.quote_number = 0
    left join commitments on links.linked_id = commitments.commitment_id
    order by
        agreements.agreement_id asc,
        list_position(params.link_types, links.link_type) asc,
        links.linked_id asc

)

select * from final
