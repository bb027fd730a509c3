"""How long and how often: ISO 8601 durations."""

import pytest

from onrecord.annotation.times import find_times

CASES = [
    ("for three months", "duration", "three months", "P3M"),
    ("a 30-day truce", "duration", "30-day", "P30D"),
    ("the two-year mandate", "duration", "two-year", "P2Y"),
    ("ten years of war", "duration", "ten years", "P10Y"),
    ("within 48 hours", "duration", "48 hours", "PT48H"),
    ("for two and a half years", "duration", "two and a half years", "P2Y6M"),
    ("for a year and a half", "duration", "a year and a half", "P1Y6M"),
    ("a two-and-a-half-year term", "duration", "two-and-a-half-year", "P2Y6M"),
    ("three years and two months in jail", "duration", "three years and two months", "P3Y2M"),
    ("for half an hour", "duration", "half an hour", "PT30M"),
    ("for a couple of weeks", "duration", "a couple of weeks", "P2W"),
    ("three consecutive days of protest", "duration", "three consecutive days", "P3D"),
    ("sentenced to 12 years in prison", "duration", "12 years", "P12Y"),
    ("two decades of exile", "duration", "two decades", "P20Y"),
    ("a week-long siege", "duration", "week-long", "P1W"),
    ("a twenty-five-year lease", "duration", "twenty-five-year", "P25Y"),
    ("the first visit in ten years", "duration", "ten years", "P10Y"),
    ("for several weeks", "duration", "several weeks", None),
    ("for years", "duration", "years", None),
    ("two to three weeks", "duration", "two to three weeks", None),
    ("10-15 days of talks", "duration", "10-15 days", None),
    ("paid daily", "set", "daily", "P1D"),
    ("a weekly briefing", "set", "weekly", "P1W"),
    ("the annual Hajj", "set", "annual", "P1Y"),
    ("every Friday", "set", "every Friday", "P1W"),
    ("on Mondays", "set", "Mondays", "P1W"),
    ("each year", "set", "each year", "P1Y"),
    ("every two weeks", "set", "every two weeks", "P2W"),
    ("every other day", "set", "every other day", "P2D"),
    ("every May", "set", "every May", "P1Y"),
    ("twice a month", "set", "twice a month", "P1M"),
    ("three times a year", "set", "three times a year", "P1Y"),
    ("300 people a day", "set", "a day", "P1D"),
    ("$3 billion a year", "set", "a year", "P1Y"),
    ("20 barrels per day", "set", "per day", "P1D"),
    ("every few days", "set", "every few days", None),
]


@pytest.mark.parametrize(("text", "kind", "words", "edtf"), CASES, ids=[case[0] for case in CASES])
def test_an_amount_has_its_duration(text: str, kind: str, words: str, edtf: str | None) -> None:
    assert [(time.kind, time.spans[0].text, time.edtf) for time in find_times(text)] == [(kind, words, edtf)]
