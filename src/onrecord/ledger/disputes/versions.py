"""What each telling of a happening says on one matter, and which of two sayings exclude one another."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger import FigureRow
from onrecord.ledger.disputes.accounts import Matter
from onrecord.ledger.happenings import JOINT, SPOKEN, Face, Sketch, best_likeness

# Deeds of one kind that are one or the other.
NAMES: Mapping[tuple[str, str | None], str] = {("ASSAULT", "abduct"): "an abduction", ("COERCE", "arrest"): "an arrest"}
AFFIRMED = frozenset({"happened", "ongoing"})
ABOUT = re.compile(r"\b(?:about|some|around|nearly|almost|roughly|approximately|close to|or so|an estimated)\b", re.I)
LEEWAY = 0.2
"""By what share a number told as approximate may be off."""
ALIKE = 0.4
"""From this likeness on two actors are one side: `the army` and the army of a state are, as nothing tells otherwise."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one telling says on a matter: its words for a list, the key that equal versions share, what is counted."""

    telling: Sketch
    words: str
    key: str
    of: str | None = None
    figure: FigureRow | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A matter, how its versions are read off the tellings, and when two of them exclude one another."""

    matter: Matter
    versions: Callable[[Sequence[Sketch]], Iterator[Version]]
    excludes: Callable[[Version, Version], bool]


def _whether(tellings: Sequence[Sketch]) -> Iterator[Version]:
    denied = [each for each in tellings if each.row.status == "not-happened"]
    affirmed = [each for each in tellings if each.row.status in AFFIRMED and not each.is_bare]
    # Whoever denies that they did it need not deny what is told of nobody, unless that is all that is told.
    if all(each.actors for each in denied) and any(_are_one_side(one, other) for one in affirmed for other in denied):
        affirmed = [each for each in affirmed if each.actors]
    yield from (Version(each, "it happened", "yes") for each in affirmed)
    yield from (Version(each, "it did not happen", "no") for each in denied)


def _denies(one: Version, other: Version) -> bool:
    """Whether one denies what the other tells: of the same actors, where both name any, and the same outcome."""
    if one.key == other.key:
        return False
    no, yes = (one.telling, other.telling) if one.key == "no" else (other.telling, one.telling)
    if (best_likeness(no.actors, yes.actors) or 0) < 0:
        return False
    return not no.is_outcome or bool(no.trigger & yes.trigger) or _tells_toll(yes, no.row.trigger)


def _tells_toll(telling: Sketch, trigger: str) -> bool:
    """Whether it counts what a word tells of: `nobody was killed` denies a number of killed, not the attack."""
    return any(figure.counts is not None and trigger in figure.counts for figure in telling.row.figures)


def _who(tellings: Sequence[Sketch]) -> Iterator[Version]:
    sides: list[list[Sketch]] = []
    for each in tellings:
        deeds = set(each.deeds[:1])
        if each.actors and each.row.status in AFFIRMED and not deeds & (JOINT | SPOKEN):
            side = next((side for side in sides if any(_are_one_side(each, other) for other in side)), None)
            if side is None:
                sides.append(side := [])
            side.append(each)
            yield Version(each, _named(side[0].actors[0]), str(sides.index(side)))


def _are_one_side(one: Sketch, other: Sketch) -> bool:
    return (best_likeness(one.actors, other.actors) or 0) >= ALIKE


def _are_others(one: Version, other: Version) -> bool:
    if one.key == other.key:
        return False
    left, right = one.telling.actors, other.telling.actors
    likeness = best_likeness(left, right) or 0
    return likeness < 0 or (likeness == 0 and any(map(_is_named, left)) and any(map(_is_named, right)))


def _is_named(face: Face) -> bool:
    """Whether it is known who that is: `gunmen` can be anybody's."""
    party = face.party
    return bool(party.registry or (face.own and re.search(r"\b[A-Z]", re.sub(r"^\w+", "", party.words))))


def _named(face: Face) -> str:
    return face.party.name or face.party.words


def _how_many(tellings: Sequence[Sketch]) -> Iterator[Version]:
    for each in tellings:
        for figure in each.row.figures if each.row.status in AFFIRMED else ():
            if figure.counts is not None:
                of = f"{figure.counts} in {figure.unit}" if figure.unit else figure.counts
                yield Version(each, f"{figure.words} {figure.counts}", f"{of} {_range(figure)}", of, figure)


def _are_other_numbers(one: Version, other: Version) -> bool:
    if one.of != other.of or one.figure is None or other.figure is None:
        return False
    (low, high), (least, most) = _range(one.figure), _range(other.figure)
    return high < least or most < low


def _range(figure: FigureRow) -> tuple[float, float]:
    """What the number can be; an approximate one has some leeway."""
    low = 0.0 if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    if low == high and ABOUT.search(figure.words):
        return low * (1 - LEEWAY), high * (1 + LEEWAY)
    return low, high


def _what(tellings: Sequence[Sketch]) -> Iterator[Version]:
    for each in tellings:
        if each.row.status in AFFIRMED and (name := NAMES.get((each.row.type, each.row.mode))):
            yield Version(each, name, name)


def _where(tellings: Sequence[Sketch]) -> Iterator[Version]:
    for each in tellings:
        if each.where is not None and not each.where.is_country and each.row.status in AFFIRMED:
            yield Version(each, each.where.words, each.where.folded)


def _are_elsewhere(one: Version, other: Version) -> bool:
    left, right = one.telling.where, other.telling.where
    if left is None or right is None:
        return False
    if left.country and right.country and left.country != right.country:
        return True
    return bool(left.geonames and right.geonames and left.geonames != right.geonames)


def _when(tellings: Sequence[Sketch]) -> Iterator[Version]:
    for each in tellings:
        row = each.row
        if each.days is not None and each.days.is_narrow and row.status in AFFIRMED:
            words = row.first if row.first == row.last else f"{row.first} to {row.last}"
            yield Version(each, words or "", f"{row.first}/{row.last}")


def _are_other_days(one: Version, other: Version) -> bool:
    left, right = one.telling.days, other.telling.days
    return left is not None and right is not None and left.gap(right) > 0


def _differ(one: Version, other: Version) -> bool:
    return one.key != other.key


QUESTIONS = (
    Question("whether it happened", _whether, _denies),
    Question("who did it", _who, _are_others),
    Question("what it was", _what, _differ),
    Question("how many", _how_many, _are_other_numbers),
    Question("where", _where, _are_elsewhere),
    Question("when", _when, _are_other_days),
)
"""All that can be at issue, in the order in which it is shown."""
