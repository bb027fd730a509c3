"""Who stands behind the words of a record."""

import pytest

from onrecord.record import (
    Coder,
    Document,
    Entity,
    Mention,
    Participant,
    Record,
    Referents,
    cut,
    document_id,
)

TEXT = "Minister Ana Roca waited. She, the minister, told us. A guard spoke: he and the old man left."
FORMS = {
    "Ana Roca": ("name", "n1"),
    "She": ("pronoun", "n1"),
    "the minister": ("nominal", "n1"),
    "us": ("pronoun", None),
    "A guard": ("nominal", "n2"),
    "he": ("pronoun", "n2"),
    "the old man": ("nominal", "n2"),
}


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(f" {words}") + 1 if words != "Minister Ana Roca" else 0
    return start, start + len(words)


def participant(words: str, entity: str | None) -> Participant:
    return Participant((cut(TEXT, *place(words)),), entity)


@pytest.fixture
def referents() -> Referents:
    mentions = tuple(
        Mention(f"m{number}", form, (cut(TEXT, *place(words)),), entity)  # type: ignore[arg-type]
        for number, (words, (form, entity)) in enumerate(FORMS.items())
    )
    entities = (Entity("n1", "Ana Roca", "person"), Entity("n2", "A guard", "person"))
    return Referents(Record(Document(document_id(TEXT), TEXT), Coder("stand-in", "1"), entities, mentions))


@pytest.mark.parametrize(
    ("words", "entity", "behind"),
    [
        ("She", "n1", "Ana Roca"),
        ("the minister", "n1", "Ana Roca"),
        ("Minister Ana Roca", "n1", None),
        ("us", None, None),
        ("he", "n2", "A guard"),
        ("the old man", "n2", None),
    ],
)
def test_a_name_stands_behind_words_that_name_nobody(
    referents: Referents, words: str, entity: str | None, behind: str | None
) -> None:
    found = referents.unnamed(participant(words, entity))
    assert (found.name if found else None) == behind


def test_a_part_of_the_name_names_too() -> None:
    text = "Roca agreed; Ana Roca said so."
    spans, whole = (cut(text, 0, 4),), (cut(text, 13, 21),)
    mentions = (Mention("m1", "name", spans, "n1"), Mention("m2", "name", whole, "n1"))
    record = Record(
        Document(document_id(text), text), Coder("stand-in", "1"), (Entity("n1", "Ana Roca", "person"),), mentions
    )
    assert Referents(record).unnamed(Participant(spans, "n1")) is None


def test_mentions_come_in_the_order_of_the_text(referents: Referents) -> None:
    entity = referents.entity(participant("She", "n1"))
    assert entity is not None
    assert [each.spans[0].text for each in referents.mentions(entity)] == ["Ana Roca", "She", "the minister"]


def test_nobody_stands_behind_no_source(referents: Referents) -> None:
    assert referents.entity(None) is None
    assert referents.unnamed(None) is None
