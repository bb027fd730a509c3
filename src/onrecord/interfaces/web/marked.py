"""A document's text with the marks that a page shows on it: what statements, times and mentions it stands in."""

from dataclasses import dataclass
from typing import get_args

from onrecord.interfaces.web.segments import Mark, Segment, cut_segments, nest_segments, split_paragraphs
from onrecord.record import MentionForm, Record, Referents, Statement

FORMS = frozenset(get_args(MentionForm))


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a stretch and the mentions it belongs to, `m1:name m2:pronoun`, the innermost first.

    `means` is the name of whom it means, where it is a pronoun that is a statement's source.
    """

    text: str
    mentions: str = ""
    means: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text: its pieces, CSS classes and the statements it belongs to, the innermost first."""

    pieces: tuple[Piece, ...]
    classes: str = ""
    targets: str = ""


def marked_paragraphs(record: Record, referents: Referents) -> tuple[tuple[Stretch, ...], ...]:
    """The paragraphs of a record's text; mentions are pieces of the stretches that statements and times make."""
    marks = [mark for statement in record.statements for mark in _marks(statement)]
    marks += [Mark(span.start, span.end, "time", time.id) for time in record.times for span in time.spans]
    marks += [
        Mark(span.start, span.end, mention.form, mention.id)
        for mention in record.mentions
        if mention.entity is not None
        for span in mention.spans
    ]
    meant = _meant(record, referents)
    return tuple(
        tuple(_stretch(outer, run, meant) for outer, run in nest_segments(paragraph, _is_mention))
        for paragraph in split_paragraphs(cut_segments(record.document.text, marks))
    )


def _marks(statement: Statement) -> list[Mark]:
    parts = [("content", statement.content.spans)]
    parts += [("source", statement.source.spans)] if statement.source else []
    parts += [("cue", statement.cue.spans)] if statement.cue else []
    return [Mark(span.start, span.end, role, statement.id) for role, spans in parts for span in spans]


def _is_mention(mark: Mark) -> bool:
    return mark.role in FORMS


def _meant(record: Record, referents: Referents) -> dict[tuple[int, int], str]:
    """The name of whom it means, for the place of every pronoun that is a source."""
    sources = [statement.source for statement in record.statements if statement.source]
    found = ((source, referents.entity(source)) for source in sources if referents.is_pronoun(source))
    return {(span.start, span.end): entity.name for source, entity in found if entity for span in source.spans}


def _stretch(outer: tuple[Mark, ...], run: list[Segment], meant: dict[tuple[int, int], str]) -> Stretch:
    roles = sorted({mark.role for mark in outer})
    targets = dict.fromkeys(mark.target for mark in outer if mark.role != "time")
    return Stretch(tuple(_piece(segment, meant) for segment in run), " ".join(roles), " ".join(targets))


def _piece(segment: Segment, meant: dict[tuple[int, int], str]) -> Piece:
    pronouns = ((mark.start, mark.end) for mark in segment.marks if mark.role == "pronoun")
    means = next((meant[place] for place in pronouns if place in meant), None)
    return Piece(segment.text, " ".join(f"{mark.target}:{mark.role}" for mark in segment.marks), means)
