"""Statements gathered into claims."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Self

from onrecord.analysis import Entry
from onrecord.errors import OnrecordError
from onrecord.interfaces.exports.claim.sameness import sameness
from onrecord.interfaces.exports.decisions import Decisions
from onrecord.interfaces.exports.identifiers import urn, web_address
from onrecord.interfaces.exports.wording import Wording, in_line
from onrecord.record import Entity, Participant, Record, Statement

# Acts that say that something is so; of the last two the content is what somebody says is not so.
ACTS = frozenset("assert believe predict concede accuse warn announce deny doubt".split())
NEGATING = ("deny", "doubt")

TABLE = "CREATE TABLE told (claim TEXT, day TEXT, document TEXT, start INTEGER, appearance TEXT)"
IN_ORDER = """
    SELECT claim, appearance FROM (SELECT *, min(day) OVER (PARTITION BY claim) AS first FROM told)
    ORDER BY first, claim, day, document, start
"""
# Sorts what has no date behind what has.
NO_DAY = "9999-99"

Appearance = dict[str, Any]


class Claims:
    """Keeps statements on disk until all are there; a context manager, after which they are gone."""

    def __enter__(self) -> Self:
        # An empty name is a database of SQLite's own, in a temporary file that nobody else sees.
        self._database = sqlite3.connect("")
        self._database.execute(TABLE)
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, entry: Entry) -> None:
        """Takes the claims of one document.

        Raises OnrecordError where the disk for temporary files is full.
        """
        document = entry.record.document
        rows = [
            (key, document.published or NO_DAY, document.id, told["start"], json.dumps(told))
            for key, told in _told(entry)
        ]
        try:
            self._database.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?)", rows)
        except sqlite3.Error as error:
            raise OnrecordError(
                f"temporary files cannot be written ({error}); free some space, or set TMPDIR"
            ) from error

    def all(self) -> Iterator[tuple[str, list[Appearance]]]:
        """Each claim's URN and its appearances, the first first; claims by their first day."""
        for key, rows in groupby(self._database.execute(IN_ORDER), key=lambda row: row[0]):
            yield key, [json.loads(row[1]) for row in rows]


def _told(entry: Entry) -> Iterator[tuple[str, Appearance]]:
    record = entry.record
    wording, decisions, named = Wording(record), Decisions(record), _named(record)
    entities = {entity.id: entity for entity in record.entities}
    for statement in record.statements:
        if statement.act in ACTS:
            yield (
                _key(entry, statement, named),
                _appearance(entry, statement, entities, wording) | decisions.properties("statements", statement.id),
            )


def _key(entry: Entry, statement: Statement, named: dict[str, str]) -> str:
    """The URN that one claim has in every document."""
    record = entry.record
    same = sameness(" ".join(span.text for span in statement.content.spans))
    if statement.source is None or same is None:
        return urn("claim", record.document.id, record.coder.identity, statement.id)
    side = statement.act if statement.act in NEGATING else "so"
    return urn("claim", _source(entry, statement.source, named), side or "", same)


def _source(entry: Entry, source: Participant, named: dict[str, str]) -> str:
    """What makes the sources of two statements one."""
    entity = source.entity or ""
    if known := entry.identities.get(entity):
        return f"identity {known.key}"
    if entity in named:
        return f"name {named[entity].casefold()}"
    return f"{entry.record.document.id} {entity or in_line(source.spans).casefold()}"


def _named(record: Record) -> dict[str, str]:
    """The names of the entities that the text names."""
    with_name = {mention.entity for mention in record.mentions if mention.form == "name"}
    return {entity.id: entity.name for entity in record.entities if entity.id in with_name}


def _appearance(entry: Entry, statement: Statement, entities: Mapping[str, Entity], wording: Wording) -> Appearance:
    """One statement with its document, and who makes it."""
    document = entry.record.document
    source = statement.source
    entity = entities.get(source.entity or "") if source else None
    known = entry.identities.get(entity.id) if entity else None
    name = known.name if known else entity.name if entity else in_line(source.spans) if source else None
    return {
        "document": document.id, "uri": document.uri, "url": web_address(document), "title": document.title,
        "outlet": document.outlet, "authors": list(document.authors), "published": document.published,
        "language": document.language, "origin": entry.origin,
        "source": name, "source_type": entity.type if entity else None,
        "identity": urn("identity", known.key) if known else None,
        "act": statement.act, "cue": in_line(statement.cue.spans) if statement.cue else None,
        "words": in_line(statement.content.spans), "start": statement.content.spans[0].start,
        "spans": [f"{span.start}-{span.end}" for span in statement.content.spans],
        "quotation": statement.quotation, "confidence": statement.confidence,
        "through": list(wording.claimants(statement.within)),
    }  # fmt: skip
