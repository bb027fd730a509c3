"""Where the user's own entries are kept: a file of JSON Lines, one entry a line, in the order of their ids."""

import json
import os
from pathlib import Path
from typing import Any

import platformdirs

from onrecord.codebooks.registry.entries import Entry, Office
from onrecord.codebooks.registry.own.complaints import WrongValue
from onrecord.codebooks.registry.own.values import read_date, read_id, read_kind, read_name, read_sectors
from onrecord.errors import RegistryError

VARIABLE = "ONRECORD_REGISTRY"
FILE = "registry.jsonl"


def own_path() -> Path:
    """The file of own entries: what ONRECORD_REGISTRY names, else registry.jsonl in the user's data folder."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_data_path("onrecord", appauthor=False) / FILE


def load_own(path: Path | None = None) -> dict[str, Entry]:
    """The own entries by id; none where the file is not there yet.

    Raises RegistryError, naming the line, for a file that is no registry.
    """
    path = path or own_path()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: cannot be read as a registry: {error}") from error
    entries = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                entry = entry_from_dict(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise RegistryError(
                    f"{path}, line {number}: is no entry of a registry ({error}); mend the line or take it out"
                ) from error
            entries[entry.id] = entry
    return entries


def entry_from_dict(told: dict[str, Any]) -> Entry:
    """The entry of which `entry_to_dict` gave this, with what a user's own may hold. Raises ValueError for another."""
    told = dict(told)
    kind = read_kind(told.pop("type"))
    if kind is None:
        raise WrongValue("type is missing")
    entry = Entry(
        id=_text(told.pop("id")) or "",
        name=read_name(told.pop("name")),
        kind=kind,
        country=_text(told.pop("country", None)),
        sectors=read_sectors("; ".join(told.pop("sectors", []))),
        aliases=tuple(read_name(alias) for alias in told.pop("aliases", [])),
        offices=tuple(_office(dict(each)) for each in told.pop("offices", [])),
        ids=tuple(read_id(each) for each in told.pop("ids", [])),
        source=_text(told.pop("source", "")) or "",
    )
    if told:
        raise WrongValue(f"it does not hold {', '.join(told)}")
    return entry


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise WrongValue(f"{value!r} is no text")
    return value


def _office(told: dict[str, Any]) -> Office:
    office = Office(
        title=_text(told.pop("title")) or "",
        country=_text(told.pop("country", None)),
        sectors=read_sectors("; ".join(told.pop("sectors", []))),
        since=read_date(told.pop("from", "")),
        until=read_date(told.pop("until", "")),
    )
    if told:
        raise WrongValue(f"an office does not hold {', '.join(told)}")
    return office
