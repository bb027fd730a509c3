"""Equal things put together, however many: grouped on disk, so that a hundred thousand documents need no memory."""

import pickle
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from onrecord.interfaces.exports.tellings import Role, Telling, digest
from onrecord.interfaces.output import CannotWrite

Item = TypeVar("Item")


def together(items: Iterable[tuple[str, Item]]) -> Iterator[list[Item]]:
    """The items of one key in the order they came, and the keys in the order of their first ones.

    Raises CannotWrite where the disk has no room for them.
    """
    with (
        tempfile.TemporaryDirectory(prefix="onrecord-") as folder,
        closing(sqlite3.connect(Path(folder) / "items.db", isolation_level=None)) as database,
    ):
        try:
            _keep(items, database)
        except sqlite3.Error as error:
            raise CannotWrite(f"{folder}: {error}; set TMPDIR to a folder with more room") from error
        kept = database.execute("SELECT key, value FROM item ORDER BY key, number")
        for _, rows in groupby(kept, key=lambda row: row[0]):
            yield [pickle.loads(zlib.decompress(value)) for _, value in rows]


def _keep(items: Iterable[tuple[str, Item]], database: sqlite3.Connection) -> None:
    """The items in a table under the number of the first one of their key."""
    database.executescript(
        """
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        CREATE TABLE key (name TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
        CREATE TABLE item (key INTEGER, number INTEGER, value BLOB, PRIMARY KEY (key, number));
        BEGIN;
        """
    )
    for number, (key, item) in enumerate(items):
        database.execute("INSERT OR IGNORE INTO key VALUES (?, ?)", (key, number))
        (first,) = database.execute("SELECT number FROM key WHERE name = ?", (key,)).fetchone()
        value = zlib.compress(pickle.dumps(item), 1)
        database.execute("INSERT INTO item VALUES (?, ?, ?)", (first, number, value))


def sameness(
    telling: Telling, code: str, actors: Sequence[Role], recipients: Sequence[Role], *, or_published: bool
) -> str:
    """What the tellings of one event share: its code, who takes part, the day, the place.

    Two are one only where all who take part are known across documents, at least one does, and the day or else the
    place is known; `or_published` lets the day of publication stand for one that the text does not tell. Any other
    telling is an event by itself: of two shellings nobody knows that they are one.
    """
    day = telling.time.edtf if telling.time is not None else None
    if day is None and or_published and telling.published is not None:
        day = telling.published.isoformat()
    place = telling.place
    where = f"{place.geonames or place.near or place.name}" if place is not None else ""
    who = [[_identity(role) for role in roles] for roles in (actors, recipients)]
    if not any(who) or None in who[0] + who[1] or not (day or where):
        return digest(telling.key, *(f"{role.spans[0].start}" for role in (*actors, *recipients)))
    known = [sorted(each for each in roles if each) for roles in who]
    return digest(code, day or "", where, *known[0], "to", *known[1])


def _identity(role: Role) -> str | None:
    """Who that is across documents: the identity's key, else the registry's entry."""
    return role.key or (role.entity.registry if role.entity else None)
