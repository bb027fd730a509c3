"""Rival accounts of one happening, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.analysis.happenings.accounts import Account, Dispute, Issue, Shift, account, order
from onrecord.analysis.happenings.versions import QUESTIONS, Question, Version
from onrecord.ledger import EventRow
from onrecord.ledger.happenings import sketch_all


def find_dispute(rows: Sequence[EventRow], origin_of: Mapping[str, str] | None = None) -> Dispute | None:
    """What is in dispute among the tellings of one happening; None where all of them can be true together.

    Two tellings are rivals where they exclude one another and are two people's word: somebody's later version is a
    shift. `origin_of` has the document that each one is a copy of in the end, so that copies count once.
    """
    tellings = sketch_all(sorted(rows, key=order))
    issues = [
        issue
        for question in QUESTIONS
        for issue in _issues(question, list(question.versions(tellings)), origin_of or {})
    ]
    return Dispute(tuple(issues)) if issues else None


def _issues(question: Question, versions: Sequence[Version], origin_of: Mapping[str, str]) -> Iterator[Issue]:
    for of in dict.fromkeys(version.of for version in versions):
        told = [version for version in versions if version.of == of]
        rivals = _rivals(question, told)
        if rivals:
            grouped: dict[str, list[Version]] = {}
            for version in rivals:
                grouped.setdefault(version.key, []).append(version)
            accounts = [
                account(group[0].words, [each.telling.row for each in group], origin_of) for group in grouped.values()
            ]
            yield Issue(question.matter, of, tuple(sorted(accounts, key=_first)), tuple(_shifts(told)))


def _rivals(question: Question, told: Sequence[Version]) -> list[Version]:
    """The versions that another teller's excludes, in their order."""
    found: set[int] = set()
    for (left, one), (right, other) in combinations(enumerate(told), 2):
        if one.teller.key != other.teller.key and question.excludes(one, other):
            found |= {left, right}
    return [told[place] for place in sorted(found)]


def _shifts(told: Sequence[Version]) -> Iterator[Shift]:
    """Where somebody's versions differ from one day to another."""
    last: dict[str, Version] = {}
    for version in told:
        key = version.teller.key
        before = last.get(key)
        if before is not None and before.key != version.key and _is_later(before, version):
            yield Shift(version.teller, before.telling.row, version.telling.row)
        last[key] = version


def _is_later(before: Version, after: Version) -> bool:
    first, second = before.telling.row.published, after.telling.row.published
    return first is not None and second is not None and first < second


def _first(each: Account) -> tuple[object, ...]:
    """By its first day; of one day what is denied comes before its denial."""
    return each.first.published or "9999", each.first.status == "not-happened", order(each.first)
