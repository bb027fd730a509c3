"""The words of events: every line of the lexicon loads, and says only what PLOVER and the grammar know."""

from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest

from onrecord.codebooks.events import (
    NO_EVENT,
    TYPES,
    VERBAL,
    Part,
    TriggerLine,
    load_classes,
    load_outlooks,
    load_triggers,
)
from onrecord.record import Status

CODEBOOKS = files("onrecord.codebooks.events")
PARTS = set(get_args(Part))
# Where a word of a condition may stand, besides behind a word that itself depends on the trigger (`to=`, `of=`).
SLOTS = {"obj", "subj", "mod", "inf", "clause"}
# Where an actor or a recipient may be told to stand.
PLACES = {"subj", "obj"}
LINES = [
    (number, line.split("\t"))
    for number, line in enumerate((CODEBOOKS / "triggers.tsv").read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("#")
]
HEADER, ROWS = LINES[0], LINES[1:]


def rows(name: str) -> list[list[str]]:
    lines = (CODEBOOKS / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def lines_of(part: Part, lemma: str) -> tuple[TriggerLine, ...]:
    return load_triggers()[(part, lemma)]


def test_the_lexicon_has_six_columns_and_says_which() -> None:
    assert HEADER[1] == ["part", "type", "mode", "conditions", "roles", "words"]
    assert [number for number, row in ROWS if len(row) != len(HEADER[1])] == []


def test_every_line_has_a_part_of_speech_a_type_and_words() -> None:
    wrong = [
        (number, row)
        for number, row in ROWS
        if row[0] not in PARTS or row[1] not in {*TYPES, NO_EVENT} or not row[5].split() or row[5] != row[5].lower()
    ]
    assert wrong == []


def test_every_condition_asks_for_words_of_one_slot_or_another() -> None:
    wrong = []
    for number, row in ROWS:
        for condition in row[3].split():
            slots, equals, words = condition.removeprefix("-").partition("=")
            for slot in slots.split("|"):
                if slot not in SLOTS and not slot.replace("-", "").replace("_", "").isalpha():
                    wrong.append((number, condition))
            if equals and not all(words.split("|")):
                wrong.append((number, condition))
    assert wrong == []


def test_every_class_that_a_condition_names_exists() -> None:
    named = {
        word.removeprefix("@")
        for _, row in ROWS
        for condition in row[3].split()
        for word in condition.partition("=")[2].split("|")
        if word.startswith("@")
    }
    assert named - set(load_classes()) == set()


def test_no_class_is_a_leftover() -> None:
    text = "".join(row[3] for _, row in ROWS)
    # `agreement` is also asked for by the code: `a withdrawal agreement`.
    assert [name for name in load_classes() if f"@{name}" not in text and name != "agreement"] == []


def test_roles_say_where_actor_and_recipient_stand() -> None:
    for number, row in ROWS:
        roles = dict(each.split("=") for each in row[4].split())
        assert set(roles) <= {"actor", "recipient"}, number
        assert all(place in PLACES or place.isalpha() for place in roles.values()), number


@pytest.mark.xfail(strict=True, reason="`congress` stands twice in talks")
def test_no_word_stands_twice_in_a_class() -> None:
    twice = {
        name: [word for word, count in Counter(words.split()).items() if count > 1]
        for name, _, words in rows("classes.tsv")
    }
    assert {name: words for name, words in twice.items() if words} == {}


def test_every_class_has_a_name_a_meaning_and_words() -> None:
    classes = rows("classes.tsv")
    assert all(len(row) == 3 and all(row) for row in classes)
    assert len({name for name, *_ in classes}) == len(classes)


def test_no_line_stands_twice() -> None:
    entries = Counter(
        (row[0], row[1], row[2], tuple(sorted(row[3].split())), word) for _, row in ROWS for word in row[5].split()
    )
    assert [entry for entry, count in entries.items() if count > 1] == []


def test_every_outlook_is_a_status_and_every_word_has_one() -> None:
    outlooks = rows("outlooks.tsv")
    assert {outlook for outlook, _ in outlooks} == set(get_args(Status))
    counts = Counter(word for _, words in outlooks for word in words.split())
    assert [word for word, count in counts.items() if count > 1] == []
    assert load_outlooks()["refuse"] == "not-happened"


def test_every_type_has_words() -> None:
    assert {row[1] for _, row in ROWS} == {*TYPES, NO_EVENT}
    assert set(TYPES) > VERBAL


def test_the_lines_of_a_word_begin_with_the_most_particular_ones() -> None:
    for lines in load_triggers().values():
        order = [(line.type == NO_EVENT, line.particle is not None) for line in lines]
        assert order == sorted(order, reverse=True)


def test_classes_are_read_into_conditions() -> None:
    holding = [line for line in lines_of("verb", "hold") if any(each.slots == ("obj",) for each in line.conditions)]
    assert any(load_classes()["talks"] <= condition.words for line in holding for condition in line.conditions)


@pytest.mark.parametrize(
    ("part", "word", "type_"),
    [
        ("verb", "shell", "ASSAULT"),
        ("verb", "arrest", "COERCE"),
        ("verb", "condemn", "ACCUSE"),
        ("verb", "refuse", "REJECT"),
        ("noun", "withdrawal", "RETREAT"),
        ("noun", "demonstration", "PROTEST"),
        ("adjective", "ready", "AGREE"),
    ],
)
def test_a_word_has_a_line_of_the_type_that_everybody_expects(part: Part, word: str, type_: str) -> None:
    assert type_ in {line.type for line in lines_of(part, word)}


def test_a_particle_belongs_to_its_word() -> None:
    assert {line.particle for line in lines_of("verb", "call") if line.particle} >= {"off", "in"}
