"""What a person says of a text, made spans: words that stand in it, or the offsets of them."""

import re
from collections.abc import Sequence
from typing import Any

from onrecord.errors import ReviewError
from onrecord.record import Spans, cut_all

OFFSETS = re.compile(r"@(\d+):(\d+)")
"""`@120:134`: code points 120 to 134, the end exclusive."""


def spans_meant(text: str, said: Any, near: int | None) -> Spans:
    """The spans that somebody means by words, by offsets (`@120:134`) or by a list of these for a broken phrase.

    Of words that stand at several places the nearest to `near` are meant. Raises ReviewError where the text does not
    have them, or has them more than once and no place is near.
    """
    pieces: Sequence[Any] = said if isinstance(said, list | tuple) else [said]
    return cut_all(text, [_bounds(text, piece, near) for piece in pieces])


def _bounds(text: str, said: Any, near: int | None) -> tuple[int, int]:
    if isinstance(said, dict):
        said = f"@{said.get('start')}:{said.get('end')}"
    if not isinstance(said, str) or not said.strip():
        raise ReviewError(f"words of the text are expected, not {said!r:.60}")
    if match := OFFSETS.fullmatch(said):
        start, end = int(match[1]), int(match[2])
        if not start < end <= len(text):
            raise ReviewError(f"{said} is no stretch of this text, which has {len(text)} characters")
        return start, end
    return _nearest(places_of(text, said), said, near)


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text, whole words before parts of them, in its own letters before any case."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    whole = rf"(?<!\w){pattern}(?!\w)"
    for form, flags in ((whole, 0), (whole, re.IGNORECASE), (pattern, 0), (pattern, re.IGNORECASE)):
        if found := [match.span() for match in re.finditer(form, text, flags)]:
            return found
    return []


def _nearest(places: list[tuple[int, int]], words: str, near: int | None) -> tuple[int, int]:
    if not places:
        raise ReviewError(f"the text has no {words!r}; give words as they stand there, or their offsets, @120:134")
    if near is None and len(places) > 1:
        listed = ", ".join(f"@{start}:{end}" for start, end in places[:8])
        raise ReviewError(f"{words!r} stands at {len(places)} places; say which: {listed}")
    return min(places, key=lambda place: (abs(place[0] - (near or 0)), place))


def quotation_of(spans: Spans) -> str:
    """Whether all of a content stands in quotation marks, part of it or none."""
    words = " ".join(span.text for span in spans).strip()
    quoted = re.findall(r"[“\"«„][^”\"»“]*[”\"»“]?", words)
    if not quoted:
        return "indirect"
    return "direct" if sum(map(len, quoted)) >= len(words.rstrip(".,")) - 1 else "mixed"
