"""A document's text with the marks that a page shows on it: the statements, mentions, events, times and places."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from onrecord.interfaces.web.claims import note_of
from onrecord.interfaces.web.segments import Mark, Segment, cut_segments, nest_segments, split_paragraphs
from onrecord.record import Event, MentionForm, Record, Referents, Spans, Statement, Voices

FORMS = frozenset(get_args(MentionForm))
# What else is marked within statements; the first three of them open a card.
CODED = ("trigger", "time", "place", "actor", "recipient")
INNER = FORMS | set(CODED)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a stretch and the mentions it belongs to, `m1:name m2:pronoun`, the innermost first.

    `means` is the name of whom it means, where it is a pronoun that is a statement's source. `coded` are the events,
    times and places it belongs to, `e1:trigger t1:time`, and `classes` how these look. `note` stands behind the last
    piece of a trigger: the sign of its status and, where it is a claim, by whom.
    """

    text: str
    mentions: str = ""
    means: str | None = None
    coded: str = ""
    classes: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text: its pieces, CSS classes and the statements it belongs to, the innermost first."""

    pieces: tuple[Piece, ...]
    classes: str = ""
    targets: str = ""


def marked_paragraphs(record: Record, referents: Referents) -> tuple[tuple[Stretch, ...], ...]:
    """The paragraphs of a record's text; all that is marked but statements is pieces of stretches that these make."""
    marks = [mark for statement in record.statements for mark in _statement_marks(statement)]
    for event in record.events:
        marks += _event_marks(event)
    marks += [mark for time in record.times for mark in _marks(time.spans, "time", time.id)]
    marks += [mark for place in record.places for mark in _marks(place.spans, "place", place.id)]
    for mention in record.mentions:
        if mention.entity is not None:
            marks += _marks(mention.spans, mention.form, mention.id)
    pieces = _Pieces(record, referents)
    return tuple(
        tuple(_stretch(outer, run, pieces) for outer, run in nest_segments(paragraph, _is_inner))
        for paragraph in split_paragraphs(cut_segments(record.document.text, marks))
    )


class _Pieces:
    """What the pieces of one record's text show."""

    def __init__(self, record: Record, referents: Referents) -> None:
        self._meant = _meant(record, referents)
        self._events = {event.id: event for event in record.events}
        self._notes: dict[int, dict[str, None]] = defaultdict(dict)
        voices = Voices(record)
        for event in record.events:
            note = note_of(event, voices.chain(event.voice), referents)
            if note:
                self._notes[event.trigger.spans[-1].end][note] = None

    def of(self, segment: Segment) -> Piece:
        """The piece that a segment is, with its inner marks."""
        if not segment.marks:
            return Piece(segment.text)
        mentions = [mark for mark in segment.marks if mark.role in FORMS]
        coded = [mark for mark in segment.marks if mark.role not in FORMS]
        pronouns = ((mark.start, mark.end) for mark in mentions if mark.role == "pronoun")
        triggers = [self._events[mark.target] for mark in coded if mark.role == "trigger"]
        notes = self._notes.get(segment.start + len(segment.text)) if triggers else None
        return Piece(
            segment.text,
            mentions=_told(mentions),
            means=next((self._meant[place] for place in pronouns if place in self._meant), None),
            coded=_told(coded),
            classes=" ".join(_classes(coded, triggers)),
            note="; ".join(notes) if notes else None,
        )


def _classes(coded: list[Mark], triggers: list[Event]) -> Iterator[str]:
    roles = {mark.role for mark in coded}
    yield from (role for role in ("trigger", "time", "place") if role in roles)
    if triggers and all(event.voice for event in triggers):
        yield "claimed"


def _told(marks: list[Mark]) -> str:
    return " ".join(dict.fromkeys(f"{mark.target}:{mark.role}" for mark in marks))


def _statement_marks(statement: Statement) -> list[Mark]:
    marks = _marks(statement.content.spans, "content", statement.id)
    marks += _marks(statement.source.spans, "source", statement.id) if statement.source else []
    return marks + (_marks(statement.cue.spans, "cue", statement.id) if statement.cue else [])


def _event_marks(event: Event) -> Iterator[Mark]:
    yield from _marks(event.trigger.spans, "trigger", event.id)
    for role, participants in (("actor", event.actors), ("recipient", event.recipients)):
        for participant in participants:
            yield from _marks(participant.spans, role, event.id)


def _marks(spans: Spans, role: str, target: str) -> list[Mark]:
    return [Mark(span.start, span.end, role, target) for span in spans]


def _is_inner(mark: Mark) -> bool:
    return mark.role in INNER


def _meant(record: Record, referents: Referents) -> dict[tuple[int, int], str]:
    """The name of whom it means, for the place of every pronoun that is a source."""
    sources = [statement.source for statement in record.statements if statement.source]
    found = ((source, referents.entity(source)) for source in sources if referents.is_pronoun(source))
    return {(span.start, span.end): entity.name for source, entity in found if entity for span in source.spans}


def _stretch(outer: tuple[Mark, ...], run: list[Segment], pieces: _Pieces) -> Stretch:
    roles = sorted({mark.role for mark in outer})
    targets = dict.fromkeys(mark.target for mark in outer)
    return Stretch(tuple(pieces.of(segment) for segment in run), " ".join(roles), " ".join(targets))
