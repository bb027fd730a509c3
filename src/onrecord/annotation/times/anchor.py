"""The day that relative expressions count from: the document's, else that of a dateline in its text."""

import re
from collections.abc import Sequence

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.readable import find_datelines
from onrecord.annotation.times.expressions import CalendarDate
from onrecord.annotation.times.grammar.dates import read_date
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.reckoning.days import date_of
from onrecord.annotation.times.reckoning.setting import Anchor
from onrecord.record import is_edtf_date

# A line that says when a text appeared stands at its head and is short.
HEAD = 6
LONGEST = 90
CREDIT = re.compile(
    r"(?:posted|published|issued|updated|date|by\s|[A-Z][A-Z .]+,|\W*\d|\W*[A-Z][a-z]+day\b|[A-Z][a-z]{2,8}\.?\s+\d)",
    re.IGNORECASE,
)
STAMP = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def find_anchor(text: str, published: str | None, paragraphs: Sequence[Bounds]) -> Anchor | None:
    """The anchor of a text; None where neither the document nor the text gives a date.

    Of a date with a time the day counts as it is written, in its own zone.
    """
    head = list(paragraphs[:HEAD])
    datelines = _dated(text, find_datelines(text, head)) or _dated(text, [each for each in head if _opens(text, *each)])
    stamp = STAMP.match(published.strip()) if published else None
    if stamp is not None and is_edtf_date(stamp[0]):
        return Anchor(stamp[0], datelines[0][1] if datelines else None)
    datelines += _dated(text, [each for each in head if _is_credit(text, *each)])
    return Anchor(*datelines[0]) if datelines else None


def _dated(text: str, lines: Sequence[Bounds]) -> list[tuple[str, Bounds]]:
    """The full dates in lines, with the lines."""
    found = []
    for start, end in lines:
        line = Line(text, start, end)
        for index in range(len(line)):
            match = read_date(line, index)
            if match is not None and isinstance(match[0], CalendarDate) and match[0].year and match[0].day:
                day = date_of(match[0])
                if day is not None:
                    found.append((day.isoformat(), (start, end)))
                break
    return found


def _is_credit(text: str, start: int, end: int) -> bool:
    """Whether a line is `Posted on 11 August 2023 by …`, `14 March 2023`: short, and no sentence."""
    line = text[start:end].strip()
    return len(line) <= LONGEST and not line.endswith((".", "?", "!", ":")) and CREDIT.match(line) is not None


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with names, a date and a dash: `ŁÓDŹ, Poland, 2022-05-19 —`, whatever the script."""
    line = Line(text, start, min(end, start + LONGEST))
    for index in range(len(line)):
        found = read_date(line, index)
        if found is not None:
            return line.is_dash(found[1]) and not line.glued(found[1])
        if not (line.is_name(index) or line.low(index) in (",", ".", "'", "-")):
            return False
    return False
