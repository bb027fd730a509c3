"""Attributions by a label and a colon: an interview's turns, and headlines (`Minister: no talks before spring`)."""

import re
from collections import Counter

from onrecord.annotation.attribution.draft import Attribution
from onrecord.annotation.attribution.page import Page
from onrecord.annotation.paragraphs import Bounds

LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^\n:\"“”«»?!]{0,60}?)(?P<colon>:)\s+(?=\S)")
WORDS_IN_LABEL = 6
TURNS_OF_AN_INTERVIEW = 3


def find_labelled(page: Page) -> list[Attribution]:
    """The turns of an interview; of any other text the attribution of its headline."""
    return find_turns(page) or find_headline(page)


def find_turns(page: Page) -> list[Attribution]:
    """What the voices of an interview say, one attribution a turn.

    An interview is recognised by its labels coming back: at least three labelled paragraphs, one label twice. A turn
    runs on over paragraphs without a label to the next turn; the last one is its own paragraph only.
    """
    labelled = [(index, match) for index, (start, end) in enumerate(page.paragraphs)
                if (match := LABEL.match(page.text, start, end)) and _is_label(match["label"])]  # fmt: skip
    counts = Counter(match["label"] for _, match in labelled)
    turns = [(index, match) for index, match in labelled if counts[match["label"]] > 1]
    if len(turns) < TURNS_OF_AN_INTERVIEW:
        return []
    found = []
    for position, (index, match) in enumerate(turns):
        until = turns[position + 1][0] if position + 1 < len(turns) else index + 1
        pieces = [(match.end(), page.paragraphs[index][1]), *page.paragraphs[index + 1 : until]]
        content = [trimmed for piece in pieces if (trimmed := _trimmed(page.text, piece, last=piece == pieces[-1]))]
        found.append(Attribution((match.span("label"),), (match.span("colon"),), tuple(content)))
    return found


def find_headline(page: Page) -> list[Attribution]:
    """The attribution of a first line such as `Minister: no talks before spring`."""
    if not page.paragraphs:
        return []
    start, end = page.paragraphs[0]
    match = LABEL.match(page.text, start, end)
    if match is None or not _is_label(match["label"]) or len(page.paragraphs) < 2:
        return []
    content = _trimmed(page.text, (match.end(), end), last=False)
    quoted = any(a <= match.end() < b for a, b in page.marked_over(match.end(), match.end() + 1))
    if content is None or not (quoted or re.findall(r"\w+", match["label"])[-1].lower() in page.speakers):
        return []
    return [Attribution((match.span("label"),), (match.span("colon"),), (content,))]


def _is_label(label: str) -> bool:
    words = label.split()
    return len(words) <= WORDS_IN_LABEL and words[0][0].isupper()


def _trimmed(text: str, bounds: Bounds, *, last: bool) -> Bounds | None:
    """A paragraph without the spaces around it and, at the end of a turn, without the full stop that ends it."""
    words = text[slice(*bounds)]
    start, end = bounds[0] + len(words) - len(words.lstrip()), bounds[0] + len(words.rstrip())
    if last and text[end - 1 : end] == "." and not text[start:end].endswith(".."):
        end -= 1
    return (start, end) if end > start else None
