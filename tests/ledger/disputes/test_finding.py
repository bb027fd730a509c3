"""Rival accounts of one happening."""

from typing import Any

import pytest
from tests.tellings import ARMY, MARKET, REBELS, said_by, telling, toll

from onrecord.ledger import EventRow, Party
from onrecord.ledger.disputes import Dispute, Issue, find_dispute

NO: dict[str, Any] = {"status": "not-happened"}


def in_dispute(*rows: EventRow) -> Dispute:
    dispute = find_dispute(rows)
    assert dispute is not None
    return dispute


def told(issue: Issue) -> list[tuple[str, list[str]]]:
    """Each account: its version, and who tells it."""
    return [(account.version, [teller.name for teller in account.tellers]) for account in issue.accounts]


def test_a_denial_by_the_accused_disputes_that_it_happened() -> None:
    (issue,) = in_dispute(
        telling("d1", **said_by("residents")), telling("d2", **NO, **said_by("the army")), telling("d3")
    ).issues

    assert issue.matter == "whether it happened"
    assert told(issue) == [("it happened", ["residents", "Outlet d3"]), ("it did not happen", ["the army"])]


def test_a_denial_inside_one_article_is_a_dispute() -> None:
    denial = telling("d1", event="e2", start=200, end=240, **NO, **said_by("the army"))

    assert in_dispute(telling("d1"), denial).matters == ("whether it happened",)


def test_two_who_are_said_to_have_done_it_dispute_who_did() -> None:
    (issue,) = in_dispute(
        telling("d1", **said_by("residents")), telling("d2", actors=(REBELS,), **said_by("the army"))
    ).issues

    assert (issue.matter, told(issue)) == (
        "who did it",
        [("Sudanese army", ["residents"]), ("Northern Front", ["the army"])],
    )


@pytest.mark.parametrize(
    ("one", "other", "is_disputed"),
    [
        (toll("12", 12, 12), toll("30", 30, 30), True),
        (toll("at least 12", 12, None), toll("30", 30, 30), False),
        (toll("at least 12", 12, None), toll("nine", 9, 9), True),
        (toll("about 100", 100, 100), toll("110", 110, 110), False),
        (toll("about 100", 100, 100), toll("300", 300, 300), True),
        (toll("dozens", 24, 99), toll("48", 48, 48), False),
        (toll("up to 20", None, 20), toll("25", 25, 25), True),
        (toll("3", 3, 3, "killed"), toll("11", 11, 11, "wounded"), False),
        (toll("3", 3, 3, "soldier killed"), toll("11", 11, 11, "killed"), False),
    ],
)
def test_numbers_are_rivals_where_their_ranges_do_not_meet(
    one: dict[str, Any], other: dict[str, Any], is_disputed: bool
) -> None:
    dispute = find_dispute([telling("d1", **one), telling("d2", **other)])

    assert (dispute is not None and dispute.matters == ("how many",)) is is_disputed


def test_an_issue_of_numbers_says_of_what() -> None:
    (issue,) = in_dispute(telling("d1", **toll("12", 12, 12)), telling("d2", **toll("30", 30, 30))).issues

    assert (issue.of, [account.version for account in issue.accounts]) == ("killed", ["12 killed", "30 killed"])


@pytest.mark.parametrize(
    ("other", "matter"),
    [
        ({"first": "2023-08-14", "last": "2023-08-14"}, "when"),
        ({"place": "Kosti", "geonames": 368277}, "where"),
    ],
)
def test_another_day_or_town_is_a_dispute(other: dict[str, Any], matter: str) -> None:
    assert in_dispute(telling("d1"), telling("d2", **other)).matters == (matter,)


def test_an_arrest_that_others_call_an_abduction_disputes_what_it_was() -> None:
    arrest = {"type": "COERCE", "mode": "arrest"}
    abduction = {"type": "ASSAULT", "mode": "abduct"}

    assert in_dispute(telling("d1", **arrest), telling("d2", **abduction)).matters == ("what it was",)


@pytest.mark.parametrize(
    ("reason", "rows"),
    [
        ("nobody says otherwise", [telling("d1"), telling("d2", **said_by("residents"))]),
        ("`gunmen` can be anybody's", [telling("d1"), telling("d2", actors=(Party("gunmen", "gunmen"),))]),
        ("the police and the army are of one side", [
            telling("d1"), telling("d2", actors=(Party("police", "Sudanese police", None, None, "SDN", "COP"),))]),
        ("another is denied to have done it", [telling("d1"), telling("d2", actors=(REBELS,), **NO)]),
        ("nobody killed is no denial of the attack", [
            telling("d1"), telling("d2", trigger="killed", first=None, last=None, **NO)]),
        ("what is only planned or demanded is no account", [telling("d1"), telling("d2", status="demanded")]),
        ("one teller's own two words", [
            telling("d1", **said_by("the army")), telling("d1", event="e2", **NO, **said_by("the army"))]),
        ("of talks everybody is an actor", [
            telling("d1", type="CONSULT", mode=None), telling("d2", type="CONSULT", mode=None, actors=(REBELS,))]),
    ],
)  # fmt: skip
def test_what_can_be_true_together_is_no_dispute(reason: str, rows: list[EventRow]) -> None:
    assert find_dispute(rows) is None, reason


def test_an_account_says_where_it_was_first_said() -> None:
    rows = [
        telling("d3", published="2023-08-16"),
        telling("d1", published="2023-08-14"),
        telling("d2", published="2023-08-15", **NO, **said_by("the army")),
    ]
    dispute = in_dispute(*rows)
    (happened, denied) = dispute.issues[0].accounts

    assert (happened.first.outlet, happened.outlets, happened.documents) == (
        "Outlet d1", ("Outlet d1", "Outlet d3"), 2,
    )  # fmt: skip
    assert denied.first.published == "2023-08-15"
    assert dispute.first.document == "d1"


def test_copies_of_one_origin_count_once() -> None:
    rows = [telling("d1"), telling("d2"), telling("d3", **NO, **said_by("the army"))]
    dispute = find_dispute(rows, {"d2": "d1"})

    assert dispute is not None
    assert [account.origins for account in dispute.issues[0].accounts] == [1, 1]


def test_who_tells_otherwise_later_has_shifted() -> None:
    rows = [
        telling("d1", published="2023-08-14", **said_by("the governor"), **toll("12", 12, 12)),
        telling("d2", published="2023-08-15", **said_by("the union"), **toll("30", 30, 30)),
        telling("d3", published="2023-08-16", **said_by("the governor"), **toll("30", 30, 30)),
    ]
    # `The governor` of two documents is one only where it is known to be.
    known = [row if row.voices[0].name == "the union" else _identified(row) for row in rows]
    (issue,) = in_dispute(*known).issues

    assert [(shift.teller.name, shift.before.document, shift.after.document) for shift in issue.shifts] == [
        ("the governor", "d1", "d3")
    ]


def _identified(row: EventRow) -> EventRow:
    return telling(
        row.document,
        published=row.published,
        figures=row.figures,
        voice="s1",
        voices=(Party("the governor", "the governor", 4),),
    )


def test_the_order_of_rows_makes_no_difference() -> None:
    rows = [telling("d1"), telling("d2", actors=(REBELS,)), telling("d3", **NO), telling("d4", recipients=(MARKET,))]

    assert find_dispute(rows) == find_dispute(rows[::-1])


def test_every_row_of_an_account_has_its_words_and_place() -> None:
    dispute = in_dispute(telling("d1", actors=(ARMY,)), telling("d2", **NO))

    assert all(
        row.words and row.start < row.end
        for issue in dispute.issues
        for account in issue.accounts
        for row in account.rows
    )


def test_no_rows_have_no_dispute() -> None:
    assert find_dispute([]) is None
