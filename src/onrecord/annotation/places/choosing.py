"""Which of several places of one name a document means: what contains it, what is near, what the document is about.

A place that the text cannot settle is kept without a point: no pin is better than a wrong one.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.annotation.places.candidates import OF_RENOWN, Candidate
from onrecord.annotation.places.names import Name
from onrecord.annotation.places.uses import Use

EARTH_KM = 6371.0
# What speaks for a candidate, in powers of ten of people (candidates.py). Set by hand on the open half of
# evaluation/places.
CONTAINED, NOT_CONTAINED = 8.0, -3.0
CONTAINS = 6.0
ABOUT, SHARE = 0.7, 2.0
SAME_SENTENCE = 1.2
SAME_DIVISION = 1.5
NEARNESS = ((60.0, 2.5), (150.0, 2.0), (400.0, 1.0))
SAME_NAME = 6.0
# Two towns nearer than this are one for the margin below.
APART_KM = 50.0
# How much the best must lead over another place elsewhere, and by how much it needs no context at all.
LEAD, SURE_LEAD = 0.5, 1.5
# Towns that need no context, and those that are looked for at all without agreement of the document's countries.
FAMOUS, SIZEABLE = 300_000, 15_000
NEAR_ENOUGH_KM = 400.0
# Capitals and towns of so many are what a bare name means.
GREAT = 1_000_000
LARGE_IN_USA = 100_000
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A name whose place is asked for: its use and sentence, what it may mean, the name that says where it lies."""

    name: Name
    use: Use
    sentence: int
    candidates: tuple[Candidate, ...]
    container: int | None = None
    is_ordinary: bool = False


@dataclass
class Context:
    """What a document tells of where it plays: by country the names that speak for it, and places already settled."""

    countries: dict[str, set[str]] = field(default_factory=dict)
    in_sentence: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    settled: list[tuple[str, Candidate]] = field(default_factory=list)

    def tell(self, country: str, key: str, sentence: int | None = None) -> None:
        """A name, by its folded words, speaks for a country."""
        self.countries.setdefault(country, set()).add(key)
        if sentence is not None:
            self.in_sentence.setdefault(sentence, set()).add((country, key))

    def with_places(self, asked: Sequence[Asked], chosen: Sequence[Candidate | None]) -> "Context":
        """This and what settled places tell."""
        more = Context(
            {country: set(keys) for country, keys in self.countries.items()},
            {number: set(pairs) for number, pairs in self.in_sentence.items()},
        )
        for one, candidate in zip(asked, chosen, strict=True):
            if candidate is not None and candidate.country is not None:
                more.settled.append((one.name.key, candidate))
                for country in candidate.countries:
                    more.tell(country, one.name.key, one.sentence)
        return more

    def share(self, country: str, key: str) -> float:
        """What share of the names other than `key` speak for a country."""
        counts = Counter({each: len(keys - {key}) for each, keys in self.countries.items()})
        return counts[country] / (counts.total() or 1)


def choose(asked: Sequence[Asked], context: Context) -> list[Candidate | None]:
    """For each name what it means; None for what is no place here. One that is unsettled comes without a point."""
    sure: list[Candidate | None] = [_sure(one, asked) for one in asked]
    chosen = sure
    for _ in range(ROUNDS):
        told = context.with_places(asked, chosen)
        chosen = [_best(one, asked, chosen, told) for one in asked]
    told = context.with_places(asked, chosen)
    return [_accepted(one, asked, candidate, chosen, told) for one, candidate in zip(asked, chosen, strict=True)]


def _sure(one: Asked, asked: Sequence[Asked]) -> Candidate | None:
    """What a name means whatever the document says: the only thing, or one far larger than all others of the name."""
    if one.is_ordinary or not one.candidates:
        return None
    if one.container is not None:
        inside = [each for each in one.candidates if _contained(each, asked[one.container].candidates)]
        if inside:
            return max(inside, key=lambda each: each.prior)
    first, *rest = sorted(one.candidates, key=lambda each: -each.prior)
    if first.is_state or (first.kind == "area" and first.geonames is None and not rest):
        # `Georgia` may be the other one.
        return first if all(first.prior - each.prior > SURE_LEAD + CONTAINS / 4 for each in rest if each.iso) else None
    leads = all(first.prior - each.prior > SURE_LEAD or _apart(first, each) < APART_KM for each in rest)
    return first if leads and (first.population >= FAMOUS / 3 or first.is_major) else None


def _best(one: Asked, asked: Sequence[Asked], chosen: Sequence[Candidate | None], context: Context) -> Candidate | None:
    rated = _rated(one, asked, chosen, context)
    return rated[0][1] if rated else None


def _rated(
    one: Asked, asked: Sequence[Asked], chosen: Sequence[Candidate | None], context: Context
) -> list[tuple[float, Candidate]]:
    """The candidates, the best first, each with its score."""
    scores = [(_score(each, one, asked, chosen, context), each) for each in one.candidates]
    return sorted(scores, key=lambda pair: (-pair[0], -pair[1].prior, pair[1].geonames or 0, pair[1].iso or ""))


def _score(
    candidate: Candidate, one: Asked, asked: Sequence[Asked], chosen: Sequence[Candidate | None], context: Context
) -> float:
    score, key = candidate.prior, one.name.key
    if one.container is not None:
        score += CONTAINED if _contained(candidate, asked[one.container].candidates) else NOT_CONTAINED
    inside = [
        own
        for other, own in zip(asked, chosen, strict=True)
        if other.container is not None and asked[other.container] is one and own is not None
    ]
    score += CONTAINS * any(candidate.contains(each) for each in inside)
    # What the text has said once (`Paris, Texas`) holds for the name, and for what contained it, from then on.
    said = {other.container for other in asked} | {
        number for number, other in enumerate(asked) if other.container is not None
    }
    score += SAME_NAME * any(
        number in said and other.name.key == key and own == candidate and other is not one
        for number, (other, own) in enumerate(zip(asked, chosen, strict=True))
    )
    settled = [each for name, each in context.settled if name != key]
    if (candidate.country is not None and len(candidate.countries) == 1) or candidate.is_state:
        country = candidate.country or ""
        local = candidate.iso is not None
        about = (
            _local_share(settled, country) if candidate.iso and not one.name.area_word else context.share(country, key)
        )
        agrees = (about > 0) * ABOUT + SHARE * about
        if candidate.kind == "point" and not _is_great(candidate) and any(map(_is_great, one.candidates)):
            # Paris is France's also in Texas' news, unless more than the country speaks for the other.
            agrees /= 2
        score += agrees
        score += _in_sentence(candidate, key, context.in_sentence.get(one.sentence, set()), local=local)
    own_division = candidate.iso or candidate.division
    score += SAME_DIVISION * (
        own_division is not None and any(own_division in (each.iso, each.division) for each in settled)
    )
    if candidate.at is not None:
        nearest = min((_apart(candidate, each) for each in settled if each.kind == "point"), default=math.inf)
        score += next((worth for distance, worth in NEARNESS if nearest < distance), 0.0)
    return score


def _in_sentence(candidate: Candidate, key: str, told: Iterable[tuple[str, str]], *, local: bool) -> float:
    """What the other names of a sentence add: of the same country alone for a division, of any state for a state."""
    others = {country for country, other in told if other != key}
    if candidate.is_state:
        return SAME_SENTENCE * bool(others - {"USA"})
    return SAME_SENTENCE * (candidate.country in others) * (not local or others == {candidate.country})


def _is_great(candidate: Candidate) -> bool:
    return candidate.kind == "point" and (candidate.feature == "PPLC" or candidate.population >= GREAT)


def _local_share(settled: Iterable[Candidate], country: str) -> float:
    """What share of a document's towns and divisions lie in a country: its capital tells nothing of its divisions."""
    local = [each for each in settled if not each.is_state and each.feature != "PPLC" and each.countries]
    return sum(each.country == country for each in local) / (len(local) or 1)


def _accepted(
    one: Asked,
    asked: Sequence[Asked],
    candidate: Candidate | None,
    chosen: Sequence[Candidate | None],
    context: Context,
) -> Candidate | None:
    """What is written down of a name: its best candidate, one without a point, or nothing."""
    if candidate is None or (candidate.kind == "area" and candidate.near is None and candidate.iso is None):
        return candidate
    key = one.name.key
    is_contained = one.container is not None and _contained(candidate, asked[one.container].candidates)
    is_about = bool(context.countries.get(candidate.country or "", set()) - {key})
    if candidate.kind == "point" and candidate.country == "USA" and candidate.population < LARGE_IN_USA:
        # Every word and every name is a town's somewhere in the United States; news says in which state.
        is_about = any(candidate.division in (each.iso, each.division) for name, each in context.settled if name != key)
    nearest = min(
        (_apart(candidate, each) for name, each in context.settled if name != key and each.kind == "point"),
        default=math.inf,
    )
    if candidate.iso is not None:
        # `Gulf` is a province of Papua New Guinea.
        is_known = is_contained or is_about or candidate.country in OF_RENOWN or one.name.area_word is not None
        return candidate if is_known else None
    # A seat of the registry is known, however small: Khankendi has 2,100 people.
    fits = is_contained or is_about or one.name.is_seat or nearest < NEAR_ENOUGH_KM
    if not fits:
        if one.is_ordinary or candidate.population < SIZEABLE:
            return None
        if candidate.population < FAMOUS and one.use is not Use.LOCATES and candidate.feature != "PPLC":
            return None
    if one.is_ordinary and one.use is not Use.LOCATES and not is_contained:
        return None
    (best, _), *rest = _rated(one, asked, chosen, context)
    rivals = [each for score, each in rest if best - score < LEAD and _apart(candidate, each) > APART_KM]
    if rivals:
        countries = {candidate.country, *(each.country for each in rivals)}
        agreed = candidate.countries if len(countries) == 1 else ()
        return Candidate(" ".join(one.name.words.split()), candidate.kind, agreed)
    return candidate


def _contained(candidate: Candidate, containers: Iterable[Candidate]) -> bool:
    return any(each.contains(candidate) for each in containers)


def _apart(one: Candidate, other: Candidate) -> float:
    """Kilometres between two candidates; infinite where one has no place."""
    if one.at is None or other.at is None:
        return math.inf
    lat_1, lon_1, lat_2, lon_2 = map(math.radians, (*one.at, *other.at))
    chord = math.sin((lat_2 - lat_1) / 2) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(chord, 1.0)))


def without_point(name: Name) -> Candidate:
    """A place of which only the name is known."""
    return replace(Candidate(" ".join(name.words.split()), "point"))
