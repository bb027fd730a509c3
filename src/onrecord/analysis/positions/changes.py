"""What changed between two statements of one source on one issue, each with the words of both sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.analysis.positions.comparing import ChangeKind, compare
from onrecord.analysis.positions.readings import Reading, read_position
from onrecord.analysis.positions.said import Said, words_of
from onrecord.record import Spans

FARTHEST = 60
"""How many earlier statements one is compared with: what lies farther back has mostly been said again since."""


@dataclass(frozen=True, slots=True)
class Change:
    """That `after` changes what `before` said: how, and the decisive words of both (`words_before`, `words_after`).

    `why` says it in a few words: `will → will not`, `by March → by June`.
    """

    kind: ChangeKind
    before: Said
    after: Said
    words_before: Spans
    words_after: Spans
    why: str


def find_changes(said: Sequence[Said], min_confidence: float = 0.5) -> tuple[Change, ...]:
    """The changes between statements of one source on one issue, in order of time; none in doubt.

    Of each statement a matter is compared with the nearest earlier statement that speaks of it. Left out are statements
    without a date, and such as may be of one day, since none of them is the earlier; those less sure than
    `min_confidence`; those that stand in another's statement, since that one is the witness; questions; the same words
    said again.
    """
    read = [
        _Read(each, days, words_of(each.hit), read_position(each.hit.statement))
        for each in said
        if _is_usable(each, min_confidence) and (days := each.days)
    ]
    return tuple(
        change
        for index, after in enumerate(read)
        for change in _changes_to(after, read[max(0, index - FARTHEST) : index])
    )


@dataclass(frozen=True, slots=True)
class _Read:
    said: Said
    days: tuple[date, date]
    words: tuple[str, ...]
    reading: Reading


def _is_usable(said: Said, min_confidence: float) -> bool:
    statement = said.hit.statement
    confidence = 1.0 if statement.confidence is None else statement.confidence
    return statement.within is None and confidence >= min_confidence


def _changes_to(after: _Read, earlier: Sequence[_Read]) -> Iterator[Change]:
    settled: set[str] = set()
    for before in reversed(earlier):
        if before.days[1] >= after.days[0]:
            continue
        if before.words == after.words:
            return
        found = compare(before.reading, after.reading)
        for each in found.changes:
            if each.matter not in settled:
                yield Change(each.kind, before.said, after.said, each.before, each.after, each.why)
        settled |= found.settled | {each.matter for each in found.changes}
