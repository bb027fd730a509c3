"""What the reading page tells of an event, a time or a place when its words are pointed at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.codebooks import load_event_types
from onrecord.interfaces.web.claims import MEANINGS, SIGNS, name_of
from onrecord.interfaces.web.who import line_of
from onrecord.record import Event, Participant, Place, Record, Referents, Spans, Statement, Time, Voices

LONGEST = 80
KM_ACROSS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a row; `href` leads to the statement, entity, event, time or place that they are about."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a card. Its name says what it tells: who, to whom, when."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class CodedCard:
    """A card: what it is, its status or value, its rows; `also` are the time and place that are lit up with it."""

    title: str
    badge: str
    rows: tuple[Row, ...]
    is_claimed: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedCards:
    """All cards of a record by id, and the meanings of the event types among them."""

    cards: dict[str, CodedCard]
    meanings: dict[str, str]
    events: int
    times: int
    places: int

    def to_plain(self) -> dict[str, Any]:
        """As the page's script reads it, kept short: a long document has thousands."""
        return {
            "meanings": self.meanings,
            "cards": {name: _plain(card) for name, card in self.cards.items()},
        }


def coded_cards(record: Record, referents: Referents) -> CodedCards:
    """The cards of a record's events, times and places."""
    maker = _Maker(record, referents)
    cards = {event.id: maker.event(event) for event in record.events}
    cards |= {time.id: time_card(time) for time in record.times}
    cards |= {place.id: place_card(place) for place in record.places}
    types = load_event_types()
    return CodedCards(
        cards=cards,
        meanings={event.type: types[event.type].meaning for event in record.events if event.type in types},
        events=len(record.events),
        times=len(record.times),
        places=len(record.places),
    )


def time_card(time: Time) -> CodedCard:
    """What a time is worth, and how that was reckoned."""
    return CodedCard(time.edtf or "no value", time.kind, (Row("words", (Part(words(time.spans)),)), *_reckoning(time)))


def place_card(place: Place) -> CodedCard:
    """Which place is meant, and where it lies."""
    rows = [("words", words(place.spans)), ("country", place.country), ("lies at", _coordinates(place))]
    rows += [("extent", _extent(place)), ("region", place.iso), ("feature", place.feature)]
    rows += [("GeoNames", str(place.geonames) if place.geonames is not None else None)]
    return CodedCard(place.name, place.kind, tuple(Row(name, (Part(value),)) for name, value in rows if value))


class _Maker:
    """Makes the cards of one record's events."""

    def __init__(self, record: Record, referents: Referents) -> None:
        self._referents = referents
        self._voices = Voices(record)
        self._events = {event.id: event for event in record.events}
        self._times = {time.id: time for time in record.times}
        self._places = {place.id: place for place in record.places}

    def event(self, event: Event) -> CodedCard:
        """The card of an event."""
        chain = self._voices.chain(event.voice)
        return CodedCard(
            title=f"{event.type} {event.mode}" if event.mode else event.type,
            badge=f"{SIGNS[event.status]} {MEANINGS[event.status]}".strip(),
            rows=tuple(row for row in self._rows(event, chain) if row.parts),
            is_claimed=bool(chain),
            also=tuple(filter(None, (event.time, event.place))),
        )

    def _rows(self, event: Event, chain: Sequence[Statement]) -> Iterator[Row]:
        yield Row("claimed" if chain else "told", tuple(self._voice(chain)) or (Part("by the text itself"),))
        yield Row("words", (Part(words(event.trigger.spans)),))
        yield Row("who", self._people(event.actors))
        yield Row("to whom", self._people(event.recipients))
        if event.time:
            time = self._times[event.time]
            yield Row("when", (Part(words(time.spans), f"#{time.id}"), Part(f" {time.edtf or 'no value'}")))
            yield from _reckoning(time)
        if event.place:
            place = self._places[event.place]
            facts = " · ".join(filter(None, (place.country, _coordinates(place), _extent(place))))
            yield Row("where", (Part(place.name, f"#{place.id}"), Part(f" {facts}")))
        if event.within:
            outer = self._events[event.within]
            yield Row("within", (Part(f"{outer.type}: {words(outer.trigger.spans)}", f"#{outer.id}"),))
        if event.contexts:
            yield Row("context", (Part(", ".join(event.contexts)),))

    def _voice(self, chain: Sequence[Statement]) -> Iterator[Part]:
        """`The ministry says: Karl Stein denied:`, the outermost voice first, in the text's own cues."""
        for number, statement in enumerate(reversed(chain)):
            cue = words(statement.cue.spans) if statement.cue else ""
            said = cue if any(letter.isalpha() for letter in cue) else "says"
            if number:
                yield Part(" ")
            yield Part(f"{name_of(statement.source, self._referents, LONGEST)} {said}:", f"#{statement.id}")

    def _people(self, participants: Sequence[Participant]) -> tuple[Part, ...]:
        parts: list[Part] = []
        for participant in participants:
            if parts:
                parts.append(Part("; "))
            parts.append(Part(words(participant.spans), f"#{participant.entity}" if participant.entity else None))
            facts = line_of(participant, self._referents)
            if facts:
                parts.append(Part(f" ({facts})"))
        return tuple(parts)


def words(spans: Spans) -> str:
    """The words of a broken or whole phrase on one line, shortened where they are many."""
    told = " ".join(" … ".join(span.text for span in spans).split())
    return told if len(told) <= LONGEST else told[: LONGEST - 1].rstrip() + "…"


def _reckoning(time: Time) -> Iterator[Row]:
    if time.arithmetic:
        yield Row("reckoned", (Part(time.arithmetic),))
    elif time.edtf is None:
        yield Row("reckoned", (Part("the words do not settle it"),))
    if time.anchor:
        yield Row("counted from", (Part(time.anchor),))


def _coordinates(place: Place) -> str | None:
    return None if place.lat is None or place.lon is None else f"{place.lat:.3f}, {place.lon:.3f}"


def _extent(place: Place) -> str | None:
    across = place.precision_km and f"about {KM_ACROSS * place.precision_km:.3g} km across"
    if place.kind == "area":
        return f"an area, {across}" if across else "an area"
    return across or None


def _plain(card: CodedCard) -> dict[str, Any]:
    rows = [
        [row.name, [part.text if part.href is None else [part.text, part.href] for part in row.parts]]
        for row in card.rows
    ]
    return {"title": card.title, "badge": card.badge, "rows": rows, "claimed": card.is_claimed, "also": card.also}
