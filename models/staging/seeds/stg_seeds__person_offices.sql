with

source as (

    select * from {{ ref('person_offices') }}

),

renamed as (

    select
        person_id,
        office,
        office_type,
        organization_id,
        country_code,
        term_from as term_from_edtf,
        term_to as term_to_edtf,
        {{ edtf_from('term_from') }} as term_from,
        {{ edtf_to('term_to') }} as term_to
    from source

)

select * from renamed
