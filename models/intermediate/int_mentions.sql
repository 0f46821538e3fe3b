{{ kept_up_with('int_articles_changed', ['article_id']) }}
-- One row per fact that speaks now, with its dates as ranges and its article's day.
with

facts as (

    select * from {{ ref('stg_raw__facts') }}
    where {{ is_due('article_id') }}

),

parties as (

    select * from {{ ref('int_parties_resolved') }}
    where {{ is_due('article_id') }}

),

articles as (

    select * from {{ ref('int_articles_merged') }}

),

first_quotes as (

    select
        fact_id,
        quote as first_quote
    from {{ ref('stg_raw__fact_evidence') }}
    where position = 0 and {{ is_due('article_id') }}

),

party_codes as (

    select
        mention_id,
        list_sort(list(distinct party_code)) as party_codes
    from parties
    where role = 'party'
    group by mention_id

),

generic_words as (

    select
        list(distinct stem) filter (where word_type <> 'common') as stems,
        list(distinct stem) filter (where word_type = 'common') as common_stems
    from (
        select
            word_type,
            unnest({{ word_list('word') }}) as stem
        from {{ ref('generic_words') }}
    )

),

-- "South Korea", "NASA" or "President Biden" in a title repeats what parties and people say.
own_names as (

    select
        parties.mention_id,
        names.name
    from parties
    inner join {{ ref('stg_seeds__country_names') }} as names
        on parties.party_code = names.country_code

    union all

    select
        mention_id,
        party_name as name
    from {{ ref('stg_raw__fact_parties') }}
    where {{ is_due('article_id') }}

    union all

    select
        parties.mention_id,
        organizations.acronym as name
    from parties
    inner join {{ ref('stg_seeds__organizations') }} as organizations
        on parties.organization_id = organizations.organization_id

    union all

    select
        mention_id,
        person_name as name
    from {{ ref('stg_raw__fact_people') }}
    where {{ is_due('article_id') }}

),

own_name_words as (

    select
        mention_id,
        unnest({{ word_list('name') }}) as stem
    from own_names

),

party_words as (

    select
        mention_id,
        list(distinct stem) as stems
    from own_name_words
    group by mention_id

),

-- "Japanese astronaut": a state the undertaking speaks of, whether it is a party or not.
spoken_names as (

    select
        {{ name_key('name') }} as name_key,
        min(country_code) as party_code
    from {{ ref('stg_seeds__country_names') }}
    where name_type <> 'capital'
    group by {{ name_key('name') }}
    having count(distinct country_code) = 1
    union
    select
        {{ name_key('acronym') }} as name_key,
        min(party_code) as party_code
    from {{ ref('stg_seeds__organizations') }}
    where length(acronym) >= 4
    group by {{ name_key('acronym') }}
    having count(distinct party_code) = 1

),

spoken_words as (

    select
        mention_id,
        unnest(string_split({{ name_key("concat_ws(' ', title, action)") }}, ' ')) as name_key
    from facts

),

role_codes as (

    select
        spoken_words.mention_id,
        spoken_names.party_code,
        'spoken of' as role
    from spoken_words
    inner join spoken_names on spoken_words.name_key = spoken_names.name_key

    union

    select
        mention_id,
        party_code,
        role
    from parties

),

all_codes as (

    select
        mention_id,
        list_sort(list(distinct party_code)) as named_codes,
        list_sort(list(distinct party_code) filter (where role <> 'beneficiary')) as acting_codes
    from role_codes
    group by mention_id

),

dated as (

    select
        facts.* exclude (document_id),  -- noqa: RF02
        articles.published_on as reported_on,
        first_quotes.first_quote,
        coalesce(party_codes.party_codes, []) as party_codes,
        coalesce(all_codes.named_codes, []) as named_codes,
        coalesce(all_codes.acting_codes, []) as acting_codes,
        {{ edtf_from('facts.date_edtf') }} as date_from,
        {{ edtf_to('facts.date_edtf') }} as date_to,
        {{ edtf_precision('facts.date_edtf') }} as date_precision,
        list_sort(list_filter(
            {{ word_list("concat_ws(' ', facts.title, facts.series, facts.action)") }},
            word -> not list_contains(generic_words.stems, word)
            and not list_contains(coalesce(party_words.stems, []), word)
        )) as subject_words,
        list_sort(list_filter(
            {{ word_list("concat_ws(' ', facts.title, facts.series, facts.action)") }},
            word -> not list_contains(
                list_concat(generic_words.stems, generic_words.common_stems), word
            )
            and not list_contains(coalesce(party_words.stems, []), word)
        )) as specific_words
    from facts
    inner join articles on facts.article_id = articles.article_id
    left join first_quotes on facts.fact_id = first_quotes.fact_id
    left join party_codes on facts.mention_id = party_codes.mention_id
    left join all_codes on facts.mention_id = all_codes.mention_id
    left join party_words on facts.mention_id = party_words.mention_id
    cross join generic_words

)

select * from dated
