with

source as (

    select * from {{ source('raw', 'article_furniture') }}

),

renamed as (

    select distinct
        document_id,
        start_offset,
        end_offset,
        furniture_type
    from source

)

select * from renamed
