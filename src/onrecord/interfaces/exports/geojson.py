"""GeoJSON (RFC 7946): what happened where, and every place that is named.

A feature an event that has a place, and one a mention of a place. Positions are longitude, latitude (3.1.1) in WGS 84
(4). An area, and a place that the text leaves open, has the geometry null, as 3.2 has it for what is not located: a
centroid would be a pin where nobody said that anything was.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.analysis import Entry
from onrecord.codebooks.registry import load_registry
from onrecord.interfaces.exports.decisions import Decisions
from onrecord.interfaces.exports.identifiers import urn
from onrecord.interfaces.exports.wording import Wording, in_line
from onrecord.interfaces.output import replacing
from onrecord.record import Document, Event, Place, Record, Spans, Time


def write(entries: Iterable[Entry], path: Path) -> int:
    """Writes a FeatureCollection, a feature a line; gives the number of features."""
    written = 0
    with replacing(path) as file:
        file.write('{"type":"FeatureCollection","features":[')
        for entry in entries:
            for feature in _features(entry.record):
                file.write(",\n" if written else "\n")
                file.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
                written += 1
        file.write("\n]}\n")
    return written


def _features(record: Record) -> Iterator[dict[str, Any]]:
    """The events of a record that have a place, then its places, each in the order of the text."""
    document = _document(record.document)
    decisions, wording = Decisions(record), Wording(record)
    places = {place.id: place for place in record.places}
    times = {time.id: time for time in record.times}
    for event in record.events:
        if event.place is not None:
            told = _event(event, times.get(event.time or ""), wording)
            decided = decisions.properties("events", event.id)
            yield _feature(record, event.id, places[event.place], told | decided | document)
    for place in record.places:
        decided = decisions.properties("places", place.id)
        yield _feature(record, place.id, place, {"kind": "place"} | decided | document)


def _feature(record: Record, item: str, place: Place, properties: dict[str, Any]) -> dict[str, Any]:
    located = _place(place)
    point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {
        "type": "Feature",
        "id": urn("feature", record.document.id, record.coder.identity, item),
        "geometry": point if located["location"] == "point" else None,
        "properties": properties | located,
    }


def _place(place: Place) -> dict[str, Any]:
    is_known = place.lat is not None and place.lon is not None
    return {
        "location": "area" if place.kind == "area" else "point" if is_known else "unknown",
        "precision_km": place.precision_km,
        "place": place.name, "place_words": in_line(place.spans), "place_spans": _plain(place.spans),
        "country": place.country, "polity": _polity(place.country), "division": place.iso,
        "geonames": place.geonames, "near_geonames": place.near, "feature_code": place.feature,
    }  # fmt: skip


def _event(event: Event, time: Time | None, wording: Wording) -> dict[str, Any]:
    return {
        "kind": "event", "type": event.type, "mode": event.mode, "contexts": list(event.contexts),
        "status": event.status, "voice": list(wording.claimants(event.voice)) or None,
        "actors": [wording.named(each) for each in event.actors],
        "recipients": [wording.named(each) for each in event.recipients],
        "time": time.edtf if time else None, "time_words": in_line(time.spans) if time else None,
        "words": in_line(event.trigger.spans), "spans": _plain(event.trigger.spans),
    }  # fmt: skip


def _document(document: Document) -> dict[str, Any]:
    return {
        "document": document.id, "uri": document.uri, "title": document.title, "outlet": document.outlet,
        "published": document.published,
    }  # fmt: skip


def _polity(code: str | None) -> dict[str, Any] | None:
    """Of a de-facto, disputed or former polity: its name and who claims its territory; None for other countries."""
    entry = load_registry().entries.get(code or "")
    if entry is None or entry.kind != "polity":
        return None
    return {"name": entry.name, "claimants": list(entry.claimants)}


def _plain(spans: Spans) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]
