"""A position: what was said on an issue from the first time to the last."""

from tests.said import said

from onrecord.analysis import find_position, gather
from onrecord.codebooks.issues import Issue, topic

UNION = topic("lake union")
YES = "Roca | said | “We will join the lake union.” | promise"
NO = "Roca | said | “We will not join the lake union.” | refuse"
OTHER = "Roca | said | “My sister grows tulips.” | assert"


def test_a_position_has_its_first_and_last_statement_and_what_changed() -> None:
    position = find_position([said(NO, "2024-03-01"), said(OTHER, "2024-02-01"), said(YES, "2024-01-01")], UNION)
    assert position.first is not None
    assert position.last is not None
    assert (position.first.published, position.last.published) == ("2024-01-01", "2024-03-01")
    assert len(position.said) == 2
    assert [change.kind for change in position.changes] == ["reversed"]


def test_what_puts_a_statement_on_the_issue_is_told() -> None:
    (one,) = find_position([said(YES)], Issue("union", "Union", ("join ... union",))).said
    assert [(match.phrase, match.span.text) for match in one.matches] == [("join ... union", "join the lake union")]


def test_nothing_on_the_issue_is_a_position_without_statements() -> None:
    position = find_position([said(OTHER)], UNION)
    assert (position.first, position.last, position.said, position.changes) == (None, None, (), ())


def test_what_has_no_date_stands_last_and_is_not_the_last() -> None:
    position = find_position([said(NO, None), said(YES, "2024-01-01")], UNION)
    assert [each.published for each in position.said] == ["2024-01-01", None]
    assert position.last is not None
    assert position.last.published == "2024-01-01"


def test_the_same_words_of_one_day_are_one_with_all_their_places() -> None:
    hits = [said(YES, "2024-01-01", document="b"), said(YES, "2024-01-01T08:00Z", document="a", confidence=0.7)]
    (one,) = gather(hits)
    assert [hit.document.id for hit in one.places] == ["sha256:b", "sha256:a"]


def test_the_same_words_of_another_day_are_a_repetition() -> None:
    first, second = gather([said(YES, "2024-01-01"), said(YES, "2024-02-01")])
    assert (first.is_repeat, second.is_repeat) == (False, True)


def test_a_place_of_its_own_goes_before_one_at_second_hand() -> None:
    (one,) = gather([said(YES, document="a", within="s0"), said(YES, document="b")])
    assert one.hit.document.id == "sha256:b"


def test_the_order_of_the_statements_given_makes_no_difference() -> None:
    hits = [said(YES, "2024-01-01"), said(NO, "2024-02-01"), said(NO, "2024-02-01", document="x")]
    assert find_position(hits, UNION) == find_position(hits[::-1], UNION)
