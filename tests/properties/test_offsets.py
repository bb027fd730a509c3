"""Promises that hold for any text: every span slices to its words, and the text is never touched."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.annotation import DocumentCoder
from onrecord.record import Document, Record, document_id

MARKS = [*"“”\"'’‘«»„,.:—?", "\n", "\r\n", "\n\n", " ", "''", "\u2028", "\u202e"]
PHRASES = ["he said that", "the minister", "according to", "told", "2020", "until 2025", "9 November", "[de-facto]"]
ODDITIES = [
    "é",
    "👩\u200d👧",
    "Müller",
    "asked whether",
    "Q:",
    "A:",
    "hopes",
    "denied",
    "in her view",
    "“No,” she said.",
]
WORDS = st.sampled_from(MARKS + PHRASES + ODDITIES)
ANY_TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=120)
NEWSLIKE = st.lists(WORDS, max_size=40).map(" ".join)
JOINED = st.lists(WORDS, max_size=40).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(ANY_TEXT, NEWSLIKE, JOINED))
def test_every_span_slices_to_its_words_and_the_record_comes_back(coder: DocumentCoder, text: str) -> None:
    record = coder.code(Document(id=document_id(text), text=text))
    assert record.document.text == text
    assert all(text[span.start : span.end] == span.text for _, span in record.spans())
    assert Record.from_json(record.to_json()) == record
