"""Contents that are not quoted whole, widened to the marks of the quotations in them."""

import re

from onrecord.annotation.attribution.draft import Attribution, Pieces
from onrecord.annotation.attribution.page import Page
from onrecord.annotation.attribution.utterances import is_utterance


def attach_quotes(page: Page, attribution: Attribution) -> Pieces:
    """An indirect content widened to the marks of any quotation that it cuts into.

    Annotators include all that stands in the marks (PolNeAR guidelines, content). A quotation behind a colon that
    ends the content goes on with it (`expressed regret that …: "…"`).
    """
    pieces = []
    for start, end in attribution.content:
        for a, b in page.marked_over(start, end):
            if start <= a < end < b or end == b - 1:
                end = b
            if a < start < b <= end or start == a + 1:
                start = a
        closing = page.inner.get(start - 1)
        if closing is not None and not re.search(r"\w", page.text[end:closing]):
            start, end = start - 1, closing
        pieces.append((start, end))
    return (*pieces, *_behind_colon(page, max(end for _, end in pieces)))


def _behind_colon(page: Page, end: int) -> Pieces:
    """The quotation that a content ends in a colon before."""
    start = page.next_mark(end + 1)
    if start is None or not re.fullmatch(r":\s*", page.text[end:start]):
        return ()
    quote = page.outer_at(start)
    return quote.pieces if quote is not None and is_utterance(page.text, quote) else ()
