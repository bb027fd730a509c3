"""Figures: quantities that a text gives, with what they count."""

from dataclasses import dataclass

from onrecord.errors import RecordError
from onrecord.record.spans import Spans


@dataclass(frozen=True, slots=True)
class Counted:
    """The word for what a figure counts (`refugees`, or `killed` where no noun stands), and its lemma."""

    spans: Spans
    lemma: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How many or how much, from `low` to `high`, either None where that side is open (`at least three`).

    `exact` is False where the words say that it is no exact number (`some`, `dozens`, `nearly`). `unit` is an ISO 4217
    currency, a unit of measure, or `%`; None for a plain count. `voice` is the statement that gives it, None where the
    document itself does; `entity` who is counted.

    Raises RecordError where both sides are open or the range is empty.
    """

    id: str
    spans: Spans
    low: int | float | None
    high: int | float | None
    exact: bool
    counts: Counted | None = None
    unit: str | None = None
    voice: str | None = None
    entity: str | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise RecordError("a figure has a low or a high value")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError(f"the low value {self.low} is above the high one {self.high}")
