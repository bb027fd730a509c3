"""Entries looked up by a person: by words, in any order and without regard to capitals, or by a whole name."""

from collections.abc import Iterable, Sequence

from onrecord.codebooks.registry.entries import Entry
from onrecord.codebooks.registry.names import folded


def find_entries(entries: Iterable[Entry], words: Sequence[str]) -> list[Entry]:
    """The entries in whose names, offices or codes each of the words begins a word; all of them without words."""
    asked = [part for word in words for part in folded(word)]
    return [entry for entry in entries if all(any(w.startswith(a) for w in _words(entry)) for a in asked)]


def entries_named(entries: Iterable[Entry], name: str) -> list[Entry]:
    """The entries of a name or an id."""
    asked = folded(name)
    return [entry for entry in entries if entry.id == name or (asked and asked in map(folded, _names(entry)))]


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases, *entry.demonyms, *entry.seats)


def _words(entry: Entry) -> set[str]:
    offices = (word for office in entry.offices for word in (office.title, office.country or ""))
    return {word for told in (*_names(entry), entry.country or "", *offices) for word in folded(told)}
