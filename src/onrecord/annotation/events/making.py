"""Takes the layers of a document, gives its PLOVER events, each with whose claim it is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotation.claims import Claims, pieces
from onrecord.annotation.events.contexts import ContextFinder
from onrecord.annotation.events.finding import Draft, find_drafts
from onrecord.annotation.events.modes import mode_of_words, with_modes
from onrecord.annotation.events.participants import Phrase
from onrecord.annotation.events.speech import acts_as_events
from onrecord.annotation.events.status import clause_status
from onrecord.annotation.models import EventReader
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import VERBAL
from onrecord.record import (
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Spans,
    Statement,
    Status,
    Time,
    Trigger,
    bounds,
    cut_all,
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event before it has an id: as a sentence tells it, or as a statement is one."""

    type: str
    mode: str | None
    trigger: Spans
    status: Status
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    root: bool
    draft: int | None = None
    within: int | None = None
    time: str | None = None
    place: str | None = None
    beside: tuple[int, ...] = ()


def make_events(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    statements: Sequence[Statement],
    places: Sequence[Place] = (),
    published: str | None = None,
    reader: EventReader | None = None,
    paragraphs: Sequence[Bounds] = (),
    entities: Sequence[Entity] = (),
) -> tuple[Event, ...]:
    """The events of a document in text order; what is dated after `published` (EDTF) has not happened yet."""
    future = {time.id for time in times if _is_after(time, published)}
    drafts = find_drafts(text, sentences, mentions, times, places, reader)
    drafts = with_modes(drafts, sentences, entities, places)
    starts = [sentence.start for sentence in sentences]
    voices = Claims([each for each in statements if not _is_gainsaid(each, sentences, starts)])
    act_of = {statement.id: statement.act for statement in statements}
    told = [_told(text, number, draft, sentences[draft.sentence]) for number, draft in enumerate(drafts)]
    # Whose claim it is must be known: better no event than a claim as the text's own report.
    told = [
        each
        for each, draft in zip(told, drafts, strict=True)
        if not draft.is_reported or voices.of(each.trigger, draft.beside)
    ]
    taken = [span for each in told for span in each.trigger]
    told += [
        Told(
            act.type,
            mode_of_words(act.type, sentences, starts, act.trigger),
            act.trigger,
            "happened",
            act.actors,
            act.recipients,
            root=True,
            time=act.time,
        )
        for act in acts_as_events(text, sentences, mentions, statements, taken)
    ]
    told.sort(key=lambda each: (each.trigger[0].start, each.trigger[-1].end, each.type))
    name_of = {each.draft: f"e{number}" for number, each in enumerate(told, 1) if each.draft is not None}
    events = (
        Event(
            id=f"e{number}",
            type=each.type,
            trigger=Trigger(each.trigger),
            mode=each.mode,
            actors=each.actors,
            recipients=each.recipients,
            time=each.time,
            place=each.place,
            voice=(voice := voices.of(each.trigger, each.beside)),
            status=_as_said(each, act_of.get(voice) if voice else None, is_future=each.time in future),
            within=None if each.within is None else name_of.get(each.within),
            root=each.root,
        )
        for number, each in enumerate(told, 1)
    )
    finder = ContextFinder(sentences, paragraphs, entities, statements)
    return tuple(replace(event, contexts=finder.of(event)) for event in events)


def _is_gainsaid(statement: Statement, sentences: Sequence[Sentence], starts: Sequence[int]) -> bool:
    """Whether the text denies what a statement has: `they have not fled, as some media reported`."""
    if statement.cue is None or not sentences:
        return False
    sentence = sentences[max(bisect_right(starts, statement.cue.spans[0].start) - 1, 0)]
    for index, word in enumerate(sentence.words):
        if word.dep == "advcl" and any(span.start <= word.start < span.end for span in statement.cue.spans):
            marks = [sentence.words[child].lemma for child in sentence.children[index]]
            return "as" in marks and clause_status(sentence, word.head) == "not-happened"
    return False


def _is_after(time: Time, published: str | None) -> bool:
    """Whether a time begins after the day of publication."""
    if published is None or time.edtf is None or time.kind not in ("point", "interval"):
        return False
    first, _ = bounds(time.edtf)
    _, last = bounds(published[:10])
    return first is not None and last is not None and first > last


def _as_said(told: Told, act: str | None, *, is_future: bool) -> Status:
    """What becomes of an event by what is done in telling of it, and by when: what is asked about or denied is not told
    to be so, and what is dated after the text is still to come."""
    if is_future and told.status in ("happened", "ongoing") and told.type not in VERBAL - {"CONSULT"}:
        return "planned"
    if act == "ask" and told.status != "not-happened" and told.within is None:
        return "possible"
    if act in ("want", "fear", "propose") and told.status == "planned":
        return "possible"
    if act == "deny" and told.status == "happened" and told.root:
        return "not-happened"
    return told.status


def _told(text: str, number: int, draft: Draft, sentence: Sentence) -> Told:
    return Told(
        draft.trigger.type,
        draft.trigger.mode,
        cut_all(text, pieces(sentence, draft.trigger.words)),
        draft.status,
        tuple(_participant(text, each) for each in draft.actors),
        tuple(_participant(text, each) for each in draft.recipients),
        draft.is_root,
        number,
        draft.within,
        draft.time,
        draft.place,
        draft.beside,
    )


def _participant(text: str, phrase: Phrase) -> Participant:
    return Participant(cut_all(text, [phrase.bounds]), phrase.entity)
