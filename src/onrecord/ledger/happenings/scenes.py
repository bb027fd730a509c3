"""Where a text is when it goes on to tell of something without saying when or where."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.ledger.happened import EventRow, Scene

REACH = 600
"""How many characters a scene reaches."""
PAST = frozenset({"happened", "ongoing", "not-happened"})


def framed(rows: Sequence[EventRow]) -> Iterator[EventRow]:
    """The events of one document, each without a day and a place with those of the last one told before it.

    Only what took place, or did not, goes on from what took place: a visit that is planned has a day of its own.
    """
    last: EventRow | None = None
    for row in rows:
        if row.status not in PAST:
            yield row
        elif row.place is None and row.first is None and row.last is None:
            near = last is not None and row.start - last.end <= REACH
            yield replace(row, scene=_scene(last)) if near and last is not None else row
        else:
            yield row
            last = row


def _scene(row: EventRow) -> Scene:
    return Scene(row.first, row.last, row.place, row.place_country, row.geonames)
