"""The text of a page, whatever is marked on it."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.interfaces.web.marked import Piece, Stretch, marked_paragraphs
from onrecord.record import (
    Coder,
    Content,
    Document,
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Record,
    Referents,
    Spans,
    Statement,
    Time,
    Trigger,
    cut,
    document_id,
)

FORMS = ("name", "nominal", "pronoun")


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(st.text(min_size=2, max_size=60))

    def spans() -> Spans:
        start = draw(st.integers(0, len(text) - 1))
        return (cut(text, start, draw(st.integers(start + 1, len(text)))),)

    mentions = tuple(
        Mention(f"m{number}", draw(st.sampled_from(FORMS)), spans(), draw(st.sampled_from(["n1", "n2", None])))
        for number in range(draw(st.integers(0, 6)))
    )
    statements = tuple(
        Statement(f"s{number}", Participant(spans(), "n1"), None, Content(spans()), "indirect")
        for number in range(draw(st.integers(0, 3)))
    )
    events = tuple(
        Event(
            f"e{number}",
            "AID",
            Trigger(spans()),
            actors=(Participant(spans(), "n2"),),
            voice=draw(st.sampled_from([None, *(each.id for each in statements)])),
            status=draw(st.sampled_from(["happened", "planned"])),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    entities = (Entity("n1", "Ana Roca", "person"), Entity("n2", "Ivo Marek", "person"))
    times, places = (Time("t1", spans(), "point"),), (Place("p1", spans(), "Oslo"),)
    document = Document(document_id(text), text)
    return Record(document, Coder("stand-in", "1"), entities, mentions, times, places, statements, events)


def words(paragraph: tuple[Stretch, ...]) -> str:
    return "".join(piece.text for stretch in paragraph for piece in stretch.pieces)


@given(records())
def test_the_text_comes_out_as_it_was(record: Record) -> None:
    paragraphs = marked_paragraphs(record, Referents(record))
    assert [words(each) for each in paragraphs] == [line for line in record.document.text.splitlines() if line]


def pieces_of(record: Record) -> list[Piece]:
    paragraphs = marked_paragraphs(record, Referents(record))
    return [piece for paragraph in paragraphs for stretch in paragraph for piece in stretch.pieces]


@given(records())
def test_every_event_time_and_place_is_marked(record: Record) -> None:
    pieces = pieces_of(record)
    marks = [(f"{each.id}:trigger", each.trigger.spans) for each in record.events]
    marks += [(f"{each.id}:actor", each.actors[0].spans) for each in record.events]
    marks += [("t1:time", record.times[0].spans), ("p1:place", record.places[0].spans)]
    for mark, spans in marks:
        marked = "".join(piece.text for piece in pieces if mark in piece.coded.split())
        assert marked == "".join(spans[0].text.splitlines())


@given(records())
def test_only_what_nobody_reports_looks_claimed(record: Record) -> None:
    voices = {each.id: each.voice for each in record.events}
    for piece in pieces_of(record):
        told = [name for name, _, role in (mark.partition(":") for mark in piece.coded.split()) if role == "trigger"]
        assert ("claimed" in piece.classes.split()) == (bool(told) and all(voices[name] for name in told))


@given(records())
def test_every_mention_of_somebody_is_marked_with_its_form(record: Record) -> None:
    pieces = pieces_of(record)
    for mention in record.mentions:
        mark = f"{mention.id}:{mention.form}"
        marked = "".join(piece.text for piece in pieces if mark in piece.mentions.split())
        expected = "".join(mention.spans[0].text.splitlines()) if mention.entity else ""
        assert marked == expected
