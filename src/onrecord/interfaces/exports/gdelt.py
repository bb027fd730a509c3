"""GDELT 2: a folder with `NAME.export.CSV` (events, 61 columns) and `NAME.mentions.CSV` (16), NAME the folder's.

Layout: GDELT Event Codebook V2.0 (19 February 2015): tab-separated, no header, no quotation marks, codes as strings.
Tabs and line ends within a value are made spaces, but for the JSON of Extras, which escapes them.

A row of the events table looks like a fact and has no column for whose claim it is. So an event has one only where at
least one document reports it in its own voice, and says that it happened or goes on; what is denied, planned, demanded
or possible has none. Acts of speech are events of their own (`denied`: 016). The mentions table has every telling of
such an event, with the voice of those who only claim it.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import combinations, product
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

from onrecord.analysis import Entry
from onrecord.codebooks.exchange import Cameo, cameo_actor, cameo_of, fips_of
from onrecord.codebooks.registry import Registry, load_full_registry
from onrecord.interfaces.exports.columns import columns_of
from onrecord.interfaces.exports.plover import plain
from onrecord.interfaces.exports.tellings import (
    Role,
    Teller,
    Telling,
    claimed_by,
    day_of,
    happened,
    independent_outlets,
    number_of,
)
from onrecord.interfaces.exports.together import sameness, together
from onrecord.interfaces.output import replacing_folder
from onrecord.record import Document, Place

# What some reader takes for the end of a cell or a line.
SPACES = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))

Dyad = tuple[Role | None, Role | None]
Account = tuple[Telling, Dyad]


def write(entries: Iterable[Entry], path: Path) -> int:
    """Both tables; gives the number of events."""
    registry = load_full_registry()
    count = 0
    with replacing_folder(path) as folder:
        events_path, mentions_path = folder / f"{path.name}.export.CSV", folder / f"{path.name}.mentions.CSV"
        with _opened(events_path) as events, _opened(mentions_path) as mentions:
            event_rows, mention_rows = _writer(events, "gdelt.events"), _writer(mentions, "gdelt.mentions")
            for key, accounts in _events(entries):
                event = _event_row(key, accounts, registry)
                event_rows.writerow(_clean(event))
                mention_rows.writerows(_clean(_mention_row(event, account)) for account in accounts)
                count += 1
    return count


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _writer(file: TextIO, table: str) -> "csv.DictWriter[str]":
    # Nothing is quoted: no value holds a tab or a line end any more.
    return csv.DictWriter(
        file,
        [column.name for column in columns_of(table)],
        delimiter="\t",
        lineterminator="\n",
        quoting=csv.QUOTE_NONE,
        quotechar=None,
    )


def _clean(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value.translate(SPACES) if isinstance(value, str) else value for key, value in row.items()}


def _events(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Account]]]:
    """The events that some document reports itself, each with its key and all tellings of it."""
    for group in together(_keyed(entries)):
        accounts = [account for _, account in group]
        if any(not telling.voices for telling, _ in accounts):
            yield group[0][0], accounts


def _keyed(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[str, Account]]]:
    for telling in _tellings(entries):
        code = _code(telling)
        for first, second in _dyads(telling) if code else ():
            named = [role for role in (first, second) if role]
            # Those who act together are a pair without an order.
            actors, recipients = (named[:1], named[1:]) if telling.recipients and first else (named, [])
            key = sameness(telling, code.code if code else "", actors, recipients, or_published=True)
            yield key, (key, (telling, (first, second)))


def _tellings(entries: Iterable[Entry]) -> Iterator[Telling]:
    for entry in entries:
        told = list(happened(entry))
        yield from told
        # An accusation that is an event by its own words is not told a second time by its cue.
        taken = [(span.start, span.end) for telling in told for span in telling.event.trigger.spans]
        teller = Teller(entry)
        for statement in entry.record.statements:
            act = teller.of_act(statement)
            cue = statement.cue.spans if statement.cue else ()
            if act and not any(start < span.end and span.start < end for start, end in taken for span in cue):
                yield act


def _code(telling: Telling) -> Cameo | None:
    return cameo_of(telling.act or telling.event.type, telling.event.mode, telling.event.contexts)


def _dyads(telling: Telling) -> list[Dyad]:
    """Who with whom: each actor with each recipient; of those who act together each pair; else the one there is."""
    actors, recipients = telling.actors, telling.recipients
    if actors and recipients:
        return list(product(actors, recipients))
    if len(actors) > 1:
        return list(combinations(actors, 2))
    return [(actors[0] if actors else None, recipient) for recipient in recipients or (None,)]


def _event_row(key: str, accounts: Sequence[Account], registry: Registry) -> dict[str, Any]:
    earliest = accounts[0][0].document
    reported, (first, second) = next(account for account in accounts if not account[0].voices)
    code = _code(reported)
    assert code is not None  # uncoded tellings are no events
    return {
        "GLOBALEVENTID": number_of(key),
        **_date(reported),
        **_actor(1, first),
        **_actor(2, second),
        "IsRootEvent": int(any(each.event.root for each, _ in accounts)),
        "EventCode": code.code,
        "EventBaseCode": code.base,
        "EventRootCode": code.root,
        "QuadClass": code.quad,
        "GoldsteinScale": code.goldstein,
        "NumMentions": len(accounts),
        "NumSources": len(independent_outlets([each for each, _ in accounts])),
        "NumArticles": len({each.document.id for each, _ in accounts}),
        **_action_geo(reported.place, registry),
        "DATEADDED": added(earliest),
        "SOURCEURL": earliest.uri or earliest.id,
    }


def _date(telling: Telling) -> dict[str, Any]:
    days = telling.days
    if days is None and telling.time is None and telling.published is not None:
        return {**_day(telling.published, telling.published), "FractionDate": None}
    return _day(*days) if days else {}


def _day(first: date, last: date) -> dict[str, Any]:
    year = first.year if first.year == last.year else None
    digits = first.isoformat().replace("-", "")
    month = digits[:6] if year and first.month == last.month else None
    if first != last:
        return {"MonthYear": month, "Year": year}
    fraction = f"{first.year + (first.month * 30 + first.day) / 365:.4f}"
    return {"SQLDATE": digits, "MonthYear": month, "Year": year, "FractionDate": fraction}


def _actor(number: int, role: Role | None) -> dict[str, Any]:
    if role is None:
        return {}
    name = f"Actor{number}"
    entity = role.entity
    actor = cameo_actor(entity.country, entity.sector) if entity else cameo_actor(None, None)
    types = dict(zip((f"{name}Type1Code", f"{name}Type2Code", f"{name}Type3Code"), actor.roles, strict=False))
    return {
        f"{name}Code": actor.code,
        f"{name}Name": role.called.upper(),
        f"{name}CountryCode": actor.country,
        f"{name}KnownGroupCode": actor.group,
        **types,
    }


def _action_geo(place: Place | None, registry: Registry) -> dict[str, Any]:
    if place is None:
        return {}
    fips = fips_of(place.country)
    country = registry.entries.get(place.country or "")
    kind = _geo_type(place)
    named = place.name if country is None or country.name == place.name else f"{place.name}, {country.name}"
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": named,
        "ActionGeo_CountryCode": fips,
        "ActionGeo_ADM1Code": fips if kind == 1 else None,
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
        "ActionGeo_FeatureID": fips if kind == 1 else None,
    }


def _geo_type(place: Place) -> int | None:
    feature = place.feature or ""
    is_american = place.country == "USA"
    if feature.startswith("PCL"):
        return 1
    if feature == "ADM1":
        return 2 if is_american else 5
    if feature.startswith("PPL"):
        return 3 if is_american else 4
    return None


def added(document: Document) -> str | None:
    """YYYYMMDDHHMMSS in UTC of when the document was retrieved, else published; None where no day is told."""
    for moment in (document.retrieved, document.published):
        if moment is not None and day_of(moment) is not None:
            told = datetime.fromisoformat(moment.rstrip("?~%"))
            return f"{told.astimezone(UTC) if told.tzinfo else told:%Y%m%d%H%M%S}"
    return None


def _mention_row(event: dict[str, Any], account: Account) -> dict[str, Any]:
    telling, (first, second) = account
    uri = telling.document.uri
    is_web = uri is not None and uri.startswith(("http://", "https://"))
    roles = [role for role in (first, second) if role is not None]
    confidence = telling.confidence
    return {
        "GLOBALEVENTID": event["GLOBALEVENTID"],
        "EventTimeDate": event["DATEADDED"],
        "MentionTimeDate": added(telling.document),
        "MentionType": 1 if is_web else 2,
        "MentionSourceName": telling.document.outlet or (urlsplit(uri).hostname if is_web else None),
        "MentionIdentifier": uri or telling.document.id,
        "Actor1CharOffset": first.spans[0].start if first else None,
        "Actor2CharOffset": second.spans[0].start if second else None,
        "ActionCharOffset": telling.event.trigger.spans[0].start,
        "InRawText": int(not any(role.is_pronoun for role in roles)),
        "Confidence": max(10, round(confidence * 10) * 10) if confidence is not None else None,
        "MentionDocLen": telling.length,
        # In ASCII: every tab and line end is an escape, and stands there again when it is read.
        "Extras": json.dumps(_extras(telling, first, second), separators=(",", ":")),
    }


def _extras(telling: Telling, first: Role | None, second: Role | None) -> dict[str, Any]:
    place = telling.place
    return {
        "document": telling.document.id,
        "item": telling.event.id,
        "voice": telling.event.voice,
        "claimed_by": claimed_by(telling),
        "status": telling.event.status,
        "made_by": telling.made_by,
        "coder": f"{telling.coder.name} {telling.coder.version}",
        "words": plain((telling.words,))[0],
        "spans": {
            "actor1": plain(first.spans) if first else None,
            "actor2": plain(second.spans) if second else None,
            "action": plain(telling.event.trigger.spans),
            "place": plain(place.spans) if place else None,
        },
        "edtf": telling.time.edtf if telling.time else None,
        "place": place.name if place else None,
        "geonames": place.geonames if place else None,
        "origin": telling.origin,
    }
