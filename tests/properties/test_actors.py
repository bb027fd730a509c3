"""Promises about entities and mentions that hold for any record, and for any text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.coded import code

from onrecord.annotation import DocumentCoder
from onrecord.documents import ReadOptions, find_documents, read_document
from onrecord.record import Record

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html"))
PIECES = [
    *["Baku", "Zemlan", "the Republic of", "Mr Okafor", "Mrs Okafor", "Inés Quispe", "the US", "us", "Kenya's", "WHO"],
    *[
        "the [de-facto]",
        "president",
        "the minister of",
        "two officials",
        "who",
        "which",
        "he",
        "she",
        "they",
        "its",
        "I",
    ],
    *["we", "said that", "rejected", "and", ",", ".", "“", "”", "'s", "(", ")", "[", "]", "\n\n", "—", "BAKU, May 3 —"],
    *["Nagorno-Karabakh", "Georgian", "army", "is the", "according to", "\u202e", "👩\u200d👧", "İstanbul", "ﬁnance"],
]
ANY_TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=80)
NEWSLIKE = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
JOINED = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def check_mentions(record: Record) -> None:
    """Each mention slices the text, in order; each that has an entity is listed by that one, and by no other."""
    text = record.document.text
    spans = [span for mention in record.mentions for span in mention.spans]
    assert all(text[span.start : span.end] == span.text for span in spans)
    places = [(mention.spans[0].start, -mention.spans[-1].end) for mention in record.mentions]
    assert places == sorted(places)
    assert [mention.id for mention in record.mentions] == [f"m{n}" for n in range(1, len(record.mentions) + 1)]
    listed = {name: entity.id for entity in record.entities for name in entity.mentions}
    assert listed == {mention.id: mention.entity for mention in record.mentions if mention.entity}
    assert len(listed) == sum(len(entity.mentions) for entity in record.entities)


def check_entities(record: Record) -> None:
    """Each entity has a name, a mention, and a number by where it is mentioned first."""
    number = {mention.id: n for n, mention in enumerate(record.mentions)}
    firsts = [number[entity.mentions[0]] for entity in record.entities]
    assert firsts == sorted(firsts)
    assert [entity.id for entity in record.entities] == [f"n{n}" for n in range(1, len(record.entities) + 1)]
    for entity in record.entities:
        assert entity.name.strip()
        mine = [number[name] for name in entity.mentions]
        assert mine == sorted(set(mine))


def check_sources(record: Record) -> None:
    """Each source is an entity of the record or says why it is none, never both."""
    known = {entity.id for entity in record.entities}
    for source in (statement.source for statement in record.statements if statement.source):
        assert source.spans
        assert (source.entity is None) != (source.unresolved is None)
        assert source.entity is None or source.entity in known


def check(record: Record) -> None:
    check_mentions(record)
    check_entities(record)
    check_sources(record)


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_keep_the_promises(coder: DocumentCoder, name: str) -> None:
    (location,) = find_documents([str(EXAMPLES / name)])
    document = read_document(location, ReadOptions())
    record = coder.code(document)
    check(record)
    assert record.entities
    assert coder.code(document).to_json() == record.to_json()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(ANY_TEXT, NEWSLIKE, JOINED))
def test_any_text_keeps_the_promises(coder: DocumentCoder, text: str) -> None:
    record = code(coder, text)
    check(record)
    assert code(coder, text).to_json() == record.to_json()
