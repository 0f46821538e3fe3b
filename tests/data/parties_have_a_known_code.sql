-- Each party is of a country, or is an intergovernmental body of the seeds.
{{ config(severity='warn') }}

with

parties as (

    select * from {{ ref('int_parties_resolved') }}

),

known_codes as (

    select country_code as party_code from {{ ref('stg_seeds__countries') }}
    union
    select party_code from {{ ref('stg_seeds__organizations') }}

)

select
    parties.article_id,
    parties.fact_id,
    parties.role,
    parties.party_name,
    parties.stated_code,
    parties.party_code
from parties
left join known_codes on parties.party_code = known_codes.party_code
where known_codes.party_code is null
