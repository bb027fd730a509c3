"""Whether two events are tellings of one happening: what speaks for it and what against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings.deeds import CONTESTED, JOINT, SPOKEN
from onrecord.ledger.happenings.parties import Face, best_likeness
from onrecord.ledger.happenings.sketches import Sketch, Where, sketch

THRESHOLD = 0.5
"""The score from which two are taken to tell of one happening."""

MONTH = 31
# A word that refers back stands this near, in characters, to what it refers to.
NEAR = 600


@dataclass(frozen=True, slots=True)
class Evidence:
    """How likely two are one happening, 0 to 1, with the reasons in words; a sum of weights, no probability.

    `is_excluded` says that both cannot be one whatever else they share: other deeds, days or towns.
    """

    score: float
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that both share or differ in: its weight, below 0 what speaks against; a heavy one excludes.

    `is_particular` is what few happenings share: a town, who or what was hit, a number; not a country, a day, a kind.
    """

    weight: float
    words: str
    is_particular: bool = False


EXCLUDES = -0.6
NOTHING_PARTICULAR = Reason(-0.3, "nothing that is particular to one happening is told of both")


def same_happening(left: EventRow, right: EventRow) -> Evidence:
    """Whether two events tell of one happening.

    Conservative: of a deed of one kind on one day both must tell something more that few share, the town, who or what
    was hit, a number; two attacks of one war on one day in two towns are two.
    """
    return compare(sketch(left), sketch(right))


def compare(left: Sketch, right: Sketch) -> Evidence:
    """The same of rows made ready."""
    shared = [deed for deed in left.deeds if deed in right.deeds]
    if not shared:
        return Evidence(0.0, (), (f"{left.row.type} and {right.row.type} are no names of one deed",), True)
    reasons = list(_days(left, right))
    if all(reason.weight > EXCLUDES for reason in reasons):
        reasons += _all_but_days(left, right, shared[0])
    if not any(reason.is_particular for reason in reasons):
        reasons.append(NOTHING_PARTICULAR)
    total = sum(reason.weight for reason in reasons)
    excluded = any(reason.weight <= EXCLUDES for reason in reasons)
    return Evidence(
        0.0 if excluded else round(max(0.0, min(1.0, total)), 3),
        tuple(reason.words for reason in reasons if reason.weight > 0),
        tuple(reason.words for reason in reasons if reason.weight < 0),
        excluded,
    )


def _all_but_days(left: Sketch, right: Sketch, deed: str) -> Iterator[Reason]:
    yield from _deed(left, right)
    yield from _places(left.where, right.where)
    yield from _parties(left, right, deed)
    yield from _words(left, right)
    yield from _figures(left.row, right.row)
    if left.row.document == right.row.document:
        yield from _within_document(left, right, deed)


def _deed(left: Sketch, right: Sketch) -> Iterator[Reason]:
    one, other = left.row, right.row
    if one.type != other.type:
        yield Reason(0.1, f"{one.type} and {other.type} can be names of one deed")
    elif one.mode is not None and one.mode == other.mode:
        yield Reason(0.3, f"both are {one.type} {one.mode}")
    else:
        yield Reason(0.25, f"both are {one.type}")
    if left.is_past != right.is_past:
        yield Reason(-0.15, f"one is {one.status}, the other {other.status}")


def _days(left: Sketch, right: Sketch) -> Iterator[Reason]:
    one, other = left.days, right.days
    if one is None or other is None:
        return
    gap = one.gap(other)
    if one.is_told and other.is_told:
        if gap == 0 and one.is_narrow and other.is_narrow:
            yield Reason(0.25, "the days that are told agree")
        elif gap == 0:
            yield Reason(0.05, "the times that are told can be one")
        elif gap == 1:
            yield Reason(-0.05, "the days that are told are next to one another")
        else:
            yield Reason(-1.0, f"{gap} days lie between the days that are told")
    elif gap > MONTH:
        yield Reason(-1.0, f"{gap} days lie between them by the dates of their documents")
    elif gap:
        yield Reason(-0.25, "their documents' dates speak for different days")


def _places(one: Where | None, other: Where | None) -> Iterator[Reason]:
    if one is None or other is None:
        return
    both = f"{one.words} and {other.words}"
    if one.folded == other.folded or (one.geonames is not None and one.geonames == other.geonames):
        yield Reason(0.15 if one.is_country else 0.25, f"both are in {one.words}", not one.is_country)
    elif one.country and other.country and one.country != other.country:
        yield Reason(-1.0, f"{both} lie in different countries")
    elif one.is_country or other.is_country:
        yield Reason(0.05, f"{both} lie in one country")
    elif set(one.folded.split()) & set(other.folded.split()):
        yield Reason(0.1, f"{both} share a name", True)
    elif one.geonames is not None and other.geonames is not None:
        yield Reason(-1.0, f"{both} are two places")
    else:
        yield Reason(-0.25, f"{both} are named differently")


def _parties(left: Sketch, right: Sketch, deed: str) -> Iterator[Reason]:
    if deed in JOINT:
        yield from _joint(left, right)
        return
    actors = best_likeness(left.actors, right.actors)
    recipients = best_likeness(left.recipients, right.recipients)
    if _are_swapped(left, right) and (actors or 0) < 0.6 and (recipients or 0) < 0.6:
        weight = -0.1 if deed in CONTESTED else -0.6
        yield Reason(weight, "who did it to whom is the other way round")
        return
    if actors is not None:
        yield from _graded(actors, 0.2, EXCLUDES if deed in SPOKEN else -0.1, "who did it", is_particular=False)
    if recipients is not None:
        shared = _own(left.recipients) & _own(right.recipients) - left.sides - right.sides
        yield from _graded(recipients, 0.2, -0.3, "to whom it was done", is_particular=bool(shared))
        if recipients == 0 and left.stands_alone and right.stands_alone:
            yield Reason(-0.1, "to whom or what it was done has no word in common")


def _joint(left: Sketch, right: Sketch) -> Iterator[Reason]:
    """Of what is done together everybody counts; one side that is another makes another meeting."""
    one, other = left.actors + left.recipients, right.actors + right.recipients
    if not one or not other:
        return
    if len(one) > len(other):
        one, other = other, one
    grades = [best_likeness((face,), other) or 0.0 for face in one]
    met = sum(grade for grade in grades if grade > 0)
    if met:
        yield Reason(0.25 * min(1.0, met / min(2, len(one))), "who took part agrees", met > 1)
    if any(grade < 0 for grade in grades):
        yield Reason(-1.0, "somebody who took part in one did not in the other")


def _own(faces: Sequence[Face]) -> frozenset[str]:
    return frozenset().union(*(face.own for face in faces))


def _graded(likeness: float, most: float, least: float, what: str, *, is_particular: bool) -> Iterator[Reason]:
    if likeness > 0:
        yield Reason(most * likeness, f"{what} agrees", is_particular)
    elif likeness < 0:
        yield Reason(least, f"{what} differs")


def _are_swapped(left: Sketch, right: Sketch) -> bool:
    one = best_likeness(left.actors, right.recipients) or 0
    other = best_likeness(left.recipients, right.actors) or 0
    return one > 0.5 and other > 0.5


def _words(left: Sketch, right: Sketch) -> Iterator[Reason]:
    if left.trigger & right.trigger:
        yield Reason(0.05, "one word tells of both")
    if left.clause == right.clause:
        return
    names = (left.names & right.names) - left.sides - right.sides
    if names:
        weight = min(0.3, 0.15 + 0.05 * len(names))
        yield Reason(weight, f"names in common: {', '.join(sorted(names)[:5])}", True)
    shared = (left.words & right.words) - left.trigger - right.trigger - names
    fewest = min(len(left.words), len(right.words))
    if shared and fewest:
        share = min(1.0, len(shared) / max(4, fewest))
        yield Reason(round(0.2 * share, 3), f"words in common: {', '.join(sorted(shared)[:5])}", len(shared) > 2)


def _figures(one: EventRow, other: EventRow) -> Iterator[Reason]:
    """A number in common speaks for one; different ones against it only where they are far apart."""
    pairs = [(a, b) for a in one.figures for b in other.figures if a.counts is not None and a.counts == b.counts]
    if any(a.low == b.low and a.high == b.high and (a.low or 0) > 3 for a, b in pairs):
        yield Reason(0.15, "a number in common", True)


def _within_document(left: Sketch, right: Sketch, deed: str) -> Iterator[Reason]:
    """What refers back: `the attack` of what was told before, what came of it, its denial.

    Words follow upon words: two promises in one sentence are two.
    """
    one, other = sorted((left, right), key=lambda each: each.row.start)
    apart = other.row.start - one.row.end
    refers_back = left.is_bare or right.is_bare
    if apart > NEAR or (deed in SPOKEN and not refers_back):
        return
    if apart <= 0:
        yield Reason(0.25, "told in one clause", True)
    elif refers_back or other.is_outcome:
        # Of several the nearest is meant.
        yield Reason(round(0.45 - 0.15 * apart / NEAR, 3), "the one only refers to what the other tells", True)
    elif "not-happened" in (one.row.status, other.row.status) and _share_somebody(left, right):
        yield Reason(0.2, "the one denies what is told near it", True)
    elif left.is_past and right.is_past and best_likeness(left.recipients, right.recipients) == 0:
        yield Reason(-0.2, "told one after the other, of different things")
    else:
        yield Reason(0.1, "told near one another")


def _share_somebody(left: Sketch, right: Sketch) -> bool:
    """Whether one party, or the very word for the deed, is told of both."""
    grades = (best_likeness(left.actors, right.actors), best_likeness(left.recipients, right.recipients))
    return bool(left.trigger & right.trigger) or any((grade or 0) > 0.5 for grade in grades)
