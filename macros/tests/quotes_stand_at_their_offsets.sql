{#-
    Fails for each row whose `quote` is not the text of its article between `start_offset` and
    `end_offset` (code points from 0, half-open), or whose article is not in `articles`.
-#}
{% test quotes_stand_at_their_offsets(model, articles, key) %}

select
    quotes.*,
    substr(articles.text, quotes.start_offset + 1, quotes.end_offset - quotes.start_offset)
        as text_at_offsets
from {{ model }} as quotes
left join {{ articles }} as articles on quotes.{{ key }} = articles.{{ key }}
where
    substr(articles.text, quotes.start_offset + 1, quotes.end_offset - quotes.start_offset)
    is distinct from quotes.quote

{% endtest %}
