"""Promises of the events, for any text: they stand in it, refer to what is there, and no claim is the text's own."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coded import code

from onrecord.annotation import DocumentCoder
from onrecord.record import Event, Record, Span, Statement

PHRASES = st.sampled_from(
    [
        "Rebels", "the army", "Iran", "Israel and Iran", "the prisoners", "he", "they", "two villages", "a bridge",
        "the talks", "their withdrawal from Goma", "an air strike", "the minister", "police",
        "said", "said that", "denied", "denied that", "claimed,", "according to", "accused", "threatened to",
        "promised to", "refused to", "urged", "demanded that", "agreed to", "thanked", "for", "of",
        "attacked", "attack", "shelled", "shelling", "met", "meet", "release", "arrested", "withdraw", "condemned",
        "held talks with", "was killed by", "called off", "will", "would", "did not", "must", "if", "and", "and that",
        "who", "after", "on Monday", "in May 2030", "in Geneva", ",", ".", ";", "?", ":", "“", "”", '"', "\n", "\n\n",
        "as some media reported", "he claimed", "the claim that", "sit-in", "👩\u200d👧", "é",
    ]
)  # fmt: skip
EVENTFUL = st.lists(PHRASES, max_size=25).map(" ".join)
ANY_TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=120)
PUBLISHED = st.sampled_from([None, "2024-05-02", "2024"])


def holds(statement: Statement, span: Span) -> bool:
    """Whether a stretch of a statement's content has a span whole."""
    return any(piece.start <= span.start and span.end <= piece.end for piece in statement.content.spans)


def spoken(record: Record, event: Event) -> list[Statement]:
    """The statements in whose content the first word of an event's trigger stands."""
    return [each for each in record.statements if holds(each, event.trigger.spans[0])]


@settings(max_examples=100, deadline=None)
@given(text=st.one_of(EVENTFUL, EVENTFUL, ANY_TEXT), published=PUBLISHED)
def test_events_stand_in_the_text_in_order_and_refer_to_what_is_there(
    coder: DocumentCoder, text: str, published: str | None
) -> None:
    # A record checks its spans and references as it is made.
    record = code(coder, text, published)
    starts = [event.trigger.spans[0].start for event in record.events]
    assert starts == sorted(starts)
    by_id = {event.id: event for event in record.events}
    for event in record.events:
        assert event.trigger.spans
        assert not {each.spans for each in event.actors} & {each.spans for each in event.recipients}
        assert event.within != event.id
        seen = {event.id}
        while event.within is not None:
            event = by_id[event.within]
            assert event.id not in seen
            seen.add(event.id)
    assert Record.from_json(record.to_json()) == record


@settings(max_examples=100, deadline=None)
@given(text=EVENTFUL, published=PUBLISHED)
def test_the_same_text_gives_the_same_events(coder: DocumentCoder, text: str, published: str | None) -> None:
    assert code(coder, text, published) == code(coder, text, published)


@settings(max_examples=100, deadline=None)
@given(text=EVENTFUL)
def test_the_voice_of_an_event_is_a_statement_that_has_its_trigger(coder: DocumentCoder, text: str) -> None:
    record = code(coder, text)
    for event in record.events:
        if event.voice is not None:
            assert event.voice in {each.id for each in spoken(record, event)}


DEEDS = st.sampled_from(
    (
        "rebels shelled the port", "the army withdrew from the hills", "Iran had seized two tankers",
        "the union called off its strike", "talks with Oman collapsed", "police will arrest the editor",
    )
)  # fmt: skip
TOLD = st.sampled_from(
    (
        "{who} said that {one}.", "{who} denied that {one} and that {two}.", "{one}, {who} said.",
        "“{one},” {who} said.",
        "According to {who}, {one}.", "{who} claimed {one}; {who} added that {two}.", "{who} said {one} and {two}.",
    )
)  # fmt: skip
TELLERS = st.sampled_from(("the minister", "Ana Roca", "a spokesman for the mission", "residents"))


@settings(max_examples=100, deadline=None)
@given(told=TOLD, who=TELLERS, one=DEEDS, two=DEEDS)
def test_an_event_told_in_a_content_is_never_the_texts_own(
    coder: DocumentCoder, told: str, who: str, one: str, two: str
) -> None:
    text = told.format(who=who, one=one, two=two)
    record = code(coder, text[0].upper() + text[1:])
    for event in record.events:
        assert event.voice is not None or spoken(record, event) == []
