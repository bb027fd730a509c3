"""The keys by which events are looked up."""

from dataclasses import replace

import pytest
from tests.tellings import ARMY, REBELS, telling, undated

from onrecord.ledger import EventRow
from onrecord.ledger.happenings import keys_of


@pytest.mark.parametrize(
    "other",
    [
        telling("d2", actors=(REBELS,), recipients=()),
        telling("d2", place=None, geonames=None),
        telling("d2", first="2023-08-14", last="2023-08-14"),
        undated("d2", status="not-happened"),
        undated("d2", actors=(replace(ARMY, words="Khartoum's soldiers", name="soldiers"),), recipients=()),
    ],
)
def test_whoever_could_be_one_shares_a_key(other: EventRow) -> None:
    assert keys_of(telling()) & keys_of(other)


def test_a_deed_of_another_kind_or_year_shares_none() -> None:
    assert not keys_of(telling()) & keys_of(telling("d2", type="AID", mode=None))
    assert not keys_of(telling()) & keys_of(telling("d2", first="2022-08-13", last="2022-08-13"))


def test_keys_do_not_hold_who_is_one() -> None:
    known = telling(actors=(replace(ARMY, identity=7),))

    assert keys_of(known) == keys_of(telling())


def test_a_reference_is_not_looked_up() -> None:
    assert not keys_of(undated(actors=(), recipients=(), trigger="attack", words="the attack"))


def test_a_long_time_has_few_keys() -> None:
    assert len(keys_of(telling(first="1994-01-01", last="2023-12-31"))) < 40
