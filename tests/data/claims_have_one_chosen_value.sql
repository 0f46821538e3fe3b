-- Each field that any article states about a row has exactly one chosen value.
{{ config(severity='error') }}

with

claims as (

    select * from {{ ref('claims') }}

)

select
    row_kind,
    row_id,
    field,
    count(*) filter (where is_chosen) as chosen_count,
    string_agg(value, ' | ' order by value_rank asc) as stated_values
from claims
group by row_kind, row_id, field
having count(*) filter (where is_chosen) <> 1
