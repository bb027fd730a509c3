"""What is known of somebody: of one entity, or of all that are one, put together."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord.codebooks.personal_names import Name, parse_name
from onrecord.ledger.entities import EntityRow
from onrecord.ledger.words import fold

# Sectors of public life, between which careers and changes of power lead; other two sectors speak for two people.
PUBLIC = frozenset("GOV LEG MIL JUD SPY COP PTY OPP REB PRM PRE".split())
# Sectors that say nothing against any other: former office-holders, and unknown.
OPEN = frozenset({"ELI", "UNK"})
# Offices that leave their holder no second one of these: who holds one in a week is not who holds another.
SINGLE_OFFICES = frozenset(
    (
        "president; prime minister; vice president; chancellor; king; queen; emperor; pope; patriarch; "
        "secretary-general; foreign minister; defence minister; defense minister; interior minister; "
        "finance minister; justice minister; secretary of state; chief justice; governor; mayor; senator; "
        "ambassador"
    ).split("; ")
)
SMALL_WORDS = frozenset("the of and for a an in on to".split())


@dataclass(slots=True)
class Portrait:
    """Names, countries, sectors, offices and documents of an entity or of several that are one.

    `names` are those of a person, full ones where there are any; `titles` those of anybody else, folded, without an
    article. `offices` are all words that say what somebody is, `tenures` those of SINGLE_OFFICES by the document's day.
    """

    is_person: bool
    types: set[str] = field(default_factory=set)
    names: set[Name] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    sectors: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    tenures: set[tuple[str, str]] = field(default_factory=set)
    registries: set[str] = field(default_factory=set)
    documents: set[Hashable] = field(default_factory=set)

    def copy(self) -> "Portrait":
        """Another of the same, which can be added to."""
        other = Portrait(self.is_person)
        other.absorb(self)
        return other

    def absorb(self, other: "Portrait") -> None:
        """Takes in what is known of another that is the same."""
        self.types |= other.types
        self.names |= other.names
        self.titles |= other.titles
        self.genders |= other.genders
        self.countries |= other.countries
        self.sectors |= other.sectors
        self.offices |= other.offices
        self.tenures |= other.tenures
        self.registries |= other.registries
        self.documents |= other.documents


def portray(
    kind: str,
    names: Sequence[str],
    role: str | None,
    country: str | None,
    sector: str | None,
    registry: str | None,
) -> Portrait:
    """What is known of an entity without its document. `names` are those by which a text calls it, if any."""
    is_person = kind == "person"
    called = tuple(names)
    known, genders = _names_of(called) if is_person else (frozenset[Name](), frozenset[str]())
    return Portrait(
        is_person=is_person,
        types={kind},
        names=set(known),
        genders=set(genders),
        titles=set() if is_person else {plain for plain in map(plain_title, called) if plain},
        countries=_known(country),
        sectors=_known(sector),
        offices=_known(fold(role) if role else None),
        registries=_known(registry),
    )


def portray_row(row: EntityRow) -> Portrait:
    """What one entity's row says, its document and the day of its office included."""
    portrait = portray(
        row.type, (row.name, *row.names) if row.is_named else (), row.role, row.country, row.sector, row.registry
    )
    portrait.documents = {row.document}
    office = fold(row.role) if row.role else ""
    if row.published and office in SINGLE_OFFICES:
        portrait.tenures = {(office, row.published[:10])}
    return portrait


@lru_cache(maxsize=65536)
def plain_title(text: str) -> str:
    """The name of an organisation without case, marks and article: `The U.N.` is `un`."""
    words = re.findall(r"\w+", re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)|['’]s\b", "", fold(text)))
    while words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def initials_of(title: str) -> str:
    """The letters that a plain title of several words is shortened to."""
    words = [word for word in title.split() if word not in SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def are_sectors_apart(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two people's sectors, where both are known, are such as one person rarely moves between."""
    a, b = (set(sectors) - OPEN for sectors in (left, right))
    if not a or not b or a & b:
        return False
    return not (a & PUBLIC and b & PUBLIC)


@lru_cache(maxsize=65536)
def _names_of(called: tuple[str, ...]) -> tuple[frozenset[Name], frozenset[str]]:
    """The names that tell most, and the genders that any of them shows."""
    # `President` and `Mr` before one name make no two names of it; what gender they show is kept beside.
    names = [name if name.is_regnal else replace(name, titles=()) for name in map(parse_name, called) if name]
    best = [name for name in names if name.is_full or name.is_regnal] or [name for name in names if name.given] or names
    return frozenset(best), frozenset(name.gender for name in names if name.gender)


def _known(value: str | None) -> set[str]:
    return {value} if value else set()
