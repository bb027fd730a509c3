"""What speaks for and against two being one, in words and as a score.

The weights are set by judgement, not learned: docs/resolution.md gives them and what each means.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import product

from onrecord.codebooks.personal_names import Comparison, Name, compare
from onrecord.codebooks.registry.loading import load_polities
from onrecord.ledger.portraits import SINGLE_OFFICES, Portrait, are_sectors_apart, initials_of

NAMES = {"same": 0.5, "full": 0.4, "lone": 0.25, "given only": 0.1, "contained": 0.3, "initials": 0.35}
SAME_OFFICE = 0.2
SAME_COUNTRY = 0.15
SAME_SECTOR = 0.1
DIFFERENT_COUNTRIES = -0.35
SECTORS_APART = -0.2
DIFFERENT_TYPES = -0.1
APART_IN_ONE_DOCUMENT = -0.3
OFFICES_AT_ONCE = -0.4

# PLOVER's codes of bodies of no state: whoever serves one is of some country all the same.
STATELESS = frozenset("UNO EUR IGO NGO MNC IMG ISM".split())
WEEK = 7
MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well two fit: a score of 0 to 1, and the reasons for and against.

    `is_full` where a full name or the whole title agrees; `is_placed` where so do the country or an office that one
    person holds; `is_possible` where they could be one at all.
    """

    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    is_full: bool = False
    is_placed: bool = False
    is_possible: bool = True


DIFFERENT = Evidence(0.0, (), ("different names or registry entries",), is_possible=False)


def weigh(left: Portrait, right: Portrait) -> Evidence:
    """What speaks for and against; what no name, or two registry entries, speak against is not possible."""
    if left.is_person != right.is_person:
        return DIFFERENT
    if left.registries and right.registries and not left.registries & right.registries:
        return DIFFERENT
    named, weight, is_full = _weigh_names(left, right)
    if named is None or (left.genders and right.genders and not left.genders & right.genders):
        return DIFFERENT
    reasons, against = [named], list[str]()
    score = weight + _weigh_context(left, right, reasons, against)
    return Evidence(
        score=round(min(1.0, max(0.0, score)), 2),
        reasons=tuple(reasons),
        against=tuple(against),
        is_full=is_full,
        is_placed=bool(left.countries & right.countries or left.offices & right.offices & SINGLE_OFFICES),
    )


def is_certain(evidence: Evidence) -> bool:
    """Whether a rule may join two without asking anybody."""
    return evidence.is_full and evidence.is_placed and not evidence.against


def contradict(left: Portrait, right: Portrait) -> bool:
    """Whether joining two would put into one what the machine must keep apart."""
    if left.is_person and any(_contradict_in_name(a, b) for a, b in _name_pairs(left, right)):
        return True
    return bool(weigh(left, right).against)


def _contradict_in_name(left: Name, right: Name) -> bool:
    """Whether two names of one family differ otherwise; other family names can be those of one person."""
    found = _compare(left, right)
    return found.agreement == "different" and found.reason != "different family names"


def _weigh_names(left: Portrait, right: Portrait) -> tuple[str | None, float, bool]:
    """(reason, weight, whether full names agree) of the names that agree best; no reason where all differ."""
    if not left.is_person:
        return _weigh_titles(left, right)
    found = [_weigh_name(a, b) for a, b in _name_pairs(left, right)]
    agreeing = [(weight, reason) for weight, reason in found if weight]
    if not agreeing:
        return None, 0.0, False
    weight, reason = max(agreeing)
    return reason, weight, weight == NAMES["same"]


def _weigh_name(left: Name, right: Name) -> tuple[float, str]:
    found = _compare(left, right)
    if found.agreement != "compatible":
        return NAMES["same"] if found.agreement == "same" else 0.0, found.reason
    if found.reason == "same given name only":
        return NAMES["given only"], found.reason
    return NAMES["full" if left.given and right.given else "lone"], found.reason


def _name_pairs(left: Portrait, right: Portrait) -> Iterator[tuple[Name, Name]]:
    """Every name of one with every one of the other; of very many the first in a set order."""
    return product(_few(left.names), _few(right.names))


def _few(names: set[Name]) -> Iterable[Name]:
    return names if len(names) <= MOST_NAMES else sorted(names, key=repr)[:MOST_NAMES]


@lru_cache(maxsize=262144)
def _compare(left: Name, right: Name) -> Comparison:
    return compare(left, right)


def _weigh_titles(left: Portrait, right: Portrait) -> tuple[str | None, float, bool]:
    if left.titles & right.titles:
        return "same name", NAMES["same"], True
    for a, b in ((left, right), (right, left)):
        if any(initials_of(title) in b.titles for title in a.titles if len(initials_of(title)) > 1):
            return "initials of the other's name", NAMES["initials"], False
        if any(set(x.split()) < set(y.split()) and len(x.split()) > 1 for x in a.titles for y in b.titles):
            return "one name within the other", NAMES["contained"], False
    return None, 0.0, False


def _weigh_context(left: Portrait, right: Portrait, reasons: list[str], against: list[str]) -> float:
    """The weight of all but the names; adds the reasons to the lists."""
    score = 0.0
    offices = left.offices & right.offices
    countries = left.countries & right.countries
    if offices:
        of = f" of {min(countries)}" if countries else ""
        reasons.append(f"same office: {min(offices)}{of}")
        score += SAME_OFFICE
    elif left.sectors & right.sectors:
        reasons.append(f"same sector: {', '.join(sorted(left.sectors & right.sectors))}")
        score += SAME_SECTOR
    if countries:
        reasons.append(f"same country: {', '.join(sorted(countries))}")
        score += SAME_COUNTRY
    elif left.countries - STATELESS and right.countries - STATELESS:
        if left.countries & _claimants(right.countries) or right.countries & _claimants(left.countries):
            reasons.append("one country claims the other's polity")
        else:
            against.append(f"different countries: {min(left.countries)} and {min(right.countries)}")
            score += DIFFERENT_COUNTRIES
    if left.is_person and are_sectors_apart(left.sectors, right.sectors):
        against.append(f"different sectors: {min(left.sectors)} and {min(right.sectors)}")
        score += SECTORS_APART
    if not left.types & right.types:
        against.append(f"different types: {min(left.types)} and {min(right.types)}")
        score += DIFFERENT_TYPES
    if left.documents & right.documents:
        against.append("both named apart in one document")
        score += APART_IN_ONE_DOCUMENT
    clash = _offices_at_once(left, right) if left.is_person else None
    if clash:
        against.append(f"offices that nobody holds at once, in one week: {clash[0]} and {clash[1]}")
        score += OFFICES_AT_ONCE
    return score


def _offices_at_once(left: Portrait, right: Portrait) -> tuple[str, str] | None:
    """Two offices of SINGLE_OFFICES that stand in documents of one week, the earliest of them."""
    if left.offices & right.offices:
        return None
    theirs = sorted((number, office) for office, day in right.tenures if (number := _ordinal(day)))
    days = [number for number, _ in theirs]
    for number, office in sorted((number, office) for office, day in left.tenures if (number := _ordinal(day))):
        place = bisect_left(days, number - WEEK)
        if place < len(days) and days[place] <= number + WEEK:
            return office, theirs[place][1]
    return None


@lru_cache(maxsize=65536)
def _ordinal(day: str) -> int:
    """The number of a day; 0 for a month or a year."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def _claimants(countries: Iterable[str]) -> set[str]:
    """The states that claim a polity among these."""
    return {claimant for country in countries for claimant in _claims().get(country, ())}


@cache
def _claims() -> dict[str, tuple[str, ...]]:
    return {entry.id: tuple(filter(None, (entry.fold, *entry.claimants))) for entry in load_polities()}
