"""Which values a field can have: the record's own types, the codebooks' closed lists, the forms of dates and codes."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from math import isfinite
from typing import Any, get_args

import pycountry

from onrecord.codebooks import load_acts
from onrecord.codebooks.events import MODES, TYPES, load_contexts
from onrecord.codebooks.registry import Kind, load_full_registry
from onrecord.codebooks.registry.countries import country_code
from onrecord.codebooks.registry.sectors import SECTORS
from onrecord.codebooks.terms import load_matters
from onrecord.errors import ReviewError
from onrecord.ledger.reviews.fields import can_be_empty
from onrecord.record import Event, Part, Place, Span, Spans, Time, is_duration, is_edtf

Rule = Callable[[Any], str | None]
"""What is wrong with a value; None where nothing is."""


def check_field(part: Part, field: str, value: Any) -> None:
    """Raises ReviewError where a field cannot have a value of its own type: what it is, and what is allowed."""
    if value in (None, ()):
        if not can_be_empty(part, field):
            raise ReviewError(f"{part}.{field}: cannot be empty; correct it, or reject the whole item")
        return
    wrong = RULES.get((part, field), _any)(value) or _wrong_words(value)
    if wrong:
        raise ReviewError(f"{part}.{field}: {wrong}")


def check_together(part: Part, item: Any, changed: Collection[str]) -> None:
    """Raises ReviewError where values of an item's fields, some of them changed, contradict one another."""
    if not {"type", "mode", "kind", "edtf", "lat", "lon"} & set(changed):
        return
    if isinstance(item, Event) and item.mode and item.mode not in MODES.get(item.type, ()):
        wrong = _one_of(item.mode, MODES.get(item.type, ()), f"the modes of {item.type}")
        raise ReviewError(f"{part}.mode: {wrong}")
    if isinstance(item, Time) and item.edtf and (item.kind in ("duration", "set")) != is_duration(item.edtf):
        form = "an ISO 8601 duration such as P3M" if item.kind in ("duration", "set") else "a date such as 2024-05-02"
        raise ReviewError(f"{part}.edtf: {item.edtf!r} does not fit the kind {item.kind}, which has {form}")
    if isinstance(item, Place) and item.kind == "area" and (item.lat, item.lon) != (None, None):
        raise ReviewError(f"{part}.lat: an area has no point; correct its kind too")


def _any(value: Any) -> None:
    return None


def _wrong_words(value: Any) -> str | None:
    """What is wrong with the words in a value: there are none, or their pieces are not in the order of the text."""
    for spans in _phrases(value):
        if not spans:
            return "there are no words"
        if any(after.start < before.end for before, after in pairwise(spans)):
            return "its pieces overlap or are out of order"
    return None


def _phrases(value: Any) -> Iterator[Spans]:
    if isinstance(value, tuple) and value and isinstance(value[0], Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _phrases(each)
    elif hasattr(value, "spans"):
        yield value.spans


def _one_of(value: str, allowed: Collection[str], what: str) -> str | None:
    if value in allowed:
        return None
    return f"{value!r} is none of {what}: {', '.join(allowed) or 'it has none'}"


def _listed(load: Callable[[], Iterable[str]], what: str) -> Rule:
    return lambda value: _one_of(value, tuple(load()), what)


def _contexts(value: tuple[str, ...]) -> str | None:
    return next(filter(None, (_one_of(each, tuple(load_contexts()), "PLOVER's contexts") for each in value)), None)


def _country(value: str) -> str | None:
    if country_code(value, load_full_registry()) == value:
        return None
    return f"{value!r} is no ISO 3166-1 alpha-3 code such as NOR, no code of a polity and none of PLOVER's bodies"


def _date(value: str) -> str | None:
    return None if is_edtf(value) else f"{value!r} is no date such as 2024-05-02, 2024 or ../2025 (EDTF)"


def _date_or_duration(value: str) -> str | None:
    if is_edtf(value) or is_duration(value):
        return None
    return f"{value!r} is no date (EDTF, 2024-05-02) and no ISO 8601 duration (P3M)"


def _degrees(most: int) -> Rule:
    return lambda value: None if -most <= value <= most else f"{value} is not between -{most} and {most} degrees"


def _finite(value: float) -> str | None:
    return None if isfinite(value) else f"{value} is no number that can be counted"


def _distance(value: float) -> str | None:
    return None if isfinite(value) and value >= 0 else f"{value} is no distance in kilometres"


def _subdivision(value: str) -> str | None:
    known = pycountry.subdivisions.get(code=value)  # type: ignore[no-untyped-call]
    return None if known else f"{value!r} is no ISO 3166-2 code such as GB-SCT"


def _matching(pattern: str, what: str) -> Rule:
    return lambda value: None if re.fullmatch(pattern, str(value)) else f"{value!r} is no {what}"


_text = _matching(r"(?s).*\S.*", "text")
_number = _matching(r"[1-9][0-9]*", "number of GeoNames")

RULES: Mapping[tuple[Part, str], Rule] = {
    ("document", "published"): _date,
    ("document", "modified"): _date,
    ("document", "language"): _matching(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", "language tag such as en"),
    ("entities", "name"): _text,
    ("entities", "type"): _listed(lambda: get_args(Kind), "the types of entities"),
    ("entities", "country"): _country,
    ("entities", "sector"): _listed(lambda: sorted(SECTORS), "PLOVER's sectors"),
    ("times", "edtf"): _date_or_duration,
    ("times", "anchor"): _date,
    ("places", "name"): _text,
    ("places", "country"): _country,
    ("places", "lat"): _degrees(90),
    ("places", "lon"): _degrees(180),
    ("places", "precision_km"): _distance,
    ("places", "geonames"): _number,
    ("places", "near"): _number,
    ("places", "feature"): _matching(r"[A-Z]+[0-9]*", "feature code of GeoNames such as PPL"),
    ("places", "iso"): _subdivision,
    ("statements", "act"): _listed(load_acts, "the acts"),
    ("events", "type"): _listed(lambda: TYPES, "PLOVER's types"),
    ("events", "contexts"): _contexts,
    ("terms", "matter"): _listed(load_matters, "the matters"),
    ("terms", "edtf"): _date,
    ("figures", "low"): _finite,
    ("figures", "high"): _finite,
}
