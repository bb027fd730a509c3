"""Times: expressions that say when."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.record.spans import Spans

TimeKind = Literal["point", "interval", "duration", "set"]

EDTF_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time and its value: EDTF level 1, an ISO 8601 duration, or None where the text does not tell.

    A value that had to be reckoned (`last Tuesday`) tells how: `anchor` is the date counted from, `arithmetic` the
    count in one line, `Tuesday before 2024-05-02 (Thursday) = 2024-04-30`.
    """

    id: str
    spans: Spans
    kind: TimeKind
    edtf: str | None = None
    anchor: str | None = None
    arithmetic: str | None = None


def is_edtf_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that the calendar has: `2024`, `2024-05`, `2024-05-02`."""
    match = EDTF_DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
