"""Whether two events are tellings of one happening."""

from dataclasses import replace
from typing import Any

import pytest
from tests.tellings import ARMY, MARKET, REBELS, telling, undated

from onrecord.ledger import EventRow, Party, Scene
from onrecord.ledger.happenings import THRESHOLD, same_happening

SERBIA, KOSOVO = Party("Serbia", "Serbia", None, "SRB", "SRB"), Party("Kosovo", "Kosovo", None, "XKX", "XKX")
TALKS: dict[str, Any] = {
    "type": "CONSULT", "mode": None, "recipients": (), "place": "Geneva", "place_country": "CHE", "geonames": 2660646,
    "trigger": "met", "words": "envoys of both met in Geneva on Monday",
}  # fmt: skip
EXPULSION: dict[str, Any] = {"type": "SANCTION", "mode": "expel", "trigger": "expelled", "words": "five were expelled"}


def is_one(left: EventRow, right: EventRow) -> bool:
    return same_happening(left, right).score >= THRESHOLD


@pytest.mark.parametrize(
    ("reason", "other"),
    [
        ("another outlet's words", telling("d2", words="guns of the army hit the market of El Obeid", trigger="hit")),
        ("another is said to have done it", telling("d2", actors=(REBELS,))),
        ("a denial without a day and a place", undated("d2", status="not-happened", words="it shelled a market")),
        ("the next day", telling("d2", first="2023-08-14", last="2023-08-14")),
        ("another spelling of the town", telling("d2", place="Al Ubayyid")),
        ("another type that rivals may use", telling("d2", type="ASSAULT", mode="explosives", trigger="bombed")),
    ],
)
def test_rivals_of_one_happening_are_one(reason: str, other: EventRow) -> None:
    assert is_one(telling(), other), reason


@pytest.mark.parametrize(
    ("reason", "other"),
    [
        ("another town on the same day", telling("d2", place="Kosti", geonames=368277, words="shelled Kosti")),
        ("the same town three days later", telling("d2", first="2023-08-16", last="2023-08-16")),
        ("another country", telling("d2", place="El Obeid", place_country="EGY", geonames=1)),
        ("another deed", telling("d2", type="RETREAT", mode="withdraw", trigger="withdrew")),
        ("a document of another year, without a day", undated("d2", published="2024-08-14")),
        (
            "one war, one day, and nothing else",
            undated("d2", first="2023-08-13", last="2023-08-13", recipients=(), words="the army attacked on Sunday"),
        ),
        (
            "the same place and day, the other way round in other words",
            telling("d2", actors=(MARKET,), recipients=(ARMY,), trigger="stoned", words="traders stoned soldiers"),
        ),
    ],
)
def test_likenesses_of_a_happening_are_others(reason: str, other: EventRow) -> None:
    assert not is_one(telling(), other), reason


def test_of_who_attacked_whom_both_accounts_are_of_one_fight() -> None:
    fought = {"trigger": "attacked", "words": "one attacked the other near El Obeid"}
    left = telling(actors=(ARMY,), recipients=(REBELS,), **fought)
    right = telling("d2", actors=(REBELS,), recipients=(ARMY,), **fought)

    assert is_one(left, right)


def test_an_expulsion_and_its_answer_are_two() -> None:
    left = telling(actors=(SERBIA,), recipients=(KOSOVO,), place=None, geonames=None, **EXPULSION)
    right = telling("d2", actors=(KOSOVO,), recipients=(SERBIA,), place=None, geonames=None, **EXPULSION)

    assert same_happening(left, right).is_excluded


@pytest.mark.parametrize(("day", "expected"), [("2024-06-03", True), ("2024-06-10", False)])
def test_weekly_talks_are_as_many_as_their_days(day: str, expected: bool) -> None:
    left = telling(actors=(SERBIA, KOSOVO), **(TALKS | {"first": "2024-06-03", "last": "2024-06-03"}))
    right = telling("d2", actors=(KOSOVO, SERBIA), **(TALKS | {"first": day, "last": day}))

    assert is_one(left, right) is expected


def test_two_meetings_of_one_leader_at_a_summit_are_two() -> None:
    italy = Party("Italy", "Italy", None, "ITA", "ITA")

    assert not is_one(telling(actors=(SERBIA, KOSOVO), **TALKS), telling("d2", actors=(SERBIA, italy), **TALKS))


def test_what_only_refers_back_is_of_what_its_document_tells() -> None:
    bare = undated(event="e2", actors=(), recipients=(), trigger="attack", words="the attack", start=200, end=210)

    assert is_one(telling(), bare)
    assert not is_one(telling("d2"), bare)


def test_an_event_goes_on_from_the_scene_told_before_it() -> None:
    scene = Scene("2023-08-13", "2023-08-13", "El Obeid", "SDN", 379003)
    police = {"type": "COERCE", "mode": "arrest", "actors": (Party("police", sector="COP"),), "trigger": "arrested"}
    left, right = (
        undated(name, recipients=(Party("protesters", sector="CVL"),), words="police arrested some", **police)
        for name in ("d1", "d2")
    )

    assert not is_one(left, right)
    assert is_one(replace(left, scene=scene), replace(right, scene=scene))


def test_evidence_gives_its_reasons() -> None:
    evidence = same_happening(telling(), telling("d2", actors=(REBELS,)))

    assert "both are in El Obeid" in evidence.reasons_for
    assert evidence.reasons_against == ("who did it differs",)
    assert 0 <= evidence.score <= 1


def test_evidence_is_the_same_both_ways() -> None:
    left, right = telling(), undated("d2", status="not-happened")

    assert same_happening(left, right).score == same_happening(right, left).score
