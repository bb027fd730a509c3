"""What expires next, and what has: the terms on record, those that several documents tell together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.ledger import Ledger, TermRow, subject_key

State = Literal["next", "expired", "begins", "no date"]

STATES: tuple[State, ...] = ("next", "expired", "begins", "no date")


@dataclass(frozen=True, slots=True)
class TermFact:
    """One term as one or more documents tell it, the first report first.

    `days` counts from the day asked about to the last day of its date (of one that begins, to the first): negative for
    what is past.
    """

    state: State
    reports: tuple[TermRow, ...]
    days: int | None

    @property
    def row(self) -> TermRow:
        """The earliest report, which stands for all."""
        return self.reports[0]

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({report.document for report in self.reports})


def list_terms(
    ledger: Ledger, on: date, matter: str | None = None, *, everything: bool = False
) -> dict[State, list[TermFact]]:
    """The terms by state on a day: what expires next, the nearest first; what has, the latest first; what has no date.

    `everything` adds what begins, and what is only demanded, planned, possible or denied.
    """
    facts: dict[State, list[TermFact]] = {state: [] for state in STATES}
    for reports in _alike(row for row in ledger.terms(matter) if everything or _is_shown(row)):
        fact = _fact(reports, on)
        facts[fact.state].append(fact)
    for state in ("next", "begins"):
        facts[state].sort(key=lambda fact: (fact.row.last or "", fact.row.matter))
    facts["expired"].sort(key=lambda fact: (fact.row.last or "", fact.row.matter), reverse=True)
    return facts


def _is_shown(row: TermRow) -> bool:
    return row.status is None and row.bound != "from"


def _alike(rows: Iterator[TermRow]) -> list[list[TermRow]]:
    """The rows that tell the same: matter, bound, date, status and subject; those without a date each by itself."""
    found: dict[tuple[str | None, ...], list[TermRow]] = {}
    for row in rows:
        same = (row.matter, row.bound, row.edtf, row.status, subject_key(row))
        key = same if row.edtf is not None else (*same, row.document, row.term)
        found.setdefault(key, []).append(row)
    return list(found.values())


def _fact(reports: Sequence[TermRow], on: date) -> TermFact:
    ordered = tuple(sorted(reports, key=lambda row: (row.published or "9999", row.document, row.start)))
    row = ordered[0]
    end = row.first if row.bound == "from" else row.last
    if end is None:
        return TermFact("no date", ordered, None)
    days = (date.fromisoformat(end) - on).days
    if row.bound == "from":
        return TermFact("begins", ordered, days)
    return TermFact("next" if days >= 0 else "expired", ordered, days)
