"""An entry as JSON, in the words of docs/registry.md; what is empty is left out."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from onrecord.codebooks.registry.entries import Entry, Office


def entry_to_dict(entry: Entry) -> dict[str, Any]:
    """All that an entry holds."""
    told = {
        "id": entry.id,
        "name": entry.name,
        "type": entry.kind,
        "country": entry.country,
        "sectors": list(entry.sectors),
        "aliases": list(entry.aliases),
        "demonyms": list(entry.demonyms),
        "seats": list(entry.seats),
        "offices": [_office(office) for office in entry.offices],
        "ids": [f"{scheme}:{value}" for scheme, value in entry.ids],
        "source": entry.source,
        "fold": entry.fold,
        "is_breakaway": entry.is_breakaway,
        "standing": [
            _filled({"as": each.words, "from": each.since, "until": each.until, "source": each.source})
            for each in entry.standing
        ],
        "claimants": list(entry.claimants),
        "recognition": entry.recognition,
        "called": {side: list(names) for side, names in entry.called},
    }
    return _filled(told)


def canonical_lines(entries: Iterable[Entry]) -> list[str]:
    """One line of JSON an entry, in the order of their ids: the same entries always give the same lines."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    return [json.dumps(entry_to_dict(entry), ensure_ascii=False) + "\n" for entry in ordered]


def digest(entries: Iterable[Entry]) -> str:
    """Twelve hexadecimal digits that stand for these entries: SHA-256 of their canonical lines, cut."""
    return hashlib.sha256("".join(canonical_lines(entries)).encode()).hexdigest()[:12]


def _office(office: Office) -> dict[str, Any]:
    told = {
        "title": office.title,
        "country": office.country,
        "sectors": list(office.sectors),
        "from": office.since,
        "until": office.until,
    }
    return _filled(told)


def _filled(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}
