"""The text of a page, whatever is marked on it."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.interfaces.web.marked import Stretch, marked_paragraphs
from onrecord.record import (
    Coder,
    Content,
    Document,
    Entity,
    Mention,
    Participant,
    Record,
    Referents,
    Spans,
    Statement,
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
    entities = (Entity("n1", "Ana Roca", "person"), Entity("n2", "Ivo Marek", "person"))
    document = Document(document_id(text), text)
    return Record(document, Coder("stand-in", "1"), entities, mentions, statements=statements)


def words(paragraph: tuple[Stretch, ...]) -> str:
    return "".join(piece.text for stretch in paragraph for piece in stretch.pieces)


@given(records())
def test_the_text_comes_out_as_it_was(record: Record) -> None:
    paragraphs = marked_paragraphs(record, Referents(record))
    assert [words(each) for each in paragraphs] == [line for line in record.document.text.splitlines() if line]


@given(records())
def test_every_mention_of_somebody_is_marked_with_its_form(record: Record) -> None:
    paragraphs = marked_paragraphs(record, Referents(record))
    pieces = [piece for paragraph in paragraphs for stretch in paragraph for piece in stretch.pieces]
    for mention in record.mentions:
        mark = f"{mention.id}:{mention.form}"
        marked = "".join(piece.text for piece in pieces if mark in piece.mentions.split())
        expected = "".join(mention.spans[0].text.splitlines()) if mention.entity else ""
        assert marked == expected
