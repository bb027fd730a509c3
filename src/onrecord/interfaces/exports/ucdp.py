"""UCDP GED-style CSV: 49 columns, one row an event of fatal organised violence.

Layout: UCDP Georeferenced Event Dataset Codebook 24.1 (Högbladh, Uppsala University). GED counts an event where an
organised actor used armed force against another or against civilians and at least one died: so a row is an ASSAULT
whose figures tell of dead and in which a state or an organised armed group is known to act. It is GED's form, not its
data: no conflict, dyad or actor has UCDP's number here. Whose claim an event is stands in `source_original`, which GED
has for it.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.analysis import Entry
from onrecord.codebooks.exchange import Armed
from onrecord.codebooks.registry import Registry, load_full_registry
from onrecord.interfaces.exports.acled import sides_of
from onrecord.interfaces.exports.columns import columns_of
from onrecord.interfaces.exports.tellings import (
    Role,
    Telling,
    claimed_by,
    happened,
    independent_outlets,
    number_of,
)
from onrecord.interfaces.exports.together import sameness, together
from onrecord.interfaces.output import replacing
from onrecord.record import Figure, Place

CIVILIANS = "Civilians"
# The longest time in days for each date_prec; GED splits what is longer than a year.
DATE_PRECISIONS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
# GeoNames' codes of waters, and of lands without a centre of their own.
WATERS = ("SEA", "OCN", "GULF", "STRT", "CHN", "BAY")


def write(entries: Iterable[Entry], path: Path) -> int:
    """One row an event; gives their number."""
    registry = load_full_registry()
    count = 0
    with replacing(path) as file:
        writer = csv.DictWriter(file, [column.name for column in columns_of("ucdp")], lineterminator="\r\n")
        writer.writeheader()
        for group in together(_keyed(entries)):
            writer.writerow(_row(group[0][0], [telling for _, telling in group], registry))
            count += 1
    return count


def _keyed(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[str, Telling]]]:
    for entry in entries:
        for telling in happened(entry):
            if _fits(telling):
                key = sameness(telling, "fatal", telling.actors, telling.recipients, or_published=False)
                yield key, (key, telling)


def _fits(telling: Telling) -> bool:
    """Fatal violence by somebody organised; that at least one died must be told."""
    dead = telling.casualties.dead
    if telling.event.type != "ASSAULT" or dead is None or not (dead.low or 0) >= 1:
        return False
    return sides_of(telling)[0] in ("state", "group")


def _row(key: str, tellings: Sequence[Telling], registry: Registry) -> dict[str, Any]:
    # A document's own report says more than a claim.
    telling = min(tellings, key=lambda each: len(each.voices))
    place = telling.place
    days = _days(telling)
    side_a, side_b = _sides(telling)
    country = registry.entries.get(place.country or "") if place else None
    return {
        "id": number_of(key),
        "year": days["date_start"].year if days.get("date_start") else None,
        "code_status": "Person" if any(each.made_by == "person" for each in tellings) else "Machine",
        "type_of_violence": _violence(*sides_of(telling)),
        "dyad_name": f"{side_a} - {side_b}" if side_b else None,
        "side_a": side_a,
        "side_b": side_b,
        **_sources(tellings),
        **(_where(place) if place else {}),
        "country": country.name if country else None,
        "event_clarity": 1 if days.get("date_prec") == 1 and telling.actors else 2,
        **days,
        **_deaths(telling),
    }


def _violence(first: Armed | None, second: Armed | None) -> int | None:
    if second == "civilian":
        return 3
    if second is None:
        return None
    return 1 if "state" in (first, second) else 2


def _sides(telling: Telling) -> tuple[str, str | None]:
    others: Sequence[Role] = telling.recipients or telling.actors[1:2]
    actors = telling.actors if telling.recipients else telling.actors[:1]
    second = CIVILIANS if sides_of(telling)[1] == "civilian" else "; ".join(role.called for role in others)
    return "; ".join(role.called for role in actors), second or None


def _sources(tellings: Sequence[Telling]) -> dict[str, Any]:
    documents = list({each.document.id: each.document for each in tellings}.values())
    articles = [
        ", ".join(part for part in (each.outlet, each.published, each.title or each.uri or each.id) if part)
        for each in documents
    ]
    is_reported = any(not each.voices for each in tellings)
    return {
        "number_of_sources": len(independent_outlets(tellings)),
        "source_article": "; ".join(articles),
        "source_office": "; ".join(dict.fromkeys(each.outlet for each in documents if each.outlet)),
        "source_date": "; ".join(each.published for each in documents if each.published),
        "source_headline": "; ".join(each.title for each in documents if each.title),
        "source_original": None if is_reported else "; ".join(dict.fromkeys(map(_claim, tellings))),
    }


def _claim(telling: Telling) -> str:
    return claimed_by(telling) or ""


def _where(place: Place) -> dict[str, Any]:
    point = place.lat is not None and place.lon is not None
    return {
        "where_prec": _where_precision(place),
        "where_coordinates": place.name,
        "where_description": " ".join(span.text for span in place.spans),
        "adm_1": place.name if place.feature == "ADM1" else None,
        "adm_2": place.name if place.feature == "ADM2" else None,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if point else None,
        "priogrid_gid": prio_grid(place.lat, place.lon),
    }


def prio_grid(lat: float | None, lon: float | None) -> int | None:
    """The number of the cell of PRIO-GRID 2 in which a point lies: half degrees counted eastwards, then northwards."""
    if lat is None or lon is None:
        return None
    row, column = min(int((lat + 90) * 2), 359), min(int((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _where_precision(place: Place) -> int:
    feature = place.feature or ""
    if place.kind == "point":
        return 1
    if place.near is not None:
        return 2
    if feature.startswith("PCL"):
        return 6
    return {"ADM2": 3, "ADM1": 4}.get(feature, 7 if feature.startswith(WATERS) else 5)


def _days(telling: Telling) -> dict[str, Any]:
    if telling.days is None:
        return {}
    first, last = telling.days
    length = (last - first).days + 1
    precision = next((each for longest, each in DATE_PRECISIONS if length <= longest), None)
    return {"date_prec": precision, "date_start": first, "date_end": last} if precision else {}


def _deaths(telling: Telling) -> dict[str, Any]:
    dead = telling.casualties.dead
    assert dead is not None  # without it there is no row
    number = dead.low if dead.low == dead.high else None
    return {_whose(dead, telling): number, "best": number, "low": dead.low, "high": dead.high}


def _whose(dead: Figure, telling: Telling) -> str:
    """The column for those who died."""

    def among(roles: Sequence[Role]) -> bool:
        return dead.entity is not None and any(role.entity and role.entity.id == dead.entity for role in roles)

    second = telling.recipients or telling.actors[1:2]
    if among(second):
        return "deaths_civilians" if sides_of(telling)[1] == "civilian" else "deaths_b"
    return "deaths_a" if among(telling.actors[:1]) else "deaths_unknown"
