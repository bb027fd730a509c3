"""FollowTheMoney entities made entries: people with the offices they held, and bodies."""

import re
from collections.abc import Callable, Iterator, Mapping

from onrecord.codebooks.registry.countries import BODIES
from onrecord.codebooks.registry.entries import Entry, Kind, Office, latest_country
from onrecord.codebooks.registry.own.complaints import Complaints
from onrecord.codebooks.registry.own.things import Thing, read_things
from onrecord.codebooks.registry.own.values import check_term, read_country, read_date, read_id, read_name
from onrecord.codebooks.registry.registry import Registry

KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
}
# Who is in what: the property of the one, and of the other.
TIES = {"Occupancy": ("holder", "post"), "Membership": ("member", "organization")}
# What a topic says of a body or a post by itself. Those of people (`role.pep`) do not say when, and `mil`, `gov` and
# `crime` are also put on those that only have to do with them.
TOPIC_KINDS: dict[str, Kind] = {"gov.igo": "international-organisation", "pol.party": "party"}
TOPIC_SECTORS = {
    "gov.head": "GOV",
    "gov.executive": "GOV",
    "gov.legislative": "LEG",
    "gov.judicial": "JUD",
    "pol.party": "PTY",
    "pol.union": "LAB",
}
# A time of day is of no use here.
DATE = re.compile(r"([0-9-]+)(?:[T ].*)?")
# FollowTheMoney's codes for what is no country, or a polity that the registry has no single code for.
NO_COUNTRY = frozenset({"zz", "cn-xz", "pk-km"})
COUNTRIES = {
    "Person": ("nationality", "citizenship", "country", "jurisdiction", "mainCountry"),
    "Position": ("country",),
}
COUNTRIES_OF_BODIES = ("jurisdiction", "mainCountry", "country")


def read_entities(text: str, registry: Registry, complaints: Complaints, notes: list[str]) -> list[Entry]:
    """The entries that a file of FollowTheMoney tells of; the notes hold what it tells and a registry cannot keep."""
    things = read_things(text, complaints)
    reader = _Reader(things, registry, complaints, notes)
    return reader.entries()


class _Reader:
    """Reads the things of one file."""

    def __init__(
        self, things: Mapping[str, Thing], registry: Registry, complaints: Complaints, notes: list[str]
    ) -> None:
        self.things = things
        self.registry = registry
        self.complaints = complaints
        self.notes = notes

    def entries(self) -> list[Entry]:
        """The entries, in the order of the file."""
        offices: dict[str, list[Office]] = {}
        for thing in self.things.values():
            for holder, office in self._offices(thing):
                offices.setdefault(holder, []).append(office)
        found = [
            self._entry(thing, offices.get(thing.id, [])) for thing in self.things.values() if thing.schema in KINDS
        ]
        others = sorted({t.schema for t in self.things.values()} - {*KINDS, *TIES, "Position"})
        if others:
            self.notes.append(f"left out, as a registry does not keep it: {', '.join(others)}")
        return [entry for entry in found if entry is not None]

    def _entry(self, thing: Thing, offices: list[Office]) -> Entry | None:
        """A person or body."""
        given = thing.all("caption", "name", "alias", "previousName")
        names = [self.complaints.take(thing.line, "name", read_name, name) for name in given or ("",)]
        ids = [self.complaints.take(thing.line, "id", read_id, f"ftm:{thing.id}")]
        ids += [
            self.complaints.take(thing.line, "wikidataId", read_id, f"wikidata:{key}")
            for key in thing.all("wikidataId")
        ]
        if None in names:
            return None
        if not offices:
            for title in thing.all("position"):
                self._note(thing, f"position {title!r} is left out, having no dates; an Occupancy gives them")
        kind = "person" if offices else self._kind(thing)
        return Entry(
            id=f"ftm:{thing.id}",
            name=str(names[0]),
            kind=kind,
            country=self._country(thing) or latest_country(offices),
            sectors=() if kind == "person" else _sectors(thing),
            aliases=tuple(str(name) for name in dict.fromkeys(names[1:]) if name != names[0]),
            offices=tuple(dict.fromkeys(offices)),
            ids=tuple(each for each in ids if each),
            source="; ".join(thing.all("sourceUrl")),
        )

    def _kind(self, thing: Thing) -> Kind:
        kind = KINDS[thing.schema]
        told = [TOPIC_KINDS[topic] for topic in thing.all("topics") if topic in TOPIC_KINDS]
        return told[0] if told and kind == "organisation" else kind

    def _country(self, thing: Thing) -> str | None:
        """The one country of a thing, of the first property that tells one alone; None where several are told.

        An intergovernmental body is of none, wherever its seat is.
        """
        properties = COUNTRIES.get(thing.schema, COUNTRIES_OF_BODIES)
        told = [codes for name in properties if (codes := self._codes(thing, name))]
        if "gov.igo" in thing.all("topics"):
            return next((code for codes in told for code in codes if code in BODIES), "IGO")
        alone = next((codes[0] for codes in told if len(codes) == 1), None)
        if told and alone is None:
            self._note(thing, f"has no country, as {' and '.join(told[0])} are told")
        return alone

    def _codes(self, thing: Thing, name: str) -> list[str]:
        """The codes of the countries that a property tells."""
        codes = {
            self.complaints.take(thing.line, name, lambda written: read_country(written, self.registry), value)
            for value in thing.all(name)
            if value.lower() not in NO_COUNTRY
        }
        return sorted(filter(None, codes))

    def _offices(self, tie: Thing) -> Iterator[tuple[str, Office]]:
        """Who held an office by an Occupancy or a Membership, and the office; nothing where no date of it is told."""
        if tie.schema not in TIES:
            return
        whose, what = TIES[tie.schema]
        holders, places = self._tied(tie, whose), self._tied(tie, what)
        since, until = self._date(tie, "startDate", min), self._date(tie, "endDate", max)
        when = "ended" if "ended" in tie.all("status") else "was"
        is_told = until is not None or (since is not None and when != "ended")
        for holder in holders:
            if not self._can_hold(holder, tie, whose):
                continue
            for place in places:
                office = Office(_title(tie, place), self._country(place), _sectors(place), since, until)
                if not is_told:
                    self._note(
                        tie, f"{office.title!r} of {holder.id} is left out, as it does not tell when that {when}"
                    )
                elif self.complaints.take(tie.line, "endDate", check_term, office):
                    yield holder.id, office

    def _can_hold(self, holder: Thing, tie: Thing, whose: str) -> bool:
        """Whether somebody is a person; a body can be a member too, but that is no office."""
        if holder.schema == "Person" or (holder.schema == "LegalEntity" and tie.schema == "Occupancy"):
            return True
        if tie.schema == "Occupancy":
            self.complaints.say(tie.line, whose, f"{holder.id!r} is no Person but a {holder.schema}")
        return False

    def _tied(self, tie: Thing, name: str) -> list[Thing]:
        """The things that a property of a tie points to."""
        keys = tie.all(name)
        if not keys:
            self.complaints.say(tie.line, name, f"is missing; {tie.schema} needs one")
        for key in keys:
            if key not in self.things:
                self.complaints.say(tie.line, name, f"{key!r} is not in this file")
        return [self.things[key] for key in keys if key in self.things]

    def _date(self, tie: Thing, name: str, choose: Callable[[list[str]], str]) -> str | None:
        """The date of a property: the most exact told, and of several the one that `choose` takes."""
        dates = []
        for value in tie.all(name):
            match = DATE.fullmatch(value)
            date = self.complaints.take(tie.line, name, read_date, match[1] if match else value)
            dates += [date] if date else []
        exact = [date for date in dates if len(date) == max(map(len, dates))]
        return choose(exact) if exact else None

    def _note(self, thing: Thing, message: str) -> None:
        self.notes.append(f"line {thing.line}: {message}")


def _sectors(thing: Thing) -> tuple[str, ...]:
    """The sectors that the topics of a body or a post say."""
    return tuple(dict.fromkeys(TOPIC_SECTORS[topic] for topic in thing.all("topics") if topic in TOPIC_SECTORS))


def _title(tie: Thing, place: Thing) -> str:
    """What an office is called: the post's name, or the role and the body that it is in."""
    name = next(iter(place.all("caption", "name")), place.id)
    return name if tie.schema == "Occupancy" else f"{next(iter(tie.all('role')), 'member')} of {name}"
