"""What expires next, and what has: the terms on record, those that several documents tell together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from onrecord.ledger import Ledger, TermQuery, TermRow, subject_key

State = Literal["next", "expired", "begins", "no date"]

# How many documents tell of one term, more than most: so many rows are read for each that is wanted.
REPORTS_OF_A_FACT = 6

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
    ledger: Ledger, on: date, matter: str | None = None, *, everything: bool = False, limit: int | None = None
) -> dict[State, list[TermFact]]:
    """The terms by state on a day: what expires next, the nearest first; what has, the latest first; what has no date.

    `everything` adds what begins, and what is only demanded, planned, possible or denied. With a `limit` there are at
    most so many of each state, and only as much of the ledger is read as they need.
    """
    facts: dict[State, list[TermFact]] = {state: [] for state in STATES}
    fixed = TermQuery(matter, is_fixed=not everything)
    # What begins and what ends lie on both sides of the day.
    for query in (
        replace(fixed, since=str(on)),
        replace(fixed, before=str(on), newest_first=True),
        replace(fixed, is_dated=False),
    ):
        for reports in _alike(_rows(ledger, query, limit)):
            fact = _fact(reports, on)
            facts[fact.state].append(fact)
    for state in ("next", "begins"):
        facts[state].sort(key=lambda fact: (fact.row.last or "", fact.row.matter))
    facts["expired"].sort(key=lambda fact: (fact.row.last or "", fact.row.matter), reverse=True)
    return {state: found[:limit] for state, found in facts.items()}


def _rows(ledger: Ledger, query: TermQuery, limit: int | None) -> list[TermRow]:
    """The rows of so many facts: of a day at the edge, of which there may be more, none, unless that leaves nothing."""
    most = None if limit is None else limit * REPORTS_OF_A_FACT
    rows = ledger.terms(replace(query, limit=most))
    if most is None or len(rows) < most or query.is_dated is False:
        return rows
    return [row for row in rows if row.last != rows[-1].last] or rows


def _alike(rows: Iterable[TermRow]) -> list[list[TermRow]]:
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
