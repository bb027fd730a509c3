"""Who a noun phrase means: its country, sectors and role, on a date, from the registry and its own words."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotation.actors.identity import Identity
from onrecord.annotation.actors.phrase import HOLDERS, OPENING, Item, Part, parts_of
from onrecord.codebooks.nouns import load_nouns
from onrecord.codebooks.places import load_places
from onrecord.codebooks.registry import (
    STATES,
    Entry,
    Kind,
    Match,
    Named,
    NameWord,
    Registry,
    Role,
    cut_words,
)

# Somebody at or of an organisation: what the organisation is, they are.
BELONGING = frozenset(
    "president vice-president head chief member official officer spokesman spokeswoman spokesperson leader "
    "director chairman chairwoman chair commander source representative employee worker staff secretary "
    "secretary-general boss founder deputy delegate envoy speaker activist analyst lawyer correspondent reporter "
    "journalist troops forces fighters militants soldiers police minister coordinator manager executive expert "
    "specialist administration government agent wing branch unit group team delegation mission convoy".split()
)
ELITE = ("ELI",)
UNKNOWN = ("UNK",)
BREAKAWAY = ("PRE",)
# After a hyphen these say who stands behind an actor, not whose it is: `Turkish-backed fighters`.
BEHIND = frozenset(
    "backed installed supported aligned sponsored funded led trained appointed imposed occupied controlled held "
    "armed friendly brokered mediated allied speaking annexed administered".split()
)
# What opens a part that says again who the actor is (`X, the foreign minister`); all else says something about them.
APPOSED = frozenset({",", "(", "—", "–", "-", ";"})


class ActorResolver:
    """Resolves actors against a registry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def resolve(self, text: str, date: str | None = None, context: str | None = None) -> Identity:
        """Who `text`, a noun phrase, means in a document of `date` (EDTF) that is about `context`, a country's name.

        An office counts on its dates only; without a date a person of the registry has none.
        """
        about = self._country_in(context) if context else None
        words = _opened(cut_words(text))
        whole = self.choose(self.registry.get(words), about) if words else None
        if whole:
            return self._named(whole, date, words)
        parts = parts_of(text, self.registry)
        found = Identity()
        for index, part in enumerate(parts):
            if index and part.opened_by not in APPOSED and not _only_holds(parts[index - 1]):
                break
            one = self._part(part, parts[index + 1 :], date, about)
            found = _joined(found, one) if index else one
            if found.sectors and found.sectors != ELITE and not _only_holds(part):
                break
        if found.is_known:
            return found if found.country else replace(found, country=self._country(parts) or about)
        country = self._country(parts) if _is_described(parts[0]) else None
        return Identity(country=country, sectors=UNKNOWN) if country else found

    def choose(self, values: Sequence[Named], about: str | None = None) -> Named | None:
        """One of the entries that share a name: of the country that it is about, else the first written down."""
        here = [named for named in values if about and named.entry.country == about]
        return next(iter(here or values), None)

    def _named(self, named: Named, date: str | None, words: Sequence[NameWord] = ()) -> Identity:
        """An entry as it stands alone."""
        entry = named.entry
        if entry.kind == "person":
            return self._person(entry, date)
        if named.sense == "seat":
            return Identity("organisation", entry.country, ("GOV",), None, entry)
        if named.sense == "demonym":
            return Identity("group", entry.country, ())
        return Identity(entry.kind, entry.country, entry.sectors, None, entry)

    def _person(self, entry: Entry, date: str | None, title: Role | None = None) -> Identity:
        office = entry.office_on(date)
        if office:
            sectors = office.sectors or self._told_by(office.title)
            return Identity("person", office.country or entry.country, sectors, office.title, entry)
        if title and (date is None or office is None):
            return Identity("person", entry.country, title.sectors, title.words, entry)
        # Who is known as something besides offices (`JRN`) is that whenever none is held.
        sectors = entry.sectors or (ELITE if date and entry.offices else ())
        return Identity("person", entry.country, sectors, None, entry)

    def _told_by(self, title: str) -> tuple[str, ...]:
        """The sectors that the title of an office tells where nobody wrote them, as it would in a text."""
        found = self.resolve(title).sectors
        return found if found != UNKNOWN else ()

    def _part(self, part: Part, after: Sequence[Part], date: str | None, about: str | None) -> Identity:
        """Who a part of a phrase means, with what follows it."""
        person = next((named for item in part.items for named in item.named if named.entry.kind == "person"), None)
        title = next(iter(part.roles), None)
        if person:
            known = self._person(person.entry, date, title)
            return _former(known) if part.is_former else known
        names = [(item, self.choose(item.named, about)) for item in part.items]
        country = self._country([part])
        bodies = [(item, named) for item, named in names if named and named.entry.kind not in STATES]
        role = _head_role(part)
        if bodies and (role is None or bodies[-1][0].last > role.first):
            entry = bodies[-1][1].entry
            return Identity(entry.kind, entry.country or country, entry.sectors, None, entry)
        if role and role.role:
            sectors, belongs = role.role.sectors, role.role.words.split()[-1] in BELONGING
            near = bodies[-1][1].entry if bodies else self._before(part, role) if belongs else None
            near = near or (self._of(after, about) if belongs else None)
            if near and (belongs or near.kind != "party") and near.sectors and near.sectors != BREAKAWAY:
                sectors, country = near.sectors, country or near.country
            found = Identity(_kind_of(role.role), country, sectors, role.role.words)
            return _former(found) if part.is_former else found
        if part.words and _singular(part.words[-1].folded) in BELONGING:
            near = self._of(after, about)
            if near:
                return Identity("person", country or near.country, near.sectors, part.words[-1].text)
        return self._bare(part, names, country)

    def _bare(self, part: Part, names: Sequence[tuple[Item, Named | None]], country: str | None) -> Identity:
        """A part without a role word: a country, its seat, its people, or something else of theirs."""
        states = [(item, named) for item, named in names if named and named.entry.kind in STATES]
        rest = _opened(part.words)
        if states:
            item, named = states[-1]
            if item.last == len(part.words):
                return self._named(named, None)
            return Identity(None, country, UNKNOWN)
        if not rest or not any(word.text[:1].isupper() for word in rest) or _is_common(rest):
            return Identity()
        place = next(load_places().find(rest), None)
        if place and place.first == 0 and place.last == len(rest):
            return Identity("group", place.values[0], ("CVL",))
        return Identity()

    def _of(self, after: Sequence[Part], about: str | None) -> Entry | None:
        """The organisation that a person or group is of: `members of SANDF`."""
        for part in after[:1]:
            for item in part.items:
                named = self.choose(item.named, about) if item.named else None
                if named and named.entry.kind not in (*STATES, "person"):
                    return named.entry
                if item.role and item.role.kind == "organisation":
                    return Entry(id="", name=item.role.words, kind="organisation", sectors=item.role.sectors)
        return None

    def _before(self, part: Part, role: Item) -> Entry | None:
        """The organisation whose word stands right before: `intelligence agency officer`."""
        for item in part.items:
            if item.role and item.role.kind == "organisation" and item.last == role.first:
                return Entry(id="", name=item.role.words, kind="organisation", sectors=item.role.sectors)
        return None

    def _country(self, parts: Sequence[Part]) -> str | None:
        """The country that the parts name first, by its name, its people or its seat, else by a place in it."""
        for part in parts:
            for item in part.items:
                if item.last < len(part.words) and part.words[item.last].folded in BEHIND:
                    continue
                for named in item.named:
                    if named.entry.kind != "person" and named.entry.country:
                        return named.entry.country
        for part in parts:
            spoken = {index for item in part.items for index in range(item.first, item.last)}
            for match in sorted(load_places().find(list(part.words)), key=lambda match: match.first - match.last):
                # A role word with a capital (`the Mission`) is no town of that name.
                if spoken.issuperset(range(match.first, match.last)) or _is_common(
                    part.words[match.first : match.last]
                ):
                    continue
                if _stands_alone(match, part.words, spoken):
                    return match.values[0]
        return None

    def _country_in(self, context: str) -> str | None:
        for match in self.registry.find(cut_words(context)):
            for named in match.values:
                if named.entry.kind in STATES:
                    return named.entry.country
        return None


def _opened(words: Sequence[NameWord]) -> list[NameWord]:
    """The words without the determiners and counts they begin with."""
    first = next((k for k, word in enumerate(words) if word.folded not in OPENING and not word.folded.isdigit()), 0)
    return list(words[first:])


def _head_role(part: Part) -> Item | None:
    """The role nearest the head, which is the last; a title stands before a name, and then it is all there is."""
    roles = [item for item in part.items if item.role]
    return roles[-1] if roles else None


def _kind_of(role: Role) -> Kind:
    if role.is_plural and role.kind == "person":
        return "group"
    return role.kind


def _only_holds(part: Part) -> bool:
    """Whether the part's head only counts or gathers what follows it."""
    return bool(part.words) and part.words[-1].folded in HOLDERS


def _is_described(part: Part) -> bool:
    """Whether a part is a common noun's, not a name's."""
    return bool(part.words) and not any(word.text[:1].isupper() for word in _opened(part.words))


def _stands_alone(match: Match[str], words: Sequence[NameWord], spoken: set[int]) -> bool:
    """Whether a place's name is no part of a longer name that nobody knows, as Valencia is of `Feliciano Valencia`."""
    if match.last - match.first > 1:
        return True
    return not any(
        0 <= index < len(words)
        and index not in spoken
        and words[index].text[:1].isupper()
        and words[index].folded not in OPENING
        for index in (match.first - 1, match.last)
    )


def _is_common(words: Sequence[NameWord]) -> bool:
    """Whether a single word is a noun for people or groups, whose capital need not make it a place's name."""
    senses = load_nouns().get(words[0].folded) if len(words) == 1 else None
    return senses is not None and bool(senses.possible & {"p", "g"})


def _joined(first: Identity, second: Identity) -> Identity:
    """What two parts that stand for one actor say together; the second's sector where the first has none that holds."""
    if not second.is_known:
        return first
    return Identity(
        first.kind or second.kind,
        first.country or second.country,
        second.sectors or first.sectors,
        second.role or first.role,
        first.entry or second.entry,
    )


def _former(found: Identity) -> Identity:
    return replace(found, sectors=ELITE)


def _singular(noun: str) -> str:
    return noun.removesuffix("s") if not noun.endswith("ss") else noun
