"""Quotations without a cue of their own: the next words of whoever spoke last (`"…," he said. "…"`), or nobody's."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotation.attribution.draft import Attribution
from onrecord.annotation.attribution.page import Page
from onrecord.annotation.attribution.quoted import find_colon_source
from onrecord.annotation.attribution.utterances import ABBREVIATION, SENTENCE_END, is_utterance, opens_sentence
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote


def continue_quotations(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the quotations that nobody has claimed yet.

    A quotation with nothing but the last attribution's cue between goes on with it; one that is a sentence of its own
    is kept without a source; words set apart in marks are left alone.
    """
    waiting = sorted(attributions, key=lambda each: max(each.content)[1])
    claimed = sorted(piece for each in attributions for piece in each.content)
    kept: list[Attribution] = []
    last: Attribution | None = None
    for quote in page.outer:
        while waiting and max(waiting[0].content)[1] <= quote.start:
            kept.append(waiting.pop(0))
            last = kept[-1] if last is None or _done(kept[-1]) >= _done(last) else last
        if _is_claimed(claimed, quote):
            continue
        own = find_colon_source(page, quote)
        if own is not None:
            last = own
            kept.append(own)
        elif last is not None and _goes_on(page, last, quote):
            longer = replace(last, content=(*last.content, *quote.pieces))
            kept[kept.index(last)] = longer
            last = longer
        elif _stands_alone(page, quote):
            last = Attribution((), (), quote.pieces)
            kept.append(last)
    return kept + waiting


def _is_claimed(claimed: Sequence[Bounds], quote: Quote) -> bool:
    """Whether a content shares a character with the quotation; `claimed` is sorted and overlaps little."""
    first = max(0, bisect_left(claimed, (quote.start, 0)) - 8)
    last = bisect_left(claimed, (quote.end, 0))
    return any(start < quote.end and quote.start < end for start, end in claimed[first:last])


def _done(attribution: Attribution) -> int:
    return max(end for _, end in (*attribution.source, *attribution.cue, *attribution.content))


def _goes_on(page: Page, last: Attribution, quote: Quote) -> bool:
    """Whether a quotation without a cue continues the last one: nothing but that one's cue stands between."""
    if not is_utterance(page.text, quote) and not opens_sentence(page.text, quote):
        return False
    between = page.text[_done(last) : quote.start]
    if len(re.findall(r"\w+", between)) > 40 or "\n\n" in between.strip() or _ends_sentence(between):
        return False
    return not re.search(r"\w", between) or (last.cue != () and max(last.content)[1] < max(last.cue)[1])


def _ends_sentence(text: str) -> bool:
    """Whether a sentence ends in a stretch of text before its last word."""
    return any(
        re.search(r"\w", text[match.end() :]) and not ABBREVIATION.search(text, 0, match.end())
        for match in SENTENCE_END.finditer(text)
    )


def _stands_alone(page: Page, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own, so that it is kept though nobody is named."""
    end = page.paragraph_at(quote.end - 1)[1]
    rest = page.text[quote.end : end].strip()
    whole = not rest or rest[0].isupper() or rest[0] in '"“«‘'
    return (
        len(page.text[quote.start : quote.end].split()) >= 4
        and is_utterance(page.text, quote)
        and whole
        and opens_sentence(page.text, quote)
    )
