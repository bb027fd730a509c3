"""The shipped registry and the user's own made one."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.codebooks.registry.entries import Entry, Office
from onrecord.codebooks.registry.entry_json import digest
from onrecord.codebooks.registry.names import cut_words
from onrecord.codebooks.registry.registry import Registry


def join(shipped: Registry, own: Iterable[Entry]) -> Registry:
    """A registry with both. An own entry is joined to the shipped one that it means, or stands beside it.

    The own come first, so that of several entries of one name they are the ones chosen.
    """
    own = sorted(own, key=lambda entry: entry.id)
    if not own:
        return shipped
    joined: dict[str, Entry] = {}
    for entry in own:
        known = counterpart(entry, shipped)
        if known is None:
            joined[entry.id] = entry
        else:
            joined[known.id] = _joined(joined.get(known.id, known), entry)
    rest = (entry for key, entry in shipped.entries.items() if key not in joined)
    return Registry((*joined.values(), *rest), version=f"{shipped.version}+{digest(own)}")


def counterpart(entry: Entry, shipped: Registry) -> Entry | None:
    """The shipped entry that an own one means: of its id, else the only one of its name, type and country."""
    known = shipped.entries.get(entry.id)
    if known is not None:
        return known if known.kind == entry.kind else None
    alike = [each for each in namesakes(entry.name, entry.country, shipped) if each.kind == entry.kind]
    return alike[0] if len(alike) == 1 else None


def namesakes(name: str, country: str | None, shipped: Registry) -> list[Entry]:
    """The shipped entries that have a name, and no other country."""
    named = [each.entry for each in shipped.get(cut_words(name)) if each.sense == "name"]
    return [entry for entry in named if country is None or country in (_countries(entry) or {country})]


def _countries(entry: Entry) -> set[str]:
    """The countries that an entry was of, itself or in an office."""
    return {country for country in (entry.country, *(office.country for office in entry.offices)) if country}


def _joined(known: Entry, own: Entry) -> Entry:
    """What both tell; where they tell of the same, the own holds."""
    return replace(
        known,
        country=known.country or own.country,
        sectors=own.sectors or known.sectors,
        aliases=tuple(dict.fromkeys((*known.aliases, own.name, *own.aliases))),
        offices=_offices(known.offices, own.offices),
        ids=tuple(dict.fromkeys((*known.ids, *own.ids))),
        source="; ".join(dict.fromkeys(filter(None, (known.source, own.source)))),
    )


def _offices(known: tuple[Office, ...], own: tuple[Office, ...]) -> tuple[Office, ...]:
    """The offices of both; of two tellings of one term the own holds, unless only the shipped one has its dates."""
    dated = [office for office in own if office.since or office.until]
    kept = [office for office in known if not any(office.is_term_of(each) for each in dated)]
    added = [office for office in own if office in dated or not any(office.is_term_of(each) for each in kept)]
    return (*kept, *added)
