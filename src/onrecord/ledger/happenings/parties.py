"""Whether two parties of two events are one, or of one side, as far as their names, registry and country tell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebooks.stems import stem
from onrecord.ledger.happened import Party
from onrecord.ledger.words import fold

# PLOVER's sectors that act for a state; the army and the police of a country are on one side.
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
AGAINST_STATE = frozenset({"REB", "UAF", "OPP", "PRE", "CRM", "PRM"})
# PLOVER's codes of bodies of no state tell of no side.
NO_STATE = frozenset({"UNO", "EUR", "IGO", "NGO"})
# Words that tell what somebody is, not who: sharing one says little.
GENERIC = frozenset(
    "army force troop soldier military police officer official government ministry minister president rebel militant "
    "fighter gunman man woman people person civilian resident child group member leader spokesman spokeswoman state "
    "country team side party authority security local foreign defence defense interior unit guard region city town "
    "village area building house man men drone missile rocket air plane aircraft warplane bomb shell "
    "worker protester demonstrator crowd thousand hundred dozen envoy negotiator delegation citizen".split()
)
STOP = frozenset(
    "a an the of in on at to for from by with and or as that this these those his her its their our my your he she it "
    "they we you i who which whom whose what where when was were is are be been being had has have having do did does "
    "done not no nor any anybody nobody none some all both each other others another more most many much few several "
    "will would could should may might must can after before during since until while into onto over under near about "
    "around between against than then there here also only just still again very own said says say told saying "
    "mr mrs ms dr january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning evening afternoon night "
    "week weeks month months day days year years last next early late "
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million billion dozen dozens scores".split()
)


# `Sudan's` is a word with an ending, `army's` too.
WORD = re.compile(r"[^\W_]+?(?=['’]s\b)|(?<!['’])[^\W_]+")


@dataclass(frozen=True, slots=True)
class Face:
    """What a party is recognised by: stems of its words, those that are `its` own and those that many share."""

    party: Party
    own: frozenset[str]
    shared: frozenset[str]


def face_of(party: Party) -> Face:
    """A party with its words made comparable."""
    words = stems(f"{party.name or ''} {party.words}")
    return Face(party, words - generic_stems(), words & generic_stems())


def faces_of(parties: Iterable[Party]) -> tuple[Face, ...]:
    """The parties that something is told of; `it` and `six` could be anybody."""
    return tuple(each for each in map(face_of, parties) if each.own or each.shared or _is_known(each.party))


def _is_known(party: Party) -> bool:
    return not (party.identity is None and party.registry is None and party.country is None)


def likeness(left: Face, right: Face) -> float:
    """How surely two are one or of one side: 1 the same, 0 nothing tells, below 0 that they are not."""
    one, other = left.party, right.party
    if one.identity is not None and one.identity == other.identity:
        return 1.0
    if one.registry is not None and one.registry == other.registry:
        return 1.0
    if _are_apart(one.country, other.country):
        return -1.0
    if one.country is not None and one.country == other.country:
        return _likeness_within_country(left, right)
    if _oppose(one.sector, other.sector):
        return -0.5
    if left.own & right.own:
        return 0.9
    if one.registry is not None and other.registry is not None:
        return -1.0
    return 0.4 if left.shared & right.shared else 0.0


def best_likeness(left: Sequence[Face], right: Sequence[Face]) -> float | None:
    """The surest likeness of one of these with one of those; None where either is nobody."""
    return max((likeness(one, other) for one in left for other in right), default=None)


def side_of(sector: str | None) -> str:
    """On which side of its country a sector stands: the state's, as a country itself does, against it, or neither."""
    if sector in AGAINST_STATE:
        return "against"
    return "state" if sector is None or sector in STATE else "people"


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words that are not too common to tell anything, in plain letters."""
    return frozenset(map(stem, _words(text)))


@lru_cache(maxsize=1)
def generic_stems() -> frozenset[str]:
    """The stems of GENERIC."""
    return frozenset(map(stem, GENERIC))


def _words(text: str) -> list[str]:
    plain = text.lower() if text.isascii() else fold(text)
    return [word for word in WORD.findall(plain) if word not in STOP and not word.isdigit() and len(word) > 1]


def _likeness_within_country(left: Face, right: Face) -> float:
    one, other = left.party.sector, right.party.sector
    if _oppose(one, other):
        return -0.5
    if left.own & right.own:
        return 0.9
    if one == other or (one in STATE and other in STATE):
        return 0.7
    return 0.6 if one is None or other is None else 0.0


def _are_apart(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other and not NO_STATE & {one, other}


def _oppose(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and {side_of(one), side_of(other)} == {"state", "against"}
