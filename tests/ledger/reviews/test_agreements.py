"""Where two people decided on one thing."""

from dataclasses import replace
from typing import Any

import pytest
from tests.corrections import Desk, depot, recoded

from onrecord.ledger.reviews import Review, agreement, agreement_rate


def reviewed(*decisions: tuple[Any, ...]) -> list[Review]:
    """Each (who, verdict, item, field, value), made on the record as coded."""
    reviews: list[Review] = []
    for number, (who, verdict, *rest) in enumerate(decisions, 1):
        review = Desk(depot()).decide(rest[0], verdict, *rest[1:], who=who)
        reviews.append(replace(review, number=number, when=f"2026-01-{number:02}T10:00:00+00:00"))
    return reviews


def lines(reviews: list[Review]) -> list[str]:
    return [
        f"{each.field or each.anchor.part}: {' '.join(one.who for one in each.reviews)} "
        f"{'agree' if each.are_agreed else 'differ'}"
        for each in agreement(reviews)
    ]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([("ana", "confirm", "s1")], []),
        ([("ana", "confirm", "s1"), ("ana", "reject", "s1")], []),
        ([("ana", "confirm", "s1"), ("bo", "confirm", "s1")], ["statements: ana bo agree"]),
        ([("ana", "confirm", "s1"), ("bo", "reject", "s1")], ["statements: ana bo differ"]),
        ([("ana", "correct", "s1", "act", "deny"), ("bo", "correct", "s1", "act", "deny")], ["act: ana bo agree"]),
        ([("ana", "correct", "s1", "act", "deny"), ("bo", "confirm", "s1", "act")], ["act: ana bo differ"]),
        ([("ana", "correct", "s1", None, {"act": "deny"}), ("bo", "confirm", "s1")],
         ["statements: ana bo agree", "act: ana bo differ"]),
        ([("ana", "correct", "s1", "act", "deny"), ("bo", "confirm", "s1")],
         ["statements: ana bo agree", "act: ana bo differ"]),
        ([("ana", "correct", "s1", "act", "deny"), ("bo", "reject", "s1", "act")], ["act: ana bo differ"]),
        ([("ana", "correct", "s1", "act", "deny"), ("bo", "reject", "s1", "act"),
          ("bo", "correct", "s1", "act", "deny")], ["act: ana bo agree"]),
        ([("ana", "correct", "s1", "source", "n4"), ("bo", "correct", "s1", "source", "Karl Voss")],
         ["source: ana bo differ"]),
        ([("ana", "comment", "s1", "act"), ("bo", "confirm", "s1")], []),
        ([("ana", "confirm", "s3"), ("bo", "reject", "s4")], []),
    ],
)  # fmt: skip
def test_agreement_counts_what_each_person_decided_last(decisions: list[tuple[Any, ...]], expected: list[str]) -> None:
    assert lines(reviewed(*decisions)) == expected


def test_what_is_undone_is_no_disagreement() -> None:
    desk = Desk(depot())
    desk.decide("s1", "confirm", who="ana")
    rejection = replace(Desk(depot()).decide("s1", "reject", who="bo"), number=2, when="2026-01-02T10:00:00+00:00")
    desk.reviews.append(rejection)
    assert lines(desk.reviews) == ["statements: ana bo differ"]
    desk.undo(rejection)
    assert lines(desk.reviews) == []


def test_decisions_on_two_codings_are_compared_by_words() -> None:
    left = Desk(depot()).decide("e1", "correct", "voice", "s1", who="ana")
    right = Desk(recoded(depot())).decide("e101", "correct", "voice", "s101", who="bo")
    both = [left, replace(right, number=2, when="2026-01-02T10:00:00+00:00")]
    assert lines(both) == ["voice: ana bo agree"]


def test_the_rate_is_the_share_of_things_in_which_all_agree() -> None:
    found = agreement(reviewed(("ana", "confirm", "s1"), ("bo", "confirm", "s1"), ("cy", "reject", "s1", "act")))
    assert agreement_rate(found) == 0.5
    assert agreement_rate([]) is None


def test_the_last_review_is_the_one_that_counts() -> None:
    (found,) = agreement(reviewed(("ana", "confirm", "s1"), ("bo", "reject", "s1")))
    assert (found.counts.who, found.counts.verdict) == ("bo", "reject")
