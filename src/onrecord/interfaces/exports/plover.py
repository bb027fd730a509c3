"""PLOVER JSON Lines: one object an event, as the manual's chapter on data interchange names the fields.

Layout: openeventdata/PLOVER, PLOVER manual 2.0, `Event, Actor and Data Interchange Specification` (objects for actors,
sizes, locations, text and citations). The manual invites further named fields; ours say whose claim an event is. Which
events PLOVER codes, and as what, is `onrecord.codebooks.events.coding` (docs/record.md).
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.analysis import Entry
from onrecord.codebooks import load_event_types
from onrecord.codebooks.events import MODES
from onrecord.codebooks.events.coding import plover_events
from onrecord.codebooks.registry import Registry, load_full_registry
from onrecord.interfaces.exports.tellings import Role, Teller, Telling, Voice
from onrecord.interfaces.output import replacing
from onrecord.record import Figure, Place, Spans

CODEBOOK = "PLOVER manual 2.0 (5e0c24f)"
QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
# The manual has Kosovo as KOS; ISO has no code of its own for it, XKX is a user-assigned one.
COUNTRIES = {"XKX": "KOS"}


def write(entries: Iterable[Entry], path: Path) -> int:
    """One line an event that PLOVER codes; gives their number."""
    count = 0
    with replacing(path) as file:
        for entry in entries:
            for event in events_of(entry):
                file.write(json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\n")
                count += 1
    return count


def events_of(entry: Entry) -> Iterator[dict[str, Any]]:
    """The events of one document as PLOVER's objects."""
    registry = load_full_registry()
    teller = Teller(entry)
    for event in plover_events(entry.record):
        yield _event(teller.of(event), registry)


def _event(telling: Telling, registry: Registry) -> dict[str, Any]:
    event, type_ = telling.event, load_event_types()[telling.event.type]
    first, last = telling.days or (telling.published, telling.published)
    return {
        "id": telling.key,
        "date": first.isoformat() if first else None,
        "enddate": last.isoformat() if last and last != first else None,
        "time": None,
        "endtime": None,
        "has_event": True,
        "actor": [_entity(role, registry) for role in telling.actors],
        "recipient": [_entity(role, registry) for role in telling.recipients],
        "event": [event.type],
        # What is only announced has another type (AGREE for a visit), and the mode is none of that one.
        "mode": [event.mode] if event.mode in MODES.get(event.type, ()) else [],
        "context": list(event.contexts),
        "quad_code": QUADS[type_.quad],
        "event_scale": type_.scale,
        "size": {name: exactly(getattr(telling.casualties, name)) for name in ("dead", "injured", "arrested")},
        "event_loc": _location(telling.place, registry) if telling.place else None,
        "event_text": [span.text for span in event.trigger.spans],
        "text": telling.words.text,
        "text_info": {"sequence": None, "start": telling.words.start, "end": telling.words.end, "text_story": None},
        "cite_info": _citation(telling),
        "coder": f"{telling.coder.name} {telling.coder.version}",
        "coded_date": None,
        "coded_time": None,
        "comment": "made by a person" if telling.made_by == "person" else None,
        "link": None,
        "attribution": [_attribution(voice, registry) for voice in telling.voices],
        "voice": event.voice,
        "status": event.status,
        "edtf": telling.time.edtf if telling.time else None,
        "spans": {
            "trigger": plain(event.trigger.spans),
            "actor": [plain(role.spans) for role in telling.actors],
            "recipient": [plain(role.spans) for role in telling.recipients],
            "place": plain(telling.place.spans) if telling.place else None,
            "time": plain(telling.time.spans) if telling.time else None,
        },
    }


def exactly(figure: Figure | None) -> int | float | None:
    """The number that a figure tells, where it is one."""
    return figure.low if figure is not None and figure.exact and figure.low == figure.high else None


def plain(spans: Spans) -> list[dict[str, Any]]:
    """Spans as JSON."""
    return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]


def _entity(role: Role, registry: Registry) -> dict[str, Any]:
    entity = role.entity
    country, sectors = (
        registry.folded(entity.country, (entity.sector,) if entity.sector else ()) if entity else (None, ())
    )
    entry = registry.entries.get(entity.registry or "") if entity else None
    ids = dict(entry.ids) if entry else {}
    return {
        "code": COUNTRIES.get(country or "", country),
        # The manual has the primary sector first; a breakaway territory's is secondary.
        "sector": "".join(sorted(sectors, key=lambda sector: sector == "PRE")) or None,
        "entity_text": role.words,
        "identifier_id": ids.get("wikidata"),
        "identifier_text": entry.name if entry else None,
        "religion": None,
        "ethnicity": None,
        "office": entity.role if entity else None,
        "gender": None,
        "age": None,
    }


def _location(place: Place, registry: Registry) -> dict[str, Any]:
    country = registry.entries.get(place.country or "")
    return {
        "extracted_place": " ".join(span.text for span in place.spans),
        "resolved_place": place.name,
        "geonameid": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "city": None,
        "district": None,
        "province": None,
        "country": country.name if country else None,
        "country_code": place.country,
        "feature_class": feature_class(place.feature),
        "feature_code": place.feature,
        "resolution": None,
    }


# GeoNames' classes of the feature codes that a record has (geonames.org/export/codes.html), by how the codes begin.
CLASSES = (
    ("P", ("PPL",)),
    ("A", ("ADM", "PCL")),
    ("L", ("RGN", "CONT", "CST")),
    ("H", ("SEA", "OCN", "STM", "STRT", "GULF", "CHN", "CNL", "LK", "RSV", "BAY", "SHOL", "REF")),
    ("T", ("ISL", "MT", "PEN", "VAL", "PASS", "PLAT", "DSRT", "DLTA", "HLLS", "BSN")),
    ("V", ("FRST",)),
)


def feature_class(feature: str | None) -> str | None:
    """GeoNames' class of a feature code: `P` of `PPLC`."""
    return next((name for name, codes in CLASSES if feature and feature.startswith(codes)), None)


def _citation(telling: Telling) -> dict[str, Any]:
    document = telling.document
    return {
        "corpus": None,
        "citation": document.id,
        "url": document.uri,
        "title": document.title,
        "language": document.language,
        "publication": document.outlet,
        "license": None,
        "copyright": None,
        "coder": telling.coder.identity,
        "codebook": CODEBOOK,
        "version": None,
    }


def _attribution(voice: Voice, registry: Registry) -> dict[str, Any]:
    statement = voice.statement
    return {
        **(_entity(voice.role, registry) if voice.role else {}),
        "cue": plain(statement.cue.spans) if statement.cue else None,
        "content": plain(statement.content.spans),
    }
