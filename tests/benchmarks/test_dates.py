"""Moving times by days."""

import pytest
from benchmarks.synthetic.dates import moved, rewritten

from onrecord.record import is_edtf

VALUES = [
    ("2024-05-02", 7, "2024-05-09"),
    ("2024-05", 31, "2024-06"),
    ("2024", 365, "2025"),
    ("../2025", 730, "../2027"),
    ("2023-07/..", 365, "2024-07/.."),
    ("199X", 3652, "200X"),
    ("2024-23", 365, "2025-23"),
    ("2024-12-10/2024", 180, "2025-06-08/2025"),
    ("Tuesday before 2024-05-02 (Thursday) = 2024-04-30", -7, "Tuesday before 2024-04-25 (Thursday) = 2024-04-23"),
    ("2024-04-29 + P30D = 2024-05-29", 7, "2024-05-06 + P30D = 2024-06-05"),
]


@pytest.mark.parametrize(("value", "days", "expected"), VALUES)
def test_a_value_is_moved_as_exactly_as_it_is_written(value: str, days: int, expected: str) -> None:
    assert moved(value, days) == expected


@pytest.mark.parametrize("days", range(-3650, 3650, 777))
@pytest.mark.parametrize("value", ["2024-02-29", "2024-12-31/2025", "2023-12/2024", "2024-24", "200X", "2019/.."])
def test_a_moved_value_is_one(value: str, days: int) -> None:
    assert is_edtf(moved(value, days))


WORDS = [
    ("22 August 2023", "2023-08-22", 14, "5 September 2023"),
    ("Aug. 21, 2023", "2023-08-21", 7, "Aug. 28, 2023"),
    ("March 12, 2024", "2024-03-12", 7, "March 19, 2024"),
    ("on 3 May", "2022-05-03", 7, "on 10 May"),
    ("since July", "2023-07/..", 31, "since August"),
    ("until 2025", "../2025", 365, "until 2026"),
    ("the 1980s", "198X", 3652, "the 1990s"),
    ("by 2024-06-30", "../2024-06-30", 7, "by 2024-07-07"),
    ("last Tuesday", "2024-04-30", 7, "last Tuesday"),
    ("on 29 February", None, 7, "on 7 March"),
]


@pytest.mark.parametrize(("words", "value", "days", "expected"), WORDS)
def test_the_dates_written_out_in_words_are_moved(words: str, value: str | None, days: int, expected: str) -> None:
    assert rewritten(words, value, days) == expected
