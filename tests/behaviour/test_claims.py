"""No claim is shown as a reported fact: on the shipped examples, every event that somebody tells has a voice."""

from pathlib import Path

import pytest
from tests.coded import words

from onrecord.annotation import DocumentCoder
from onrecord.documents import ReadOptions, find_documents, read_document
from onrecord.record import Event, Record, Statement

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html"))


@pytest.fixture(scope="module", params=NAMES)
def record(request: pytest.FixtureRequest, coder: DocumentCoder) -> Record:
    (location,) = find_documents([str(EXAMPLES / request.param)])
    return coder.code(read_document(location, ReadOptions()))


def tellers(record: Record, event: Event) -> list[Statement]:
    """The statements in whose content an event's trigger begins, but those that thank for what is a fact."""
    span = event.trigger.spans[0]
    return [
        each
        for each in record.statements
        if each.act != "thank"
        and any(piece.start <= span.start and span.end <= piece.end for piece in each.content.spans)
    ]


def test_an_event_told_within_a_content_has_a_voice(record: Record) -> None:
    own = [event for event in record.events if event.voice is None]
    assert [words(event.trigger.spans) for event in own if tellers(record, event)] == []


def test_the_voice_is_the_innermost_statement(record: Record) -> None:
    within = {each.id: each.within for each in record.statements}
    for event in record.events:
        for statement in tellers(record, event):
            # What stands within the voice's own content is no closer teller.
            assert event.voice is not None
            assert within[statement.id] != event.voice or statement.id == event.voice


def test_an_example_tells_of_events(record: Record) -> None:
    assert len(record.events) >= 4
    assert {event.voice is None for event in record.events} == {True, False}
