{#-
    The form in which two spellings of a name compare equal: case, accents, apostrophes, hyphens,
    dots and a leading "the" do not matter. The Python side folds names the same way.
-#}
{% macro name_key(name) -%}
    trim(regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(lower(strip_accents({{ name }})), '[''’‘ʻʼ`´.]', '', 'g'),
                '[^\p{L}\p{N}&+]+', ' ', 'g'
            ),
            '^\s*(the)\s+', ''
        ),
        '\s+', ' ', 'g'
    ))
{%- endmacro %}

{#- The words of a text without repeats, in their simplest form: endings of number and tense go. -#}
{% macro word_list(text) -%}
    list_distinct(list_transform(
        list_filter(string_split({{ name_key(text) }}, ' '), word -> length(word) > 1),
        word -> case
            -- "A lunar rover" and "a rover on the Moon" speak of one thing.
            when word = 'lunar' then 'moon'
            when word = 'martian' then 'mar'
            when word = 'orbital' then 'orbit'
            -- "swapping", "swaps" and "swap" are one word.
            when length(word) > 5
                then regexp_replace(
                    regexp_replace(word, '(ing|ed|es|s)$', ''),
                    '(bb|dd|gg|mm|nn|pp|rr|tt)$',
                    left(right(regexp_replace(word, '(ing|ed|es|s)$', ''), 1), 1)
                )
            when length(word) > 3 then regexp_replace(word, 's$', '')
            else word
        end
    ))
{%- endmacro %}

{#- Shared elements over all elements of two lists (Jaccard), 0 when both are empty. -#}
{% macro overlap(left_list, right_list) -%}
    coalesce(
        len(list_intersect({{ left_list }}, {{ right_list }}))
        / nullif(len(list_distinct(list_concat({{ left_list }}, {{ right_list }}))), 0), 0
    )
{%- endmacro %}

{#- Shared elements over the elements of the shorter list, 0 when one of them is empty. -#}
{% macro containment(left_list, right_list) -%}
    coalesce(
        len(list_intersect({{ left_list }}, {{ right_list }}))
        / nullif(least(len({{ left_list }}), len({{ right_list }})), 0), 0
    )
{%- endmacro %}
