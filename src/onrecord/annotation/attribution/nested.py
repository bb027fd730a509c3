"""What is reported within a report: contents read again, each by itself, for the attributions in them.

The model's training data has no attribution within another's content, so the model never finds one there. But a
content is a text as well: read alone, `that the minister had promised to resign` has an attribution of its own.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.annotation.attribution.draft import Attribution, Pieces
from onrecord.annotation.attribution.overlaps import is_within
from onrecord.annotation.attribution.page import Page
from onrecord.annotation.models import AttributionReader
from onrecord.annotation.paragraphs import Bounds

# The marks around a content and the words that tie it to its cue: a text of its own has neither.
OPENING = re.compile(r"(?P<mark>[\"“”„‘'«»]?)\s*(?:(?:that|whether|if)\s+)?")
CLOSING = "\"“”’'«»"
FEWEST_WORDS = 4
DEEPEST = 3
# Surer than the model's own threshold: without its surroundings it sees attributions where there are none.
SURE = 0.5


def find_nested(
    page: Page, model: AttributionReader, outer: Sequence[Attribution], depth: int = 1
) -> list[Attribution]:
    """The attributions within the contents of the outer ones, and within theirs, to four levels in all."""
    text = page.text
    found: list[Attribution] = []
    for attribution in outer:
        inner = [each for piece in attribution.content for each in _read(page, model, _bare(text, piece))]
        inner = [each for each in inner if is_within(each, attribution) and each.length < attribution.length]
        # `regret that nobody talks: "…"` goes on in the same voice; its colon is no one else's cue.
        inner = [each for each in inner if text[each.cue[-1][1] - 1] != ":"]
        found += inner
        if depth < DEEPEST:
            found += find_nested(page, model, inner, depth + 1)
    return found


def _may_report(page: Page, bounds: Bounds) -> bool:
    """Whether a word of the lexicon stands in the bounds; half of all contents are not worth a reading."""
    start, end = bounds
    return any(
        start <= word.start < end and page.cues.knows(word.lemma)
        for sentence in page.sentences_over(start, end)
        for word in sentence.words
    )


def _bare(text: str, piece: Bounds) -> Bounds:
    start, end = piece
    opening = OPENING.match(text, start, end)
    if opening and opening["mark"] and text[end - 1] in CLOSING:
        end -= 1
    start = opening.end() if opening else start
    return start, start + len(text[start:end].rstrip(" ,"))


def _read(page: Page, model: AttributionReader, bounds: Bounds) -> Iterator[Attribution]:
    start, end = bounds
    text = page.text
    if len(text[start:end].split()) < FEWEST_WORDS or not _may_report(page, bounds):
        return

    def moved(pieces: Sequence[Bounds]) -> Pieces:
        return tuple((start + a, start + b) for a, b in pieces)

    for each in model.read(text[start:end], part=True):
        if each.confidence >= SURE and each.cue:
            yield Attribution(moved(each.source), moved(each.cue), moved(each.content), each.confidence)
