"""Rival accounts of one happening, side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.ledger.disputes.accounts import Account, Dispute, Issue, Shift, account, order
from onrecord.ledger.disputes.tellers import Teller, teller_of
from onrecord.ledger.disputes.versions import QUESTIONS, Question, Version
from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings import sketch_all


def find_dispute(rows: Sequence[EventRow], origin_of: Mapping[str, str] | None = None) -> Dispute | None:
    """What is in dispute among the tellings of one happening; None where all of them can be true together.

    Two tellings are rivals where they exclude one another and are two people's word: somebody's later version is a
    shift. `origin_of` has the document that each one is a copy of in the end, so that copies count once.
    """
    tellings = sketch_all(sorted(rows, key=order))
    issues = [
        issue for question in QUESTIONS for issue in _issues(question, question.versions(tellings), origin_of or {})
    ]
    return Dispute(tuple(issues)) if issues else None


@dataclass(frozen=True, slots=True)
class _Told:
    """A version and whose word it is."""

    version: Version
    teller: Teller

    @property
    def row(self) -> EventRow:
        return self.version.telling.row


def _issues(question: Question, versions: Iterable[Version], origin_of: Mapping[str, str]) -> Iterator[Issue]:
    told = sorted((_Told(each, teller_of(each.telling.row)) for each in versions), key=lambda each: order(each.row))
    for of in dict.fromkeys(each.version.of for each in told):
        same = [each for each in told if each.version.of == of]
        grouped: dict[str, list[_Told]] = {}
        for each in _rivals(question, same):
            grouped.setdefault(each.version.key, []).append(each)
        if grouped:
            accounts = [
                account(group[0].version.words, [each.row for each in group], origin_of) for group in grouped.values()
            ]
            yield Issue(question.matter, of, tuple(sorted(accounts, key=_first)), tuple(_shifts(same)))


def _rivals(question: Question, told: Sequence[_Told]) -> list[_Told]:
    """The versions that another teller's excludes, in their order."""
    found: set[int] = set()
    for (left, one), (right, other) in combinations(enumerate(told), 2):
        if {left, right} <= found or one.version.key == other.version.key or one.teller.key == other.teller.key:
            continue
        if question.excludes(one.version, other.version):
            found |= {left, right}
    return [told[place] for place in sorted(found)]


def _shifts(told: Sequence[_Told]) -> Iterator[Shift]:
    """Where somebody's versions differ from one day to another."""
    last: dict[str, _Told] = {}
    for each in told:
        before = last.get(each.teller.key)
        if before is not None and before.version.key != each.version.key and _is_later(before.row, each.row):
            yield Shift(each.teller, before.row, each.row)
        last[each.teller.key] = each


def _is_later(before: EventRow, after: EventRow) -> bool:
    return before.published is not None and after.published is not None and before.published < after.published


def _first(each: Account) -> tuple[object, ...]:
    """By its first day; of one day what is denied comes before its denial."""
    return each.first.published or "9999", each.first.status == "not-happened", order(each.first)
