"""The happenings of a half as a ledger would group them, and how right the pairs are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from evaluation.happenings.gold import GoldSet

from onrecord.annotation import DocumentCoder
from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings import assign, event_rows, keys_of
from onrecord.record import Record

Telling = tuple[str, str]
"""A document and the id of an event in it."""


@dataclass
class Shelf:
    """Happenings found by keys, as a ledger keeps them."""

    happenings: dict[int, list[EventRow]] = field(default_factory=dict)
    by_key: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def file(self, rows: Sequence[EventRow]) -> None:
        """The events of one document."""
        near = set().union(*(self.by_key[key] for row in rows for key in keys_of(row))) if rows else set()
        for group in assign(rows, {number: self.happenings[number] for number in near}):
            number = len(self.happenings) if group.happening is None else group.happening
            self.happenings.setdefault(number, []).extend(group.rows)
            for row in group.rows:
                for key in keys_of(row):
                    self.by_key[key].add(number)


@dataclass(frozen=True)
class Half:
    """The records of a half, the label of every event that has one, and how many marks no event bears."""

    records: list[Record]
    labels: dict[Telling, str]
    missed: Counter[str]


def code_half(sets: Iterable[GoldSet], coder: DocumentCoder) -> Half:
    """The reports of a half coded, in the order of their dates."""
    reports = [report for every in sets for report in every.reports]
    records, labels, missed = [], {}, Counter[str]()
    for report in sorted(reports, key=lambda each: (str(each.document.published), each.document.id)):
        record = coder.code(report.document)
        records.append(record)
        for mark in report.marks:
            bearers = [
                event.id
                for event in record.events
                if any(span.start < mark.end and mark.start < span.end for span in event.trigger.spans)
            ]
            labels |= {(record.document.id, name): mark.label for name in bearers}
            missed[mark.label] += not bearers
    return Half(records, labels, missed)


def file_half(half: Half) -> Shelf:
    """All of a half filed, a document at a time."""
    shelf = Shelf()
    for record in half.records:
        shelf.file(event_rows(record))
    return shelf


def score_pairs(half: Half, shelf: Shelf) -> Counter[str]:
    """Pairs of the gold, those found, those right, and what the coder's misses cost."""
    counts = Counter[str]()
    for rows in shelf.happenings.values():
        for one, other in combinations(rows, 2):
            counts["found"] += 1
            label = half.labels.get((one.document, one.event))
            counts["right"] += label is not None and label == half.labels.get((other.document, other.event))
    sizes = Counter(half.labels.values())
    counts["gold"] = sum(size * (size - 1) // 2 for size in sizes.values())
    marks = sizes + half.missed
    counts["gold, all"] = sum(size * (size - 1) // 2 for size in marks.values())
    return counts
