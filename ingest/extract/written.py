"""Words of a sentence as the article has them."""

from ingest.extract.context import Reading, Sentence


def written(reading: Reading, sentence: Sentence, first: int, last: int) -> str:
    """Return tokens `[first, last)` as the text has them, on one line, without its markup."""
    tokens = sentence.flow.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    shown = zip(reading.text[start:end], reading.folded[start:end], strict=True)
    plain = "".join(own if seen != " " else " " for own, seen in shown)
    return _closed(" ".join(plain.split()))


def _closed(phrase: str) -> str:
    """Return a phrase without quotation marks and brackets that have lost their other half."""
    if phrase.count('"') % 2:
        phrase = phrase.replace('"', "")
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.replace(opening, "").replace(closing, "")
    return phrase
