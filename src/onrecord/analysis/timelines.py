"""Happenings in the order of their days, each with how it is told and whether it is in dispute."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.ledger import EventRow, Ledger
from onrecord.ledger.disputes import Dispute, find_dispute, order
from onrecord.ledger.happenings import Sketch, sketch_all


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening as its tellings have it, the earliest first.

    `edtf` is when: a day or an interval that most tellings give, with `?` where others give another; `../2024-05-02`
    where none tells and only the first document's date bounds it; None where nothing does. `telling` is the fullest of
    its tellings, whose words stand for it.
    """

    number: int
    rows: tuple[EventRow, ...]
    edtf: str | None
    telling: EventRow
    dispute: Dispute | None

    @property
    def accounts(self) -> int:
        """How many accounts exclude one another; one where nothing is in dispute."""
        return max((len(issue.accounts) for issue in self.dispute.issues), default=1) if self.dispute else 1

    @property
    def documents(self) -> int:
        """How many documents tell of it."""
        return len({row.document for row in self.rows})

    @property
    def outlets(self) -> int:
        """How many outlets do."""
        return len({row.outlet for row in self.rows if row.outlet is not None})


def timeline(
    happenings: Mapping[int, Sequence[EventRow]], origin_of: Mapping[str, str] | None = None
) -> tuple[Happening, ...]:
    """The happenings by their first day; of one day those told first come first, those without any day come last."""
    made = [_happening(number, rows, origin_of) for number, rows in happenings.items() if rows]
    return tuple(sorted(made, key=_place))


def _happening(number: int, rows: Sequence[EventRow], origin_of: Mapping[str, str] | None) -> Happening:
    tellings = sketch_all(sorted(rows, key=order))
    dispute = find_dispute(rows, origin_of)
    is_uncertain = dispute is not None and "when" in dispute.matters
    fullest = max(tellings, key=_fullness)
    return Happening(number, tuple(each.row for each in tellings), _edtf(tellings, is_uncertain), fullest.row, dispute)


def _edtf(tellings: Sequence[Sketch], is_uncertain: bool) -> str | None:
    told = [(each.days.low, each.days.high) for each in tellings if each.days and each.days.is_told]
    if told:
        shortest = min(high - low for low, high in told)
        # Most tell it so; of times told equally often the one told first counts.
        (low, high), _ = Counter(days for days in told if days[1] - days[0] == shortest).most_common(1)[0]
        days = dict.fromkeys(f"{date.fromordinal(day)}{'?' if is_uncertain else ''}" for day in (low, high))
        return "/".join(days)
    known = [each.days.high for each in tellings if each.days and each.is_past]
    return f"../{date.fromordinal(min(known))}" if known else None


def _fullness(each: Sketch) -> tuple[bool, int, int]:
    """What sorts tellings: one that affirms, then one with more of who, whom, where, when and how many."""
    row = each.row
    told: Iterable[object] = (row.actors, row.recipients, row.place, row.first, row.figures)
    return row.status in ("happened", "ongoing"), sum(map(bool, told)), -row.start


def _place(happening: Happening) -> tuple[str, tuple[str, str, int, str]]:
    edtf = happening.edtf or "9999"
    return edtf.removeprefix("../").rstrip("?"), order(happening.rows[0])


def list_happenings(ledger: Ledger, **asked: Any) -> tuple[Happening, ...]:
    """The happenings that fit, in order of time, each with its tellings, copies of one text as one origin.

    Asks as `Ledger.happenings` does: `who`, `types`, `country`, `since`, `until`, `disputed`, `newest_first`, `limit`.
    """
    found = ledger.happenings(**asked)
    origins = ledger.origin_of({row.document for rows in found.values() for row in rows})
    return timeline(found, origins)
