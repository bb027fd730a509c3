"""ACLED-style CSV: 31 columns, one row an event that ACLED's types fit.

Layout: ACLED Codebook (October 2024), `ACLED Data Columns at a Glance`, in the order of its export files since March
2023, and its kinds of actors as words, as the data has them since the numeric codes were dropped. It is ACLED's form,
not its data: ACLED's rows are put together by its researchers from several sources. As there, actor1 and actor2 are no
attacker and target. What an event is in ACLED's types, and what is left out, is `codebooks/exchange/acled.tsv`.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pycountry

from onrecord.analysis import Entry
from onrecord.codebooks.exchange import AcledKind, Armed, Sides, acled_kind, armed_side, inter_of, interaction_of
from onrecord.codebooks.registry import Registry, load_full_registry
from onrecord.interfaces.exports.columns import columns_of
from onrecord.interfaces.exports.tellings import Role, Telling, claimed_by, happened
from onrecord.interfaces.exports.together import sameness, together
from onrecord.interfaces.output import replacing
from onrecord.record import Place

WEEK, MONTH = 7, 31


def write(entries: Iterable[Entry], path: Path) -> int:
    """One row an event; gives their number."""
    registry = load_full_registry()
    count = 0
    with replacing(path) as file:
        writer = csv.DictWriter(file, [column.name for column in columns_of("acled")], lineterminator="\r\n")
        writer.writeheader()
        for key, tellings in _events(entries):
            writer.writerow(_row(key, tellings, registry))
            count += 1
    return count


def _events(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Telling]]]:
    def keyed() -> Iterator[tuple[str, tuple[str, Telling]]]:
        for entry in entries:
            for telling in happened(entry):
                kind = _kind(telling)
                if kind is not None:
                    code = " ".join((kind.disorder, kind.event or "", kind.sub_event or ""))
                    key = sameness(telling, code, telling.actors, telling.recipients, or_published=False)
                    yield key, (key, telling)

    for group in together(keyed()):
        yield group[0][0], [telling for _, telling in group]


def sides_of(telling: Telling) -> tuple[Armed | None, Armed | None]:
    """The sides of an event in armed violence: of those who act, and of those who suffer it or fight them.

    Where two fight, both are actors (PLOVER manual, ASSAULT).
    """
    if telling.recipients:
        return _side(telling.actors), _side(telling.recipients)
    return _side(telling.actors[:1]), _side(telling.actors[1:2])


def _side(roles: Sequence[Role]) -> Armed | None:
    """The side of all of them; None where they stand on several, or one on none."""
    sides = {armed_side(role.entity.sector, role.entity.type) if role.entity else None for role in roles}
    return sides.pop() if len(sides) == 1 else None


def _kind(telling: Telling) -> AcledKind | None:
    first, second = sides_of(telling)
    sides: Sides | None = None
    if second == "civilian":
        sides = "civilians"
    elif {first, second} <= {"state", "group"}:
        sides = "armed"
    return acled_kind(telling.event.type, telling.event.mode, telling.event.contexts, sides)


def _row(key: str, tellings: Sequence[Telling], registry: Registry) -> dict[str, Any]:
    # A document's own report says more than a claim.
    telling = min(tellings, key=lambda each: len(each.voices))
    kind = _kind(telling)
    assert kind is not None  # others are no events
    place = telling.place
    country = place.country if place else None
    iso = pycountry.countries.get(alpha_3=country) if country else None
    return {
        "event_id_cnty": f"{country or 'XXX'}{key}",
        **_date(telling),
        "disorder_type": kind.disorder,
        "event_type": kind.event,
        "sub_event_type": kind.sub_event,
        **_actors(telling, kind, country),
        "civilian_targeting": "Civilian targeting" if _hits_civilians(telling, kind) else None,
        "iso": int(iso.numeric) if iso else None,
        "country": registry.entries[country].name if country in registry.entries else None,
        **(_where(place) if place else {}),
        "source": "; ".join(dict.fromkeys(each.document.outlet for each in tellings if each.document.outlet)),
        "notes": _notes(telling),
        "fatalities": _fatalities(tellings),
        "tags": "; ".join(_tags(tellings)),
    }


def _date(telling: Telling) -> dict[str, Any]:
    if telling.days is None:
        return {}
    first, last = telling.days
    length = (last - first).days + 1
    precision = 1 if length == 1 else 2 if length <= WEEK else 3 if length <= MONTH else None
    # ACLED codes the middle of the period (codebook, time precision).
    middle = first + (last - first) // 2
    return {
        "event_date": middle.isoformat() if precision else None,
        "year": first.year if first.year == last.year else None,
        "time_precision": precision,
    }


def _actors(telling: Telling, kind: AcledKind, country: str | None) -> dict[str, Any]:
    actors, recipients = telling.actors, telling.recipients
    if recipients:
        first, with_first, second, with_second = actors[:1], actors[1:], recipients[:1], recipients[1:]
    else:
        # Who of three fights whom, the record does not say: the others stand in the notes.
        first, with_first, second, with_second = actors[:1], (), actors[1:2], ()
    inters = [_inter(role, kind, country) for role in (*first, *second)]
    inter1, inter2 = inters[0] if first else None, inters[-1] if second else None
    return {
        "actor1": _names(first),
        "assoc_actor_1": _names(with_first),
        "inter1": inter1,
        "actor2": _names(second),
        "assoc_actor_2": _names(with_second),
        "inter2": inter2,
        "interaction": interaction_of(inter1, inter2, is_alone=not second),
    }


def _inter(role: Role, kind: AcledKind, country: str | None) -> str | None:
    entity = role.entity
    sector = entity.sector if entity else None
    if kind.event in ("Protests", "Riots") and sector in ("CVL", None):
        return {"Protests": "Protesters", "Riots": "Rioters"}[kind.event]
    if entity is None:
        return None
    is_abroad = entity.country != country if entity.country and country else None
    return inter_of(sector, entity.type, is_abroad=is_abroad)


def _names(roles: Sequence[Role]) -> str | None:
    return "; ".join(role.called for role in roles) or None


def _hits_civilians(telling: Telling, kind: AcledKind) -> bool:
    return kind.disorder == "Political violence" and sides_of(telling)[1] == "civilian"


def _where(place: Place) -> dict[str, Any]:
    return {
        "admin1": place.name if place.feature == "ADM1" else None,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": _geo_precision(place),
    }


def _geo_precision(place: Place) -> int | None:
    if place.kind == "point":
        return 1
    if place.near is not None or place.feature == "ADM2":
        return 2
    return None if (place.feature or "").startswith("PCL") or place.feature is None else 3


def _fatalities(tellings: Sequence[Telling]) -> int | float | None:
    """The lowest number that is told, as ACLED takes the most conservative; of `dozens` the least that it can be."""
    # Where a document reports the event itself, what only others claim is no number of its own.
    reports = [each for each in tellings if not each.voices] or tellings
    told = [each.casualties.dead.low for each in reports if each.casualties.dead]
    return min((low for low in told if low is not None), default=None)


def _tags(tellings: Sequence[Telling]) -> Iterator[str]:
    if any(not each.voices for each in tellings):
        yield "reported"
    else:
        claims = dict.fromkeys(claimed_by(each) for each in tellings)
        yield from (f"claimed by: {claim}" for claim in claims if claim)
    if any(each.made_by == "person" for each in tellings):
        yield "made by: person"
    if all(each.event.status == "ongoing" for each in tellings):
        yield "status: ongoing"


def _notes(telling: Telling) -> str:
    """A sentence in ACLED's manner, and the exact words."""
    who = _names(telling.actors) or "somebody not named"
    whom = _names(telling.recipients)
    done = " ".join(span.text for span in telling.event.trigger.spans)
    claim = claimed_by(telling)
    parts = [
        _when(telling),
        f"{who}: {done}",
        f"to {whom}" if whom else "",
        f"in {telling.place.name}" if telling.place else "",
        f"as claimed by {claim}" if claim else "",
    ]
    return f'{", ".join(part for part in parts if part)}. "{telling.words.text}"'


def _when(telling: Telling) -> str:
    if telling.time is not None and telling.time.edtf is not None:
        return f"On {_written(telling.days[0])}" if _is_day(telling) and telling.days else f"In {telling.time.edtf}"
    return f"As reported on {_written(telling.published)}" if telling.published else "On a day that is not told"


def _is_day(telling: Telling) -> bool:
    return telling.days is not None and telling.days[0] == telling.days[1]


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
