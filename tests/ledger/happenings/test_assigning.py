"""Events joined to happenings."""

from itertools import permutations

from tests.tellings import REBELS, telling, undated

from onrecord.ledger import EventRow
from onrecord.ledger.happenings import Grouped, assign

KOSTI = {"place": "Kosti", "geonames": 368277, "words": "the army shelled Kosti on Sunday", "recipients": ()}


def found(groups: tuple[Grouped, ...]) -> set[tuple[int | None, frozenset[str]]]:
    return {(group.happening, frozenset(row.document for row in group.rows)) for group in groups}


def test_events_of_one_happening_found_one_together() -> None:
    (group,) = assign([telling("d1"), telling("d2", actors=(REBELS,))], {})

    assert group.happening is None
    assert group.evidence[0] is None
    assert group.evidence[1] is not None


def test_an_event_joins_the_known_happening_that_it_fits_best() -> None:
    known = {3: [telling("d1")], 5: [telling("d2", **KOSTI)]}

    assert found(assign([telling("d3"), telling("d4", **KOSTI)], known)) == {
        (3, frozenset({"d3"})),
        (5, frozenset({"d4"})),
    }


def test_what_fits_none_founds_its_own() -> None:
    later = telling("d2", first="2023-09-13", last="2023-09-13", published="2023-09-14")

    assert found(assign([later], {3: [telling("d1")]})) == {(None, frozenset({"d2"}))}


def test_the_order_of_events_makes_no_difference() -> None:
    rows: list[EventRow] = [telling("d1"), telling("d2", **KOSTI), undated("d3", status="not-happened"), telling("d4")]

    assert len({frozenset(found(assign(each, {}))) for each in permutations(rows)}) == 1


def test_known_happenings_are_never_put_together() -> None:
    known = {3: [telling("d1")], 5: [telling("d2")]}

    assert len(assign([telling("d3")], known)) == 1


def test_one_wrong_day_does_not_part_the_rest() -> None:
    wrong = telling("d9", first="2023-08-20", last="2023-08-20")
    known = {3: [*(telling(f"d{number}") for number in range(5)), wrong]}

    assert found(assign([telling("new")], known)) == {(3, frozenset({"new"}))}


def test_two_towns_are_two_even_where_a_third_telling_fits_both() -> None:
    vague = telling("d3", place="Sudan", geonames=366755, words="the army shelled towns on Sunday", recipients=())

    groups = assign([telling("d1"), telling("d2", **KOSTI), vague], {})

    assert all(not {"d1", "d2"} <= {row.document for row in group.rows} for group in groups)


def test_nothing_new_is_nothing() -> None:
    assert assign([], {1: [telling()]}) == ()
