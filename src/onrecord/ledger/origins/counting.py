"""Counting: in how many independent ways one claim came to be on the record, whatever the number of outlets."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.ledger.origins.clusters import origins_of, rank
from onrecord.ledger.origins.copying import Relation
from onrecord.ledger.origins.credits import canonical_outlet
from onrecord.ledger.origins.reports import Report
from onrecord.record import Span

# A claim stands in a passage if at least this much of it does.
LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Appearance:
    """A place where a claim stands: code points `start` to `end` of a document, and the statement's id if it is one."""

    document: int
    start: int
    end: int
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """One way by which a claim came to be known.

    `name` is the agency or outlet to which it goes back, None where no outlet is named; `document` the earliest that
    has it; `reasons` why its appearances are one.
    """

    name: str | None
    document: int
    appearances: tuple[Appearance, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The independent origins of a claim, the earliest first, beside the outlets that print it.

    `unnamed` counts the documents that name no outlet.
    """

    outlets: tuple[str, ...]
    unnamed: int
    origins: tuple[Origin, ...]

    def __str__(self) -> str:
        outlets = _counted(len(self.outlets), "outlet")
        unnamed = f" and {_counted(self.unnamed, 'document')} of no named outlet" if self.unnamed else ""
        return f"{outlets}{unnamed}, {_counted(len(self.origins), 'origin')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def count_origins(
    appearances: Iterable[Appearance], reports: Mapping[int, Report], relations: Iterable[Relation]
) -> Origins:
    """Which appearances of a claim have one origin, and how many origins that makes.

    `reports` are the documents of the appearances by their keys, in the order of filing, `relations` those among them.
    Two appearances have one origin where they stand in a passage of prose that the two reports share; where one report
    is a copy of the other and its appearance stands in no passage shared with a third; where both are credited to one
    outlet, or one is that outlet's own; and where one outlet tells it twice. Words that only a quotation shares are two
    origins: two reporters heard them.
    """
    places = sorted(set(appearances), key=lambda each: (each.document, each.start, each.end, each.statement or ""))
    documents = {each.document for each in places}
    related = [each for each in relations if each.left in documents and each.right in documents]
    published = {key: report.published for key, report in reports.items() if key in documents}
    groups = _Groups(places, rank(published, related), reports)
    groups.join_by_passages(related)
    groups.join_by_copies(origins_of(published, related))
    groups.join_by_names()
    outlets = {name for each in documents if (name := canonical_outlet(reports[each].outlet)) is not None}
    unnamed = sum(reports[each].outlet is None for each in documents)
    return Origins(tuple(sorted(outlets)), unnamed, groups.origins())


class _Groups:
    """Appearances, put together step by step; each group knows why."""

    def __init__(self, places: Sequence[Appearance], order: Mapping[int, int], reports: Mapping[int, Report]) -> None:
        self._places = sorted(places, key=lambda each: order[each.document])
        self._position = {each: number for number, each in enumerate(self._places)}
        self._reports = reports
        self._group = dict(self._position)
        self._members = {number: [each] for number, each in enumerate(self._places)}
        self._reasons: dict[int, list[str]] = defaultdict(list)
        self._of_document: dict[int, list[Appearance]] = defaultdict(list)
        self._opens_as: dict[int, set[int]] = defaultdict(set)
        self._named: dict[str, Appearance] = {}
        for each in self._places:
            self._of_document[each.document].append(each)

    def _join(self, one: Appearance, other: Appearance, reason: str) -> None:
        kept, gone = sorted((self._group[one], self._group[other]))
        if kept != gone:
            for each in self._members[gone]:
                self._group[each] = kept
            self._members[kept] += self._members.pop(gone)
            self._reasons[kept] += self._reasons.pop(gone, [])
            self._reasons[kept].append(reason)

    def join_by_passages(self, relations: Iterable[Relation]) -> None:
        """Those that stand in one passage of prose."""
        for relation in relations:
            if relation.opens_alike:
                self._opens_as[relation.left].add(relation.right)
                self._opens_as[relation.right].add(relation.left)
            pairs = product(self._of_document[relation.left], self._of_document[relation.right])
            for left, right in pairs:
                if any(_stands_in(left, each.left) and _stands_in(right, each.right) for each in relation.copied):
                    self._join(left, right, "in one passage")

    def join_by_copies(self, origins: Mapping[int, int]) -> None:
        """Groups that mostly are of copies of one report; so not what one copy alone took from elsewhere."""
        first_of: dict[int, Appearance] = {}
        for first in self._firsts():
            members = self._members[self._group[first]]
            (origin, count), *_ = Counter(origins[each.document] for each in members).most_common(1)
            if count > len(members) / 2:
                self._join(first_of.setdefault(origin, first), first, "in copies of one report")

    def join_by_names(self) -> None:
        """Those that go back to one outlet, and then those that name it as one they drew on."""
        unnamed = []
        for first in self._firsts():
            credited = self._credited(first)
            name = credited or canonical_outlet(self._reports[first.document].outlet)
            if name is not None:
                self._join(self._named.setdefault(name, first), first, f"{'credited to' if credited else 'by'} {name}")
            if credited is None:
                unnamed.append(first)
        for first in unnamed:
            drawn_on = [each.outlet for each in self._reports[first.document].credits if each.manner == "material"]
            if len(drawn_on) == 1 and drawn_on[0] in self._named:
                self._join(self._named[drawn_on[0]], first, f"with material from {drawn_on[0]}")

    def _firsts(self) -> list[Appearance]:
        """The earliest appearance of each group."""
        return [members[0] for members in self._members.values()]

    def _credited(self, first: Appearance) -> str | None:
        """Whom a group credits: one of its statements, else one of its reports."""
        members = self._members[self._group[first]]
        found = [self._of_statement(each) for each in members] + [self._of_report(each, members) for each in members]
        return next((each for each in found if each is not None), None)

    def _of_statement(self, place: Appearance) -> str | None:
        found = self._reports[place.document].credits
        return next((each.outlet for each in found if each.statement and each.statement == place.statement), None)

    def _of_report(self, place: Appearance, members: Sequence[Appearance]) -> str | None:
        """Whom a report credits at its head, where it is the first of its group or opens as that does."""
        first = members[0].document
        if first != place.document and first not in self._opens_as[place.document]:
            return None
        found = self._reports[place.document].credits
        return next((each.outlet for each in found if each.statement is None and each.manner != "material"), None)

    def origins(self) -> tuple[Origin, ...]:
        """The groups as they stand, the earliest first."""
        names = {self._group[first]: name for name, first in reversed(self._named.items())}
        return tuple(
            Origin(
                names.get(number),
                members[0].document,
                tuple(sorted(members, key=self._position.__getitem__)),
                tuple(dict.fromkeys(self._reasons.get(number, ()))),
            )
            for number, members in sorted(self._members.items())
        )


def _stands_in(place: Appearance, span: Span) -> bool:
    shared = min(place.end, span.end) - max(place.start, span.start)
    return shared >= LEAST_OVERLAP * (place.end - place.start)
