"""What accounts of a happening are: versions of it with whoever tells them, and what is in dispute between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.ledger.disputes.tellers import Teller, teller_of
from onrecord.ledger.happened import EventRow

Matter = Literal["whether it happened", "who did it", "what it was", "how many", "where", "when"]


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody who told one version and later another: the last telling of the one, the first of the other."""

    teller: Teller
    before: EventRow
    after: EventRow


@dataclass(frozen=True, slots=True)
class Account:
    """One version, `it did not happen`, `30 killed`, with the rows that tell it, the earliest first.

    Each row has the exact words and their place in its document. `origins` counts documents that are nobody's copies,
    where that is known; else it is the number of documents.
    """

    version: str
    rows: tuple[EventRow, ...]
    origins: int

    @property
    def tellers(self) -> tuple[Teller, ...]:
        """Who tells it, in the order of their first word on it."""
        return tuple({each.key: each for each in map(teller_of, reversed(self.rows))}.values())[::-1]

    @property
    def first(self) -> EventRow:
        """Where it was first said: outlet, day and words."""
        return self.rows[0]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it, the first one first."""
        return tuple(dict.fromkeys(row.outlet for row in self.rows if row.outlet is not None))

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({row.document for row in self.rows})


@dataclass(frozen=True, slots=True)
class Issue:
    """What is at issue, with the accounts that cannot all be true, the one told first before the others.

    `of` is what is counted where it is `how many`.
    """

    matter: Matter
    of: str | None
    accounts: tuple[Account, ...]
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Rival accounts of one happening."""

    issues: tuple[Issue, ...]

    @property
    def matters(self) -> tuple[Matter, ...]:
        """All that is at issue, once each."""
        return tuple(dict.fromkeys(issue.matter for issue in self.issues))

    @property
    def first(self) -> EventRow:
        """The telling in dispute that was published first."""
        return min((account.first for issue in self.issues for account in issue.accounts), key=order)


def account(version: str, rows: list[EventRow], origin_of: Mapping[str, str]) -> Account:
    """An account of these rows; `origin_of` has the document that each one is a copy of in the end."""
    ordered = tuple(sorted(rows, key=order))
    return Account(version, ordered, len({origin_of.get(row.document, row.document) for row in ordered}))


def order(row: EventRow) -> tuple[str, str, int, str]:
    """What sorts rows: the day of publication, those without one last, then document and place."""
    return row.published or "9999", row.document, row.start, row.event
