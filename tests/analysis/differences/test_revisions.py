"""What an edit did to the record, on records that the coder made of texts of our own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.differences.revised import load, names
from tests.records import Somebody, port, story

from onrecord.analysis.differences import Change, compare_revisions
from onrecord.record import Coder, Document, Record, document_id

TOLD = {
    "dam": [
        "A denial was removed: “The owner, Minera Alta, denied that it had ignored a warning” "
        "(The owner, Minera Alta,)",
        "A number was altered: “At least 14 … people” → “At least 23 … people”",
    ],
    "raid": [
        "A claim now stands as the document's own words: “that officers had opened fire after stones were thrown "
        "at the depot in Karsk” → “Officers opened fire after stones were thrown at the depot in Karsk” (Police said)",
        "A cue was softened: “admitted” → “said” (The governor; taken for true → no side taken)",
    ],
    "talks": [
        "The words of a quotation were altered: ““We will not sign a map that we have not seen,”” → "
        "““We will not sign a map that nobody has drawn,”” (Dalia Noor)",
        "Who is said to have said it was altered: “A diplomat” → “Ambassador Karl Wendt” "
        "(that the map showed three crossings)",
        "The headline was altered: “Minister rejects terms” → “Minister hesitates over terms”",
        "What became of it was altered: “will meet” → “met” (planned → happened)",
    ],
    "convoy": [
        "A hedge was removed: “reportedly”",
        "A time was altered: “Tuesday” → “Wednesday”",
        "A passage was moved: “Drivers were given bread and tea.” → “Drivers were given bread and tea.”",
    ],
    "court": [
        "A quotation became a paraphrase: ““I have lost a year,”” → “he had lost a year” (Wirth)",
        "A paraphrase became a quotation: “that the police had no evidence” → "
        "“that the police “had no evidence at all”” (The judge)",
        "A denial was added: “The interior ministry denied that his cell had been searched” (The interior ministry)",
    ],
    "typography": [],
    "clinic": [
        "Who did it was altered: “Soldiers” is no longer there (A nurse was beaten)",
        "A cue was softened: “condemned” → “criticised” (The ministry; condemned → criticised)",
    ],
}  # fmt: skip


def changes(name: str) -> tuple[Change, ...]:
    return compare_revisions(*load(name)).changes


@pytest.mark.parametrize("name", names())
def test_what_was_edited_is_told_once_and_the_weightiest_first(name: str) -> None:
    assert [each.line for each in changes(name)] == TOLD[name]


@pytest.mark.parametrize("name", names())
def test_the_places_of_both_texts_have_the_words(name: str) -> None:
    earlier, later = load(name)
    revision = compare_revisions(earlier, later)
    spans = [(each.before_spans, each.after_spans) for each in revision.changes]
    spans += [(each.before, each.after) for each in revision.passages]
    for before, after in spans:
        assert all(earlier.document.text[span.start : span.end] == span.text for span in before)
        assert all(later.document.text[span.start : span.end] == span.text for span in after)


@pytest.mark.parametrize("name", names())
def test_a_text_that_stayed_as_it_was_has_no_changes(name: str) -> None:
    for told in load(name):
        revision = compare_revisions(told, told)
        assert revision.changes == ()
        assert {passage.kind for passage in revision.passages} <= {"kept"}


def test_what_was_removed_is_added_the_other_way() -> None:
    earlier, later = load("dam")
    assert [each.kind for each in compare_revisions(later, earlier).changes] == ["figure altered", "denial added"]


def test_what_the_coder_alone_reads_otherwise_is_not_told() -> None:
    earlier, later = load("dam")
    blank = replace(
        later, statements=(), events=(), terms=(), figures=(), entities=(), mentions=(), places=(), times=()
    )
    told = [each.kind for each in compare_revisions(earlier, blank).changes]
    assert told == ["denial removed", "figure altered"]


def test_a_source_called_otherwise_is_the_same_source() -> None:
    earlier = story(Somebody("Maria Stein"))
    later = story(Somebody("Stein"))
    assert [each.kind for each in compare_revisions(earlier, later).changes] == ["passage altered"]


def test_a_source_that_is_somebody_else_is_told() -> None:
    (told,) = compare_revisions(story(Somebody("Maria Stein")), story(Somebody("Ivo Marek"))).changes
    assert (told.kind, told.before, told.after) == ("source altered", "Maria Stein", "Ivo Marek")


def test_a_title_beside_the_text_is_a_headline() -> None:
    earlier = story(Somebody("Ana"))
    titled = [
        replace(earlier, document=replace(earlier.document, title=title)) for title in ("Tower closes", "Tower stays")
    ]
    (told,) = compare_revisions(*titled).changes
    assert told.line == "The headline was altered: “Tower closes” → “Tower stays”"


def test_an_empty_revision_has_lost_everything() -> None:
    told = compare_revisions(port(), bare(""))
    assert {passage.kind for passage in told.passages} == {"removed"}
    assert "denial removed" not in {change.kind for change in told.changes}


def bare(text: str) -> Record:
    """A record of nothing but a text."""
    return Record(Document(document_id(text), text), Coder("stand-in", "1"))


NEWSLIKE = st.lists(
    st.sampled_from(
        ["Rebels", "said", "“We", "not", "yield”", ".", "12", "20", "killed", "reportedly", "\n", "the", "Oslo"]
    ),
    max_size=40,
).map(" ".join)


@given(left=NEWSLIKE, right=NEWSLIKE)
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    for change in compare_revisions(bare(left), bare(right)).changes:
        assert all(left[span.start : span.end] == span.text for span in change.before_spans)
        assert all(right[span.start : span.end] == span.text for span in change.after_spans)


@given(cut_at=st.integers(0, 200), put_in=NEWSLIKE)
def test_a_record_can_be_compared_with_any_other_text(cut_at: int, put_in: str) -> None:
    text = port().document.text
    later = bare(text[:cut_at] + put_in + text[cut_at:])
    assert compare_revisions(port(), later) == compare_revisions(port(), later)
    assert compare_revisions(later, port()).changes is not None
