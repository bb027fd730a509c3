import pytest

from onrecord.record import is_edtf_date


@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-02-29", "0001"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert is_edtf_date(text)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2023-02-29", "2024-5-2", "02.05.2024", "2024-05-02 ", "2024?", "٢٠٢٤", "0000"]
)
def test_what_the_calendar_does_not_have_is_no_date(text: str) -> None:
    assert not is_edtf_date(text)
