"""Items and decisions in words, a line each, for a terminal."""

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.interfaces.cli.tables import cut_off, shown, words_of
from onrecord.ledger import Review
from onrecord.record import Part, Participant, Record, Reviewed

LONGEST = 90
PARTS: tuple[Part, ...] = ("statements", "events", "terms", "figures", "entities", "mentions", "times", "places")
DONE = {
    "confirm": "confirmed", "correct": "corrected", "reject": "rejected", "add": "added", "comment": "commented on",
    "undone": "undone",
}  # fmt: skip


def line_of_review(review: Review, state: str = "") -> str:
    """`3  2026-01-02 10:00  ana  corrected source of statements “that …”: why`."""
    what = f"{review.field} of {review.part}" if review.field else review.part
    words = f" “{cut_off(shown(review.words), 50)}”" if review.words else ""
    done = f"took back {review.reverses}, on" if review.reverses else DONE[review.verdict]
    told = f"{review.number:>4}  {review.when[:16].replace('T', ' ')}  {shown(review.who)}  {done} {what}{words}"
    return told + (f": {shown(review.why)}" if review.why else "") + (f"  ({state})" if state else "")


def lines_of(record: Record, parts: Iterable[Part]) -> Iterator[tuple[Part, str, str]]:
    """(part, id, words) of each item, the document's metadata first."""
    document = record.document
    facts = filter(None, (document.title, document.outlet, document.published, document.uri))
    yield "document", "document", ", ".join(facts)
    for part in parts:
        for item in getattr(record, part):
            yield part, item.id, shown(_line(record, part, item))


def decisions_on(record: Record, part: Part, item: str) -> list[Reviewed]:
    """What people decided on an item that stands in the record."""
    name = record.document.id if part == "document" else item
    return [each for each in record.reviews if (each.part, each.item) == (part, name)]


def state_of(decisions: Iterable[Reviewed]) -> str:
    """`source corrected by ana (3); act confirmed by bo (4)`; empty for what only the coder made."""
    return "; ".join(
        f"{each.field + ' ' if each.field else ''}{DONE[each.verdict]} by {shown(each.who)} ({each.number})"
        for each in decisions
    )


def _line(record: Record, part: Part, item: Any) -> str:
    names = {each.id: each.name for each in record.entities}
    if part == "statements":
        cue = words_of(item.cue.spans if item.cue else None)
        return f"{_somebody(item.source, names)} | {cue} | {cut_off(words_of(item.content.spans), LONGEST)}"
    if part == "events":
        kind = f"{item.type} {item.mode}" if item.mode else item.type
        who, whom = (", ".join(_somebody(each, names) for each in side) for side in (item.actors, item.recipients))
        voice = f", says {item.voice}" if item.voice else ""
        return f"{kind}: {who or '–'} | {words_of(item.trigger.spans)} | {whom or '–'} ({item.status}{voice})"
    if part == "terms":
        return (
            f"{item.matter} {item.bound} {item.edtf or '?'} | {_somebody(item.subject, names)} | {words_of(item.spans)}"
        )
    if part == "figures":
        counts = item.counts.lemma if item.counts else "–"
        return f"{item.low} to {item.high} | {counts} | {words_of(item.spans)}"
    if part == "entities":
        return ", ".join(filter(None, (item.name, item.type, item.country, item.sector, item.role)))
    if part == "mentions":
        return f"{words_of(item.spans)} | {item.form} | {names.get(item.entity or '', '–')}"
    if part == "times":
        return f"{words_of(item.spans)} | {item.kind} | {item.edtf or '–'}"
    return f"{words_of(item.spans)} | {', '.join(filter(None, (item.name, item.country)))} | {item.kind}"


def _somebody(participant: Participant | None, names: dict[str, str]) -> str:
    if participant is None:
        return "–"
    words = words_of(participant.spans)
    name = names.get(participant.entity or "")
    return f"{words} ({name})" if name and name.casefold() not in words.casefold() else words
