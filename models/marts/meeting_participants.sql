with

parties as (

    select * from {{ ref('int_event_parties') }}
    where kind = 'meeting'

),

people as (

    select * from {{ ref('int_event_people') }}
    where kind = 'meeting'

),

participants as (

    select
        event_id as meeting_id,
        'party' as participant_type,
        party_id as participant_id,
        party_name as participant_name,
        party_code,
        country_code,
        organization_id,
        cast(null as varchar) as person_id,
        cast(null as varchar) as stated_office,
        article_count
    from parties

    union all

    select
        event_id as meeting_id,
        'person' as participant_type,
        person_id as participant_id,
        person_name as participant_name,
        party_code,
        cast(null as varchar) as country_code,
        cast(null as varchar) as organization_id,
        person_id,
        stated_office,
        article_count
    from people

)

select * from participants
