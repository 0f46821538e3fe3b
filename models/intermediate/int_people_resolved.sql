{{ kept_up_with('int_articles_changed', ['article_id']) }}
-- Each person of each fact, with who that is. A full name names one person. A surname ("Yun")
-- names the one person of that surname who held an office of a party's state at the time; where
-- that is not exactly one person, the name is kept as found.
with

people_named as (

    select
        *,
        {{ name_key('person_name') }} as name_key
    from {{ ref('stg_raw__fact_people') }}
    where {{ is_due('article_id') }}

),

mentions as (

    select * from {{ ref('int_mentions') }}
    where {{ is_due('article_id') }}

),

aliases as (

    select * from {{ ref('stg_seeds__person_aliases') }}

),

people as (

    select * from {{ ref('stg_seeds__people') }}

),

offices as (

    select * from {{ ref('stg_seeds__person_offices') }}

),

-- "President Yun", "PM Modi": the office is not part of the name.
bare_names as (

    select
        people_named.*,
        regexp_replace(
            people_named.name_key,
            '^(us |vice |deputy |prime |foreign |first |former )*'
            || '(president|minister|pm|premier|chancellor|king|queen|secretary|administrator'
            || '|director|general|gen|ambassador|mr|ms|mrs|dr|prof|sir)\s+',
            ''
        ) as bare_name_key,
        mentions.party_codes,
        coalesce(mentions.date_from, mentions.reported_on) as on_day
    from people_named
    inner join mentions on people_named.mention_id = mentions.mention_id

),

spellings as (

    select
        mention_id,
        position,
        party_codes,
        on_day,
        unnest(list_distinct([name_key, bare_name_key])) as name_key
    from bare_names

),

candidates as (

    select
        spellings.mention_id,
        spellings.position,
        aliases.person_id,
        case aliases.alias_type when 'surname' then 2 else 1 end as name_rank
    from spellings
    inner join aliases on spellings.name_key = aliases.name_key
    inner join people on aliases.person_id = people.person_id
    where
        aliases.alias_type <> 'surname'
        or (
            list_contains(spellings.party_codes, people.party_code)
            and exists (
                select 1
                from offices
                where
                    offices.person_id = aliases.person_id
                    and (
                        spellings.on_day is null
                        or offices.term_from is null
                        or offices.term_from <= spellings.on_day
                    )
                    and (
                        spellings.on_day is null
                        or offices.term_to is null
                        or offices.term_to >= spellings.on_day
                    )
            )
        )

),

best_candidates as (

    select *
    from candidates
    qualify name_rank = min(name_rank) over (partition by mention_id, position)

),

only_candidates as (

    select
        mention_id,
        position,
        min(person_id) as person_id
    from best_candidates
    group by mention_id, position
    having count(distinct person_id) = 1

),

resolved as (

    select
        bare_names.mention_id,
        bare_names.fact_id,
        bare_names.article_id,
        bare_names.position,
        bare_names.person_name,
        bare_names.office as stated_office,
        people.person_id is not null as is_registered,
        coalesce(
            people.person_id,
            'found_'
            || left(md5(bare_names.bare_name_key || coalesce(bare_names.stated_code, '')), 12)
        ) as person_id,
        coalesce(bare_names.stated_code, people.party_code) as party_code
    from bare_names
    left join only_candidates
        on
            bare_names.mention_id = only_candidates.mention_id
            and bare_names.position = only_candidates.position
    left join people on only_candidates.person_id = people.person_id

)

select * from resolved
