"""How coded events compare with gold ones: types as sets a text, actors and recipients matched by their words.

The figures are those of the scorer that comes with the gold sets (shared/bench/events/score.py);
evaluation/event_scores.py checks that they agree.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.codebooks import load_event_types
from onrecord.interfaces.cli.bench.event_cases import Coded, Involved

ARTICLES = {"the", "a", "an"}
# Words that are no content of a name.
EMPTY = ARTICLES | {"of", "in", "on", "for", "and", "to", "from", "by", "at", "'s", "s"}
MOST_WORDS = 12
ENOUGH = 0.5
Compared = tuple[Sequence[Coded], Sequence[Coded]]
"""The gold events of a text, and those found in it."""


@dataclass(slots=True)
class Counts:
    """What is right, what was found and is wrong, what was missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def compare(self, gold: set[str], found: set[str]) -> None:
        """Counts two sets."""
        self.add(len(gold & found), len(found - gold), len(gold - found))

    def add(self, right: int, wrong: int, missed: int) -> None:
        """Counts some more."""
        self.right += right
        self.wrong += wrong
        self.missed += missed

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right, in per cent."""
        return 100 * self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Of what is to be found, the share that was, in per cent."""
        return 100 * self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class RoleScore:
    """Those in one role: by overlapping words, by equal words, and the set of their countries.

    `codes` counts, of the gold ones that are matched by overlap and have a country, those whose country is right, and
    the others as missed.
    """

    overlap: Counts = field(default_factory=Counts)
    exact: Counts = field(default_factory=Counts)
    country: Counts = field(default_factory=Counts)
    codes: Counts = field(default_factory=Counts)

    def add(self, gold: Iterable[Involved], found: Iterable[Involved]) -> None:
        """Counts a text."""
        gold, found = _distinct(gold), _distinct(found)
        self.country.compare(_countries(gold), _countries(found))
        worded = [each for each in gold if each.words is not None]
        if gold and not worded:
            return  # the gold's words are not known: nothing can be said about the words found
        for counts, likeness in ((self.overlap, overlap), (self.exact, _equality)):
            pairs = _matched(worded, found, likeness)
            # A gold one without words may be what one of the unmatched means.
            spare = min(len(gold) - len(worded), len(found) - len(pairs))
            counts.add(len(pairs), len(found) - len(pairs) - spare, len(worded) - len(pairs))
            if counts is self.overlap:
                right = [one.country == other.country for one, other in pairs if one.country is not None]
                self.codes.add(sum(right), 0, len(right) - sum(right))


@dataclass(slots=True)
class Score:
    """The figures of many texts."""

    texts: int = 0
    types: Counts = field(default_factory=Counts)
    by_type: dict[str, Counts] = field(default_factory=dict)
    detection: Counts = field(default_factory=Counts)
    quad: Counts = field(default_factory=Counts)
    same_types: int = 0
    same_quads: int = 0
    actors: RoleScore = field(default_factory=RoleScore)
    recipients: RoleScore = field(default_factory=RoleScore)
    participants: RoleScore = field(default_factory=RoleScore)
    labelled: set[str] = field(default_factory=set)

    def add(self, gold: Sequence[Coded], found: Sequence[Coded]) -> None:
        """Counts a text."""
        self.texts += 1
        self.labelled |= {each.type for each in gold}
        types = {each.type for each in found}
        wanted = settled_types(gold, types)
        self.types.compare(wanted, types)
        for kind in wanted | types:
            self.by_type.setdefault(kind, Counts()).compare(wanted & {kind}, types & {kind})
        self.detection.compare({"any"} if wanted else set(), {"any"} if types else set())
        quads, wanted_quads = _quads(types), _quads(wanted)
        self.quad.compare(wanted_quads, quads)
        self.same_types += wanted == types
        self.same_quads += wanted_quads == quads
        actors = [[one for each in side for one in each.actors] for side in (gold, found)]
        recipients = [[one for each in side for one in each.recipients] for side in (gold, found)]
        self.actors.add(*actors)
        self.recipients.add(*recipients)
        self.participants.add(actors[0] + recipients[0], actors[1] + recipients[1])

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the types that the gold has."""
        scores = [self.by_type[kind].f1 if kind in self.by_type else 0.0 for kind in self.labelled]
        return sum(scores) / len(scores) if scores else 0.0


def score(compared: Iterable[Compared]) -> Score:
    """The figures of texts."""
    total = Score()
    for gold, found in compared:
        total.add(gold, found)
    return total


def settled_types(gold: Iterable[Coded], found: set[str]) -> set[str]:
    """The gold's types, each event read in the way kindest to what was found: an alternative where only that was."""
    return {next((kind for kind in (event.type, *event.alternatives) if kind in found), event.type) for event in gold}


def overlap(gold: str, found: str) -> float:
    """The share of the shorter phrase's content words that both have; a phrase of more than twelve words has none."""
    if len(_words(found)) > MOST_WORDS:
        return 0.0
    one, other = _content(gold), _content(found)
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _equality(gold: str, found: str) -> float:
    return float(_plain(gold) == _plain(found))


def _matched(
    gold: Sequence[Involved], found: Sequence[Involved], likeness: Callable[[str, str], float]
) -> list[tuple[Involved, Involved]]:
    """Pairs, each one in one pair only, the likest first, of equally like ones those of one country."""
    likely = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            rate = likeness(one.words or "", other.words or "")
            if rate >= ENOUGH:
                likely.append((-rate, one.country is None or one.country != other.country, i, j))
    matched: dict[int, int] = {}
    for _, _, i, j in sorted(likely):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return [(gold[i], found[j]) for i, j in matched.items()]


def _distinct(involved: Iterable[Involved]) -> list[Involved]:
    """Those of one text without repeats, the same words and country."""
    kept: dict[tuple[tuple[str, ...] | None, str | None], Involved] = {}
    for each in involved:
        kept.setdefault((_plain(each.words) if each.words else None, each.country), each)
    return list(kept.values())


def _countries(involved: Iterable[Involved]) -> set[str]:
    return {each.country for each in involved if each.country}


def _quads(types: Iterable[str]) -> set[str]:
    return {load_event_types()[kind].quad for kind in types}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _content(text: str) -> set[str]:
    found = set(_words(text))
    return found - EMPTY or found


def _plain(text: str) -> tuple[str, ...]:
    """A phrase's words without its article."""
    found = _words(text)
    return tuple(found[1:] if len(found) > 1 and found[0] in ARTICLES else found)
