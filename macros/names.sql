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

{#- The words of a text that tell it apart from others, as a sorted list without repeats. -#}
{% macro content_words(text) -%}
    list_sort(list_distinct(list_filter(
        string_split({{ name_key(text) }}, ' '),
        word -> length(word) > 2 and word not in (
            'and', 'the', 'for', 'with', 'its', 'into', 'from', 'their', 'between', 'that', 'this',
            'will', 'has', 'have', 'been', 'was', 'are', 'our', 'under', 'about', 'other', 'including'
        )
    )))
{%- endmacro %}

{#- Shared elements over all elements of two lists (Jaccard), 0 when both are empty. -#}
{% macro overlap(left_list, right_list) -%}
    coalesce(
        len(list_intersect({{ left_list }}, {{ right_list }}))
        / nullif(len(list_distinct(list_concat({{ left_list }}, {{ right_list }}))), 0), 0
    )
{%- endmacro %}
