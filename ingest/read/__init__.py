"""Files of any accepted format, one `Document` per article or a `Rejection`.

`discover` turns what the user named into a list of files; `read_file` turns one of them into
records, `read_blocks` and `read_block` do so in two steps. None of them opens the network, and no
content makes the readers raise.
"""

from ingest.read.discover import Discovery, InputFile, discover
from ingest.read.json_lines import LineBlock
from ingest.read.reader import read_block, read_blocks, read_file
from ingest.read.reasons import REASON_CODES
from ingest.read.written_dates import MONTH, find_dates, make_date, month_number, parse_date

__all__ = [
    "MONTH",
    "REASON_CODES",
    "Discovery",
    "InputFile",
    "LineBlock",
    "discover",
    "find_dates",
    "make_date",
    "month_number",
    "parse_date",
    "read_block",
    "read_blocks",
    "read_file",
]
