"""The fields that a person can decide on, and which of them name other items of the record."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.errors import ReviewError
from onrecord.record import (
    Document,
    Entity,
    Event,
    Figure,
    Mention,
    Part,
    Participant,
    Place,
    Statement,
    Term,
    Time,
)

Item = Document | Entity | Mention | Time | Place | Statement | Event | Term | Figure

KINDS: Mapping[Part, type[Item]] = {
    "document": Document,
    "entities": Entity,
    "mentions": Mention,
    "times": Time,
    "places": Place,
    "statements": Statement,
    "events": Event,
    "terms": Term,
    "figures": Figure,
}

# What nobody decides on: ids; what was read; the coder's own measure; the list that follows from the mentions.
SET: Mapping[Part, frozenset[str]] = {
    "document": frozenset({"id", "text", "retrieved", "media_type", "digest"}),
    "entities": frozenset({"id", "mentions"}),
    "statements": frozenset({"id", "confidence"}),
}

REFERENCES: Mapping[tuple[Part, str], Part] = {
    ("mentions", "entity"): "entities",
    ("statements", "within"): "statements",
    ("statements", "time"): "times",
    ("events", "time"): "times",
    ("events", "place"): "places",
    ("events", "voice"): "statements",
    ("events", "within"): "events",
    ("terms", "time"): "times",
    ("terms", "voice"): "statements",
    ("figures", "voice"): "statements",
    ("figures", "entity"): "entities",
}
"""The fields whose value is the id of an item, and of which part that is."""


@cache
def fields_of(part: Part) -> Mapping[str, Any]:
    """The fields of a part's items that a person can decide on, each with its type."""
    hints = get_type_hints(KINDS[part])
    return {name: hint for name, hint in hints.items() if name not in SET.get(part, {"id"})}


def field_type(part: Part, field: str) -> Any:
    """The type of a field. Raises ReviewError where there is no such field, or nobody decides on it."""
    known = fields_of(part)
    if field in known:
        return known[field]
    if (part, field) == ("entities", "mentions"):
        raise ReviewError("the mentions of an entity follow from theirs: correct the field entity of each mention")
    raise ReviewError(f"{part} have no field {field!r} to decide on; they have {', '.join(known)}")


def has_participants(part: Part, field: str) -> bool:
    """Whether a field holds whoever fills a role, one or a list."""
    return Participant in _inner_types(field_type(part, field))


def is_list(part: Part, field: str) -> bool:
    """Whether a field holds any number of things."""
    return get_origin(field_type(part, field)) is tuple


def can_be_empty(part: Part, field: str) -> bool:
    """Whether a field may hold nothing: null, or an empty list. Words (`spans`) may not, but for those of a term."""
    return NoneType in _choices(field_type(part, field)) or (
        is_list(part, field) and (field != "spans" or part == "terms")
    )


def bare_type(part: Part, field: str) -> Any:
    """The type of a field's value, or of each in its list, when there is one: `Participant`, `str`, a Literal."""
    return _inner_types(field_type(part, field))[-1]  # of `int | float` the wider


def choices_of(part: Part, field: str) -> tuple[str, ...]:
    """The values that the record's own type allows; empty where it has no list."""
    kind = bare_type(part, field)
    return get_args(kind) if get_origin(kind) is Literal else ()


def _inner_types(hint: Any) -> list[Any]:
    if get_origin(hint) is tuple:
        return [get_args(hint)[0]]
    return [kind for kind in _choices(hint) if kind is not NoneType]


def _choices(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
