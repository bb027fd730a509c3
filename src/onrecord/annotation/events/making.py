"""Drafts made into the events of a record."""

from collections.abc import Sequence

from onrecord.annotation.events.finding import Draft, find_drafts, voice_of
from onrecord.annotation.events.participants import Phrase
from onrecord.annotation.syntax import Sentence
from onrecord.record import Event, Mention, Participant, Statement, Time, Trigger, cut_all


def make_events(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """The events of a document in text order."""
    when = [(span.start, span.end) for time in times for span in time.spans]
    drafts = find_drafts(sentences, mentions, when)
    return tuple(
        _event(text, number, draft, sentences[draft.sentence], statements) for number, draft in enumerate(drafts)
    )


def _event(text: str, number: int, draft: Draft, sentence: Sentence, statements: Sequence[Statement]) -> Event:
    head = sentence.words[draft.trigger.head]
    return Event(
        id=f"e{number + 1}",
        type=draft.trigger.type,
        trigger=Trigger(cut_all(text, pieces(sentence, draft.trigger.words))),
        mode=draft.trigger.mode,
        actors=tuple(_participant(text, each) for each in draft.actors),
        recipients=tuple(_participant(text, each) for each in draft.recipients),
        voice=voice_of(head.start, head.end, statements),
        status=draft.status,
        within=None if draft.within is None else f"e{draft.within + 1}",
        root=draft.is_root,
    )


def _participant(text: str, phrase: Phrase) -> Participant:
    return Participant(cut_all(text, [phrase.bounds]), phrase.entity)


def pieces(sentence: Sentence, words: Sequence[int]) -> list[tuple[int, int]]:
    """The places of words, neighbours joined."""
    found: list[tuple[int, int]] = []
    before = None
    for index in words:
        word = sentence.words[index]
        if before is not None and index == before + 1:
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
        before = index
    return found
