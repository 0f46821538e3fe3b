with

parties as (

    select * from {{ ref('int_event_parties') }}
    where kind = 'agreement'

),

final as (

    select
        event_id as agreement_id,
        role as party_role,
        * exclude (event_id, kind, role, position)
    from parties

)

select * from final
