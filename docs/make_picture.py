"""Draw docs/picture.svg: the words of articles, the row they became, and how it changed.

Everything shown is read from the published file of the bundled articles. `spacecoop docs` runs it;
by hand: `python docs/make_picture.py space_cooperation.duckdb docs/picture.svg`.
"""

import sys
from html import escape
from pathlib import Path
from typing import Any

import duckdb

SUBJECT = "%NISAR%"  # the promise with the longest life in the bundled articles
WIDTH = 900
LEFT, QUOTES, ROW = 34, 52, 548
ROW_WIDTH = WIDTH - ROW - 26
QUOTE_WIDTH = ROW - QUOTES - 40
LINE = 19
SANS = "font-family=\"-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif\""
MONO = "font-family=\"ui-monospace, 'SF Mono', Menlo, Consolas, monospace\""
INK, GREY, PAPER, EDGE = "#1f2733", "#5b6675", "#ffffff", "#d5dbe3"
COLOURS = {  # status: strong, pale
    "open": ("#1d5fbf", "#e3eefc"),
    "delayed": ("#a85b00", "#fdeed6"),
    "fulfilled": ("#1a7a44", "#ddf3e5"),
    "cancelled": ("#a32727", "#fae1e1"),
}
# Helvetica's widths in thousandths of the type size, so that a highlight ends where its words do.
_WIDTHS = {
    **dict.fromkeys("abdeghnopqu0123456789L$?_#", 556),
    **dict.fromkeys("ckvxyszJ", 500),
    **dict.fromkeys("ijl'", 222),
    **dict.fromkeys(" ft.,:;!/I[]", 278),
    **dict.fromkeys('r-()"“”', 333),
    **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    "W": 944,
}


def picture(published: Path) -> str:
    """Return the SVG; raises `LookupError` when the file is not that of the bundled articles."""
    with duckdb.connect(str(published), read_only=True) as connection:
        row, steps, dates = _row(connection), _steps(connection), _dates(connection)
    if row is None or not steps:
        raise LookupError(f"{published}: holds no promise like {SUBJECT}; give the bundled file")
    drawn, reports_end = _timeline(steps)
    card, card_end = _card(row, dates)
    height = max(reports_end, card_end) + 22
    years = f"{steps[0]['reported_on']:%Y} to {steps[-1]['reported_on']:%Y}"
    heading = f"One promise, {row['article_count']} articles from {years}, one row"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="title">',
            f'<title id="title">{escape(heading)}: {escape(row["action"])}</title>',
            f'<rect x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" rx="12" '
            f'fill="#f6f8fa" stroke="{EDGE}"/>',
            _text(LEFT - 8, 42, heading, size=21, weight=600),
            _text(
                LEFT - 8, 74, "The reports that set its status", size=13, colour=GREY, weight=600
            ),
            _text(ROW, 74, "Its row in the table commitments", size=13, colour=GREY, weight=600),
            *drawn,
            *card,
            "</svg>\n",
        ]
    )


def _row(connection: duckdb.DuckDBPyConnection) -> dict[str, Any] | None:
    found = _query(
        connection,
        "select * from commitments where action like ? order by article_count desc, 1 limit 1",
    )
    return found[0] if found else None


def _steps(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return _query(
        connection,
        f"select h.* from status_history as h where h.row_id = ({_ID}) order by change_number",
    )


def _dates(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = _query(
        connection,
        "select value from claims where field = 'date'"
        f" and row_id = ({_ID}) group by value order by min(published_on), value",
    )
    return [item["value"] for item in found]


_ID = (
    "select commitment_id from commitments where action like ?"
    " order by article_count desc, 1 limit 1"
)


def _query(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, [SUBJECT])
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def _timeline(steps: list[dict[str, Any]]) -> tuple[list[str], int]:
    """Return the reports under one another, each with its status, and where they end."""
    drawn: list[str] = []
    dots: list[tuple[int, str]] = []
    y = 102
    for step in steps:
        strong, pale = _colours(step["status"])
        dots.append((y, strong))
        day = f"{step['reported_on'].day} {step['reported_on']:%B %Y}"
        drawn.append(_text(QUOTES, y, f"{day} · {step['publisher']}", size=12, colour=GREY))
        drawn.append(_pill(QUOTES + QUOTE_WIDTH, y, step["status"]))
        y += 8
        for line in _wrap(step["quote"], QUOTE_WIDTH, 13.5):
            y += LINE
            drawn += _marked(QUOTES, y, line, 13.5, pale)
        y += 34
    first, last = dots[0][0] - 4, dots[-1][0] - 4
    drawn.insert(
        0, f'<path d="M{LEFT} {first}V{last}" stroke="{EDGE}" stroke-width="2" fill="none"/>'
    )
    drawn += [f'<circle cx="{LEFT}" cy="{at - 4}" r="5.5" fill="{hue}"/>' for at, hue in dots]
    return drawn, y - 34


def _card(row: dict[str, Any], dates: list[str]) -> tuple[list[str], int]:
    """Return the row as a card of fields, and where it ends."""
    amount = f"{row['amount']:,.0f} {row['amount_currency']}" if row["amount"] else "NULL"
    fields = [
        ("action", row["action"]),
        ("party_names", row["party_names"]),
        ("country_codes", "[" + ", ".join(row["country_codes"]) + "]"),
        ("strength", row["strength"]),
        ("due_edtf", row["due_edtf"] or "NULL"),
        ("amount", amount),
        ("status", row["status"]),
        ("article_count", str(row["article_count"])),
    ]
    y = 104
    drawn: list[str] = []
    for name, value in fields:
        drawn.append(_text(ROW + 16, y, name, size=12, colour=GREY, font=MONO))
        if name == "status":
            drawn.append(_pill(ROW + 134, y, value, anchor="start"))
        else:
            for number, line in enumerate(_wrap(value, ROW_WIDTH - 150, 12.5)):
                y += LINE - 2 if number else 0
                drawn.append(_text(ROW + 134, y, line, size=12.5))
        y += 27
    notes = [
        ("Every deadline that articles gave is kept in claims:", GREY),
        (" → ".join(dates), INK),
        ("Every quote is kept in evidence, with its place.", GREY),
    ]
    box = (
        f'<rect x="{ROW}" y="84" width="{ROW_WIDTH}" height="{y - 96}" rx="8" '
        f'fill="{PAPER}" stroke="{EDGE}"/>'
    )
    y += 16
    for note, colour in notes:
        drawn.append(_text(ROW + 2, y, note, size=12.5, colour=colour))
        y += LINE + 1
    return [box, *drawn], y - LINE - 1


def _marked(x: float, y: float, line: str, size: float, colour: str) -> list[str]:
    width = _width(line, size)
    return [
        f'<rect x="{x - 3:g}" y="{y - 14:g}" width="{width + 6:.1f}" height="{LINE}" '
        f'fill="{colour}"/>',
        f'<text x="{x:g}" y="{y:g}" {SANS} font-size="{size}" fill="{INK}" '
        f'textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">{escape(line)}</text>',
    ]


def _pill(x: float, y: float, label: str, *, anchor: str = "end") -> str:
    strong, pale = _colours(label)
    width = _width(label, 12) + 20
    left = x if anchor == "start" else x - width
    return (
        f'<rect x="{left:.1f}" y="{y - 14:g}" width="{width:.1f}" height="20" rx="10" '
        f'fill="{pale}" stroke="{strong}"/>'
        f'<text x="{left + width / 2:.1f}" y="{y:g}" {SANS} font-size="12" font-weight="600" '
        f'text-anchor="middle" fill="{strong}">{escape(label)}</text>'
    )


def _colours(status: str) -> tuple[str, str]:
    return COLOURS.get(status, (GREY, "#e9edf2"))


def _text(  # noqa: PLR0913 - a text has as many properties
    x: float,
    y: float,
    words: str,
    *,
    size: float,
    colour: str = INK,
    weight: int = 400,
    font: str = SANS,
) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" {font} font-size="{size:g}" font-weight="{weight}" '
        f'fill="{colour}">{escape(words)}</text>'
    )


def _wrap(text: str, width: float, size: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str, size: float) -> float:
    return sum(_WIDTHS.get(letter, 600) for letter in text) * size / 1000


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(picture(Path(sys.argv[1])), encoding="utf-8")
