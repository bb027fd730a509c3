"""Explicit expressions of time and their EDTF values."""

import pytest

from onrecord.annotation.times import find_times

CASES = [
    ("on 9 November 2020", "9 November 2020", "2020-11-09"),
    ("on 9th of November, 2020", "9th of November, 2020", "2020-11-09"),
    ("On Nov. 9, 2020, they met", "Nov. 9, 2020", "2020-11-09"),
    ("dated 2020-11-09.", "2020-11-09", "2020-11-09"),
    ("at 2020-11-09T10:00:00Z", "2020-11-09T10:00:00Z", "2020-11-09T10:00:00Z"),
    ("in March 2023", "March 2023", "2023-03"),
    ("the war of 1994", "1994", "1994"),
    ("until 2025", "until 2025", "../2025"),
    ("since 9 November 2020", "since 9 November 2020", "2020-11-09/.."),
    ("from 1994 to 2020", "from 1994 to 2020", "1994/2020"),
    ("in 2015–2018", "2015–2018", "2015/2018"),
    ("in 1998–99", "1998–99", "1998/1999"),
    ("between May 2019 and June 2020", "between May 2019 and June 2020", "2019-05/2020-06"),
    ("in the early 2000s", "the early 2000s", "200X"),
    ("signed on 9.11.2020", "9.11.2020", "2020-11-09"),
    ("signed on 25/9/2020", "25/9/2020", "2020-09-25"),
    ("Resolution 2254 (2015)", "2015", "2015"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), CASES, ids=[case[0] for case in CASES])
def test_an_explicit_expression_has_its_words_and_value(text: str, words: str, edtf: str) -> None:
    assert [(time.spans[0].text, time.edtf) for time in find_times(text)] == [(words, edtf)]


@pytest.mark.parametrize("text", ["signed on 3/4/2020", "on 31 February 2020", "on 9 November", "on Sept. 11"])
def test_what_the_words_do_not_settle_has_no_value(text: str) -> None:
    assert [time.edtf for time in find_times(text)] == [None]


@pytest.mark.parametrize(
    "text", ["some 2019 people", "2,020 troops", "Room 1994", "it may 2020", "a 2020-strong force"]
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_times(text) == ()
