"""Frozen values to and from plain JSON values, by their declared types."""

import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.errors import RecordError

SCALARS = frozenset({str, int, float, bool, type(None)})


def to_plain(value: Any) -> Any:
    """A dataclass as dicts and lists, fields in the order they are declared."""
    kind: Any = type(value)
    if kind in SCALARS:
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        return {name: to_plain(getattr(value, name)) for name in _names_of(kind)}  # type: ignore[arg-type]
    return value


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def from_plain(kind: Any, value: Any, path: str = "") -> Any:
    """The value of the type `kind` (a dataclass, tuple, union, Literal, scalar or Any) that plain JSON holds.

    Unknown keys are ignored, so that later versions can add them. Raises RecordError, naming the field, where a
    key is missing or a value has the wrong form.
    """
    if kind is Any:
        return value
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [each for each in get_args(kind) if each is not type(None)]
        if value is None and type(None) in get_args(kind):
            return None
        # Of `int | float` each keeps its own form.
        return from_plain(next((each for each in inner if type(value) is each), inner[0]), value, path)
    if origin is Literal:
        if value not in get_args(kind):
            raise RecordError(f"{value!r} is none of {', '.join(get_args(kind))}", field=path)
        return value
    if origin is tuple:
        if not isinstance(value, list):
            raise RecordError(f"a list is expected, not {value!r:.60}", field=path)
        return tuple(from_plain(get_args(kind)[0], item, f"{path}[{index}]") for index, item in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            raise RecordError(f"an object is expected, not {value!r:.60}", field=path)
        return dict(value)
    if is_dataclass(kind):
        return _dataclass_from_plain(kind, value, path)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise RecordError(f"{kind.__name__} is expected, not {value!r:.60}", field=path)
    return value


def _dataclass_from_plain(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise RecordError(f"an object is expected, not {value!r:.60}", field=path)
    arguments = {}
    for name, hint, is_required in _fields_of(kind):
        where = f"{path}.{name}".lstrip(".")
        if name in value:
            arguments[name] = from_plain(hint, value[name], where)
        elif is_required:
            raise RecordError("is missing", field=where)
    try:
        return kind(**arguments)
    except RecordError as error:
        raise error if error.field else RecordError(str(error), field=path) from error


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Name, type and whether it must be given, for each field; resolving types anew takes half of a record's time."""
    hints = get_type_hints(kind)
    return tuple(
        (each.name, hints[each.name], each.default is MISSING and each.default_factory is MISSING)
        for each in fields(kind)
    )
