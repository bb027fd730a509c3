"""Events as a table a person reads: who did what to whom, and as whose claim."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from onrecord.interfaces.cli.tables import cut_off, new_table, shown, who_of, words_of
from onrecord.record import Event, Participant, Record, Referents, Statement, Voices

LONGEST_VOICE = 40
WIDEST_PLACE = 12
CLAIMED = "» "
"""Stands before who is said to have done it where the document does not report it itself, so that no cut-off or copied
row passes for a report."""


def event_table(record: Record) -> Table | Text:
    """A record's events, one a row; columns that nothing fills are left out."""
    if not record.events:
        return Text("  no events", style="dim")
    referents, voices = Referents(record), Voices(record)
    times = {time.id: shown(time.edtf or words_of(time.spans)) for time in record.times}
    places = {place.id: shown(f"{place.name}, {place.country}" if place.country else place.name)
              for place in record.places}  # fmt: skip
    when = any(event.time for event in record.events)
    where = any(event.place for event in record.events)
    table = new_table()
    table.add_column("who", ratio=4)
    table.add_column("did what", ratio=5)
    table.add_column("to whom", ratio=4)
    table.add_column("status", no_wrap=True, min_width=12)
    if when:
        table.add_column("when", width=10, overflow="fold")
    if where:
        table.add_column(
            "where", width=min(WIDEST_PLACE, max(len(each) for each in (*places.values(), "where"))), overflow="fold"
        )
    table.add_column("as whose claim", ratio=4)
    for event in record.events:
        chain = voices.chain(event.voice)
        cells = [
            Text.assemble(CLAIMED if chain else "", _people(event.actors, referents)),
            _deed(event),
            _people(event.recipients, referents),
            Text(event.status),
            *([Text(times.get(event.time or "", ""))] if when else []),
            *([Text(places.get(event.place or "", ""))] if where else []),
            _claim(chain, referents),
        ]
        table.add_row(*cells, style="italic" if chain else None)
    return table


def _deed(event: Event) -> Text:
    """`ASSAULT aerial: bombed`; an arrow where it is what another event is about."""
    kind = f"{event.type} {event.mode}" if event.mode else event.type
    return Text.assemble("↳ " if event.within else "", (kind, "bold"), f": {words_of(event.trigger.spans)}")


def _people(participants: Iterable[Participant], referents: Referents) -> Text:
    return Text("; ").join(who_of(each, referents) for each in participants) or Text("–")


def _claim(chain: Iterable[Statement], referents: Referents) -> Text:
    """`says Harutyunyan`; of what the ministry says that Stein said, `Stein, says the ministry`. Empty for a report."""
    names = [_name(each.source, referents) for each in chain]
    if len(names) == 1:
        return Text(f"says {names[0]}")
    return Text(", says ".join(names))


def _name(source: Participant | None, referents: Referents) -> str:
    """Whom the words of a source mean, where they name nobody; else the words."""
    if source is None:
        return "somebody unnamed"
    entity = referents.unnamed(source)
    return cut_off(shown(entity.name) if entity else words_of(source.spans), LONGEST_VOICE)
