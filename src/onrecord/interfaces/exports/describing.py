"""The tables of columns in docs/exports.md, made from the list that the writers go by.

`python -m onrecord.interfaces.exports.describing docs/exports.md` writes them anew; a test compares.
"""

import re
import sys
from pathlib import Path

from onrecord.interfaces.exports.columns import columns_of

TABLE = re.compile(r"<!-- columns: (?P<name>[a-z.]+) -->\n.*?<!-- end -->", re.DOTALL)


def described(page: str) -> str:
    """The page with every table of columns as it must be, between its two comments."""
    return TABLE.sub(lambda match: _table(match["name"]), page)


def _table(name: str) -> str:
    rows = [f"| `{each.name}` | {each.kind} | {each.meaning} |" for each in columns_of(name)]
    return "\n".join(
        [f"<!-- columns: {name} -->", "| column | kind | filled from |", "|---|---|---|", *rows, "<!-- end -->"]
    )


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(described(path.read_text(encoding="utf-8")), encoding="utf-8")
