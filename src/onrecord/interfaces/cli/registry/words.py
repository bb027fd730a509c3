"""Entries in a few words: offices with their terms, whose an entry is, and what changed in it."""

from dataclasses import fields

from onrecord.codebooks.registry import Entry, Office, Registry
from onrecord.interfaces.cli.tables import shown

LABELS = {"kind": "type", "sectors": "sector"}
NOTHING = "–"


def term(since: str | None, until: str | None) -> str:
    """A term as an EDTF interval; nothing where neither end is known."""
    return f"{since or '..'}/{until or '..'}" if since or until else ""


def office_words(office: Office) -> str:
    """An office with its country, sectors and term."""
    told = (office.title, office.country, "; ".join(office.sectors), term(office.since, office.until))
    return shown(", ".join(filter(None, told)))


def whose(entry: Entry, shipped: Registry) -> str:
    """Whether an entry is as shipped, the user's own, or a shipped one to which the user's was joined."""
    known = shipped.entries.get(entry.id)
    if known is None:
        return "own"
    return "shipped" if known == entry else "shipped and own"


def differences(before: Entry, after: Entry) -> list[str]:
    """What changed between two versions of an entry, a field at a time."""
    told = []
    for field in fields(Entry):
        old, new = getattr(before, field.name), getattr(after, field.name)
        label = LABELS.get(field.name, field.name)
        if old == new:
            continue
        if not isinstance(old, tuple):
            told.append(f"{label} {_words(old)} → {_words(new)}")
            continue
        gone = [f"− {_words(each)}" for each in old if each not in new]
        come = [f"+ {_words(each)}" for each in new if each not in old]
        told.append(f"{label} {', '.join([*gone, *come]) or 'in another order'}")
    return told


def _words(value: object) -> str:
    if isinstance(value, Office):
        return office_words(value)
    if isinstance(value, tuple):
        return shown(":".join(map(str, value)))
    return shown(str(value)) if value else NOTHING
