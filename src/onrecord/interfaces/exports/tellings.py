"""Events as a document tells them: one event with all that the record knows of it, put together for a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from onrecord.analysis import Casualties, CasualtyFigures, Entry
from onrecord.errors import RecordError
from onrecord.record import (
    Coder,
    Document,
    Entity,
    Event,
    Participant,
    Place,
    Record,
    Referents,
    Span,
    Spans,
    Statement,
    Time,
    Trigger,
    Voices,
    bounds,
)

WHAT_IS = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody in a role: the text's words, who that is in the document, and the key across documents if known."""

    spans: Spans
    entity: Entity | None = None
    key: str | None = None
    name: str | None = None
    is_pronoun: bool = False

    @property
    def words(self) -> str:
        """The text's words."""
        return " … ".join(span.text for span in self.spans)

    @property
    def called(self) -> str:
        """The usual name across documents, else the document's name, else the words."""
        return self.name or (self.entity.name if self.entity else self.words)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who claims something, and the words that say so; `role` is None where the text names nobody."""

    role: Role | None
    statement: Statement


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's account of one event, or of an act of speech coded as one (`act`).

    `voices` has whose claim it is, the innermost first, empty where the document itself reports it. `words` is the
    document's own text from the first to the last of what names the event and who takes part. `document` comes without
    its text, `length` is its length in code points.
    """

    document: Document
    length: int
    coder: Coder
    origin: str
    event: Event
    actors: tuple[Role, ...]
    recipients: tuple[Role, ...]
    time: Time | None
    place: Place | None
    voices: tuple[Voice, ...]
    casualties: Casualties
    words: Span
    made_by: str
    act: str | None = None
    confidence: float | None = None

    @property
    def key(self) -> str:
        """An id made of what the document says: its id, the trigger's place and the type."""
        spans = ",".join(f"{span.start}-{span.end}" for span in self.event.trigger.spans)
        return digest(self.document.id, spans, self.act or self.event.type)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which the text says that it happened; None where it does not, or not both."""
        return days_of(self.time.edtf) if self.time is not None else None

    @property
    def published(self) -> date | None:
        """The day of publication, where the document gives a whole one."""
        return day_of(self.document.published)


class Teller:
    """Puts together the tellings of one entry."""

    def __init__(self, entry: Entry) -> None:
        record = entry.record
        self._entry = entry
        self._referents = Referents(record)
        self._voices = Voices(record)
        self._casualties = CasualtyFigures(record)
        self._times = {each.id: each for each in record.times}
        self._places = {each.id: each for each in record.places}
        self._people = {(each.part, each.item) for each in record.reviews if each.verdict in ("add", "correct")}
        self._document = replace(record.document, text="")

    def of(self, event: Event) -> Telling:
        """The event with what it refers to."""
        named = [event.trigger.spans, *(each.spans for each in event.actors + event.recipients)]
        return Telling(
            document=self._document,
            length=len(self._record.document.text),
            coder=self._record.coder,
            origin=self._entry.origin or self._document.id,
            event=event,
            actors=tuple(map(self._role, event.actors)),
            recipients=tuple(map(self._role, event.recipients)),
            time=self._times.get(event.time or ""),
            place=self._places.get(event.place or ""),
            voices=self._voiced(event.voice),
            casualties=self._casualties.of(event),
            words=self._stretch(named),
            made_by=self._made_by("events", event.id),
        )

    def of_act(self, statement: Statement) -> Telling | None:
        """The act that somebody performs in saying something, as an event; None where it is not known who, or what.

        What it is said within is its voice.
        """
        if statement.cue is None or statement.act is None or self._referents.entity(statement.source) is None:
            return None
        told = Event(
            id=statement.id,
            type="",
            trigger=Trigger(statement.cue.spans),
            actors=(statement.source,) if statement.source else (),
            recipients=(statement.addressee,) if statement.addressee else (),
            time=statement.time,
            voice=statement.within,
        )
        telling = self.of(told)
        return replace(
            telling,
            act=statement.act,
            confidence=statement.confidence,
            casualties=Casualties(),
            made_by=self._made_by("statements", statement.id),
        )

    @property
    def _record(self) -> Record:
        return self._entry.record

    def _role(self, participant: Participant) -> Role:
        entity = self._referents.entity(participant)
        known = self._entry.identities.get(entity.id) if entity else None
        return Role(
            participant.spans,
            entity,
            known.key if known else None,
            known.name if known else None,
            self._referents.is_pronoun(participant),
        )

    def _voiced(self, voice: str | None) -> tuple[Voice, ...]:
        chain = self._voices.chain(voice)
        return tuple(Voice(self._role(each.source) if each.source else None, each) for each in chain)

    def _stretch(self, named: list[Spans]) -> Span:
        spans = [span for each in named for span in each]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        return Span(start, end, self._record.document.text[start:end])

    def _made_by(self, part: str, item: str) -> str:
        return "person" if (part, item) in self._people else "coder"


def happened(entry: Entry) -> Iterator[Telling]:
    """The events of a document that it says happened or go on, as its own report or as somebody's claim."""
    teller = Teller(entry)
    for event in entry.record.events:
        if event.status in WHAT_IS:
            yield teller.of(event)


def days_of(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day of an EDTF value; None for durations, open intervals and what has no value."""
    try:
        first, last = bounds(edtf or "")
    except RecordError:
        return None
    return None if first is None or last is None else (first, last)


def day_of(edtf: str | None) -> date | None:
    """The day that an EDTF value is; None where it is not one whole day."""
    days = days_of(edtf)
    return days[0] if days is not None and days[0] == days[1] else None


def number_of(key: str) -> int:
    """A key as a whole number below 2**60, which every reader of integers can hold."""
    return int(key[:15], 16)


def digest(*parts: str) -> str:
    """The first sixteen hexadecimal digits of the SHA-256 of several strings."""
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def independent_outlets(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The outlets that tell it of their own: the copies of one text count as the outlet of the original.

    A document that names no outlet stands for itself.
    """
    outlets: dict[str, str] = {}
    for telling in tellings:
        document = telling.document
        # The original's own outlet, wherever it comes in the order.
        if telling.origin not in outlets or document.id == telling.origin:
            outlets[telling.origin] = document.outlet or telling.origin
    return tuple(dict.fromkeys(outlets.values()))


def claimed_by(telling: Telling) -> str | None:
    """Whose claim it is, the innermost first: `Karl Stein, as told by the ministry`; None for a report."""
    if not telling.voices:
        return None
    names = [each.role.called if each.role else "somebody not named" for each in telling.voices]
    return ", as told by ".join(names)
