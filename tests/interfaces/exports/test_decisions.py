"""Machine-made and human-made, told apart."""

import pytest
from tests.strange import REVIEWS, strange

from onrecord.interfaces.exports.decisions import Decisions, in_words
from onrecord.record import Part


@pytest.mark.parametrize(
    ("part", "item", "made_by"),
    [
        ("statements", "s1", "coder"),  # confirmed
        ("events", "e1", "person"),  # corrected
        ("places", "p2", "person"),  # added
        ("events", "e2", "coder"),  # not looked at
    ],
)
def test_whoever_made_an_item(part: Part, item: str, made_by: str) -> None:
    assert Decisions(strange()).made_by(part, item) == made_by


def test_only_what_a_person_added_is_added() -> None:
    decisions = Decisions(strange())
    assert decisions.is_added("places", "p2")
    assert not decisions.is_added("events", "e1")


def test_an_item_of_another_part_is_another() -> None:
    assert Decisions(strange()).on("events", "s1") == ()


def test_a_decision_in_words_is_one_line() -> None:
    assert in_words(REVIEWS[1]) == "status corrected by Lena Brück, 2024-05-02T10:00:02Z: the aide said so himself"
