"""Times: expressions that say when."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record.spans import Spans

TimeKind = Literal["point", "interval", "duration", "set"]


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time and its value: EDTF level 1, an ISO 8601 duration, or None where the text does not tell."""

    id: str
    spans: Spans
    kind: TimeKind
    edtf: str | None = None
