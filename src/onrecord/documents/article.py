"""The article in a cleaned page: which part of it that is, and its text, a line a paragraph.

trafilatura finds the part; docs/decisions/0002-article-extraction.md tells how it was chosen. The lines are written
here from what it found, because its own text marks list items and tables with signs that nobody wrote.
"""

from collections.abc import Iterator
from typing import Any

import trafilatura

# trafilatura's names for what begins a line of its own; a line break inside a paragraph ends one as well.
BLOCKS = frozenset(
    {"ab", "body", "code", "div", "fw", "head", "item", "lb", "list", "main", "p", "quote", "row", "table"}
)
# Characters that show nothing and split words: soft hyphens, pasted byte order marks, the marks that `cleaning` made.
INVISIBLE = str.maketrans("", "", "\u00ad\ufeff" + "".join(chr(0xE000 + digit) for digit in range(10)))


def find_article(markup: str) -> list[str]:
    """The paragraphs of the page's article, their spaces evened out; none where there is no article."""
    found: Any = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True)
    if found is None or found.body is None:
        return []
    lines = "".join(_pieces(found.body)).translate(INVISIBLE).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _pieces(node: Any) -> Iterator[str]:
    """The text of a node, a line feed before and after each block, a space before each table cell."""
    edge = "\n" if node.tag in BLOCKS else " " if node.tag == "cell" else ""
    yield edge
    yield _flat(node.text)
    for child in node:
        yield from _pieces(child)
        yield _flat(child.tail)
    yield edge


def _flat(text: str | None) -> str:
    return " ".join(text.split("\n")) if text else ""
