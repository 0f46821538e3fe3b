with

people as (

    select * from {{ ref('int_event_people') }}
    where kind = 'agreement'

),

final as (

    select
        event_id as agreement_id,
        person_id,
        person_name,
        stated_office,
        party_code,
        article_count
    from people

)

select * from final
