"""Happenings in order of time."""

import pytest
from tests.tellings import said_by, telling, undated

from onrecord.analysis.timelines import timeline
from onrecord.ledger import EventRow


@pytest.mark.parametrize(
    ("rows", "edtf"),
    [
        ([telling("d1")], "2023-08-13"),
        ([telling("d1", last="2023-08-14")], "2023-08-13/2023-08-14"),
        ([telling("d1", first="2023-08-01", last="2023-08-31"), telling("d2")], "2023-08-13"),
        ([undated("d1", published="2023-08-14"), undated("d2", published="2023-08-16")], "../2023-08-14"),
        ([undated("d1", published=None)], None),
        ([undated("d1", status="planned")], None),
        (
            [
                telling("d1"),
                telling("d2"),
                telling("d3", first="2023-08-12", last="2023-08-12", **said_by("the union")),
            ],
            "2023-08-13?",
        ),
    ],
)
def test_a_happening_is_when_most_tell(rows: list[EventRow], edtf: str | None) -> None:
    (happening,) = timeline({1: rows})

    assert happening.edtf == edtf


def test_happenings_stand_in_order_of_their_days() -> None:
    found = timeline(
        {
            1: [telling("d1", first="2023-08-20", last="2023-08-20")],
            2: [undated("d2", published="2023-08-15")],
            3: [telling("d3")],
            4: [undated("d4", published=None)],
        }
    )

    assert [happening.number for happening in found] == [3, 2, 1, 4]


def test_a_happening_counts_its_accounts_documents_and_outlets() -> None:
    rows = [telling("d1"), telling("d2", outlet="Outlet d1"), telling("d3", status="not-happened")]
    (happening,) = timeline({1: rows})

    assert (happening.accounts, happening.documents, happening.outlets) == (2, 3, 2)
    assert happening.dispute is not None


def test_the_fullest_telling_stands_for_all() -> None:
    rows = [undated("d1", published="2023-08-01"), telling("d2"), telling("d3", status="not-happened")]
    (happening,) = timeline({1: rows})

    assert happening.telling.document == "d2"


def test_a_happening_without_rows_is_none() -> None:
    assert timeline({1: []}) == ()
