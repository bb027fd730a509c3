"""Promises of the times: every span slices to its words, every value is well-formed, and no text takes too long."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.times import find_times
from onrecord.record import Time, bounds, is_duration, is_edtf

WORDS = st.sampled_from(
    "the a last next this past that every of to and - – , . ' 's on in by until since from between after before for"
    " two three 3 9 15 31 99 2020 1994 10:30 p.m. half few early late mid end beginning Tuesday Monday Friday May March"
    " November Nov. February day days week weeks month months year years decade century quarter first second summer"
    " winter weekend ago later earlier following previous coming same daily twice 1990s 19th war Easter Christmas"
    " 2020-11-09 25/9/2020 rest annexation tomorrow yesterday today overnight couple dozen million 2015–18".split()
)
TIMELIKE = st.lists(WORDS, max_size=30).map(" ".join)
JOINED = st.lists(WORDS, max_size=30).map("".join)
ANY_TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=150)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)).map(date.isoformat)
PUBLISHED = st.one_of(st.none(), DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))


@settings(max_examples=600, deadline=None)
@given(text=st.one_of(TIMELIKE, JOINED, ANY_TEXT), published=PUBLISHED)
def test_every_span_slices_and_every_value_is_well_formed(text: str, published: str | None) -> None:
    times = find_times(text, published)
    ends = [0]
    for time in times:
        (span,) = time.spans
        assert text[span.start : span.end] == span.text
        assert span.start >= ends[-1]
        ends.append(span.end)
        assert is_well_formed(time), time


def is_well_formed(time: Time) -> bool:
    reckoned = (time.anchor is None) == (time.arithmetic is None)
    if time.edtf is None:
        return reckoned and time.arithmetic is None
    if time.kind in ("duration", "set"):
        return is_duration(time.edtf) and time.arithmetic is None
    return reckoned and is_edtf(time.edtf) and (time.kind != "point" or "/" not in time.edtf)


@settings(max_examples=200, deadline=None)
@given(text=TIMELIKE)
def test_what_has_a_value_without_an_anchor_keeps_its_kind_with_one(text: str) -> None:
    bare = {time.spans: time.kind for time in find_times(text) if time.edtf is not None}
    anchored = {time.spans: time.kind for time in find_times(text, "2024-05-02")}
    assert set(bare) <= set(anchored)
    assert all(anchored[spans] == kind for spans, kind in bare.items())


@settings(max_examples=200, deadline=None)
@given(day=st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_yesterday_lies_before_tomorrow(day: date) -> None:
    yesterday, tomorrow = (time.edtf for time in find_times("yesterday and tomorrow", day.isoformat()))
    assert yesterday is not None
    assert tomorrow is not None
    assert bounds(yesterday)[1] < day < bounds(tomorrow)[0]  # type: ignore[operator]


LONG = [
    "9 " * 20_000, "the " * 20_000, "May " * 20_000, "in March and " * 8_000, "2020" * 20_000,
    "early late mid " * 8_000, "1, 2, 3, 4, " * 8_000, "a further " * 10_000, "Monday, " * 10_000,
    "three years and " * 8_000, "x" * 200_000, "twenty-" * 12_000, "the end of " * 8_000, "'" * 50_000,
    "from 3 to " * 8_000,
]  # fmt: skip


@pytest.mark.parametrize("text", LONG, ids=[text[:12] for text in LONG])
def test_a_long_line_takes_no_longer_than_it_is(text: str) -> None:
    started = perf_counter()
    find_times(text, "2024-05-02")
    # One to three seconds here; a reading that is not linear takes minutes.
    assert perf_counter() - started < 15
