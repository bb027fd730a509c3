"""Rows made entries: those of one id, or of one name, are one entry."""

from collections.abc import Sequence

from onrecord.codebooks.registry.countries import country_code
from onrecord.codebooks.registry.entries import STATES, Entry, Kind, latest_country
from onrecord.codebooks.registry.own.complaints import Complaints
from onrecord.codebooks.registry.own.csv_rows import Row
from onrecord.codebooks.registry.own.joining import namesakes
from onrecord.codebooks.registry.registry import Registry


def entries_of(rows: Sequence[Row], shipped: Registry, complaints: Complaints) -> list[Entry]:
    """The entries that the rows tell of, in the order of their first rows."""
    ids: dict[str, set[str]] = {}
    for row in rows:
        if row.id:
            ids.setdefault(row.name, set()).add(row.id)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        named = sorted(ids.get(row.name, ()))
        if not row.id and len(named) > 1:
            complaints.say(row.line, "id", f"is missing, and {row.name} may be {' or '.join(named)}")
            continue
        key = row.id or next(iter(named), f"own:{row.name}")
        groups.setdefault(key, []).append(row)
    entries = [_entry(key, group, shipped, complaints) for key, group in groups.items()]
    return [entry for entry in entries if entry is not None]


def _entry(key: str, rows: Sequence[Row], shipped: Registry, complaints: Complaints) -> Entry | None:
    """The entry of all rows of one id; None where they do not fit one another."""
    name = rows[0].name
    # What stands in a row without an office is said of the entry itself, and goes before what an office tells.
    plain = [row.office for row in rows if not row.office.title]
    held = [row.office for row in rows if row.office.title]
    country = next((each.country for each in plain if each.country), latest_country(held))
    kind = _kind(key, rows, country, shipped, complaints)
    if kind in STATES and country is None:
        country = key if any(row.id for row in rows) else country_code(name, shipped)
        if country is None:
            complaints.say(rows[0].line, "id", f"is missing; {name} needs a code of its own, such as X-ABC")
    if kind is None or (kind in STATES and country is None):
        return None
    others = [alias for row in rows for alias in (row.name, *row.aliases) if alias != name]
    return Entry(
        id=key,
        name=name,
        kind=kind,
        country=country,
        sectors=tuple(dict.fromkeys(sector for each in plain for sector in each.sectors)),
        aliases=tuple(dict.fromkeys(others)),
        offices=tuple(dict.fromkeys(held)),
        ids=tuple(dict.fromkeys(each for row in rows for each in row.ids)),
        source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
    )


def _kind(key: str, rows: Sequence[Row], country: str | None, shipped: Registry, complaints: Complaints) -> Kind | None:
    """The type that the rows give or, where they give none, imply; None where they contradict one another."""
    given = [row for row in rows if row.kind]
    held = [row for row in rows if row.office.title]
    kind = given[0].kind if given else "person" if held else _kind_of_shipped(key, rows[0].name, country, shipped)
    for row in given:
        if row.kind != kind:
            complaints.say(row.line, "type", f"is {row.kind}, but line {given[0].line} says that {key} is a {kind}")
            return None
    if held and kind != "person":
        complaints.say(held[0].line, "office", f"only a person holds one, and {key} is of type {kind}")
        return None
    known = shipped.entries.get(key)
    if known is not None and known.kind != kind:
        told = f"{key} is the id of a shipped {known.kind}, and this is a {kind}; write another"
        complaints.say(rows[0].line, "id", told)
        return None
    return kind


def _kind_of_shipped(key: str, name: str, country: str | None, shipped: Registry) -> Kind:
    """The type of the shipped entry of an id or a name, so that new names of it reach it; else an organisation."""
    known = shipped.entries.get(key)
    meant = {entry.kind for entry in ([known] if known else namesakes(name, country, shipped))}
    return meant.pop() if len(meant) == 1 else "organisation"
