"""Which days an EDTF value takes in."""

import pytest

from onrecord.errors import RecordError
from onrecord.record import bounds, is_duration, is_edtf

DAYS = [
    ("2024-05-02", "2024-05-02", "2024-05-02"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-05~", "2024-05-01", "2024-05-31"),
    ("2024?", "2024-01-01", "2024-12-31"),
    ("2019-21", "2019-03-01", "2019-05-31"),
    ("2019-22", "2019-06-01", "2019-08-31"),
    ("2019-23", "2019-09-01", "2019-11-30"),
    ("2019-24", "2019-12-01", "2020-02-29"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("18XX", "1800-01-01", "1899-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("2004-06-XX", "2004-06-01", "2004-06-30"),
    ("2004-XX-XX", "2004-01-01", "2004-12-31"),
    ("1994/2020", "1994-01-01", "2020-12-31"),
    ("2021-01/2021-03", "2021-01-01", "2021-03-31"),
    ("2020-11-09/..", "2020-11-09", None),
    ("../2025", None, "2025-12-31"),
    ("/2025", None, "2025-12-31"),
    ("2025/", "2025-01-01", None),
    ("../..", None, None),
    ("2020-11-09T10:00:00Z", "2020-11-09", "2020-11-09"),
    ("2020-11-09T23:30:00-05:00", "2020-11-09", "2020-11-09"),
    ("00XX", "0001-01-01", "0099-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
]


@pytest.mark.parametrize(("edtf", "first", "last"), DAYS)
def test_a_value_has_its_first_and_last_day(edtf: str, first: str | None, last: str | None) -> None:
    assert tuple(day and day.isoformat() for day in bounds(edtf)) == (first, last)
    assert is_edtf(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "", "24", "2024-13", "2023-02-29", "0000", "2024-5-2", "2025/2024", "P3M", "last Tuesday", "2024-05-02T25:00",
        "2024/2025/2026", "9999-24", "2024-33", "٢٠٢٤", "2024-05-02\n", "XXXX", "2024-02-30/2025",
    ],
)  # fmt: skip
def test_what_is_no_value_has_no_days(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(RecordError, match=r"no day|no EDTF|ends before"):
        bounds(text)


@pytest.mark.parametrize("text", ["P3M", "P2Y6M", "PT48H", "P1D", "P6W", "P1DT12H", "PT1H30M"])
def test_durations(text: str) -> None:
    assert is_duration(text)


@pytest.mark.parametrize("text", ["P", "PT", "P1DT", "3M", "P1.5Y", "p3m", "P3M ", "P1D2Y", "2024"])
def test_no_durations(text: str) -> None:
    assert not is_duration(text)
