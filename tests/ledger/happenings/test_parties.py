"""Whether two parties are one or of one side."""

import pytest

from onrecord.ledger import Party
from onrecord.ledger.happenings import best_likeness, face_of
from onrecord.ledger.happenings.parties import faces_of

ARMY = Party("the army", "Sudanese army", None, None, "SDN", "MIL")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Party("soldiers", "soldiers", None, None, "SDN", "MIL"), 0.7),
        (Party("Sudan", "Sudan", None, "SDN", "SDN"), 0.6),
        (Party("the police", "police", None, None, "SDN", "COP"), 0.7),
        (Party("rebels", "Northern Front", None, None, "SDN", "REB"), -0.5),
        (Party("rebels", "rebels", None, None, None, "REB"), -0.5),
        (Party("the Chadian army", "Chadian army", None, None, "TCD", "MIL"), -1.0),
        (Party("the army"), 0.4),
        (Party("a crowded market"), 0.0),
    ],
)
def test_likeness_is_graded(other: Party, expected: float) -> None:
    assert best_likeness([face_of(ARMY)], [face_of(other)]) == expected
    assert best_likeness([face_of(other)], [face_of(ARMY)]) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Party("she", "Ana Roca", 7), Party("the minister", "Minister Roca", 7)),
        (Party("M23 rebels", registry="org:M23"), Party("the movement", registry="org:M23")),
    ],
)
def test_who_is_known_to_be_one_is_one(left: Party, right: Party) -> None:
    assert best_likeness([face_of(left)], [face_of(right)]) == 1.0


def test_nobody_is_like_nobody() -> None:
    assert best_likeness([], [face_of(ARMY)]) is None


def test_words_that_tell_of_nobody_are_left_out() -> None:
    assert faces_of([Party("it"), Party("six"), ARMY]) == (face_of(ARMY),)
