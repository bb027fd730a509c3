"""A text cut at the edges of its marks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.interfaces.web.segments import Mark, cut_segments, split_paragraphs


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = draw(st.lists(places, max_size=8))
    return text, [Mark(min(p), max(p), "content", f"s{n}") for n, p in enumerate(pairs) if p[0] != p[1]]


@given(marked_texts())
def test_the_segments_are_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    assert "".join(segment.text for segment in cut_segments(text, marks)) == text


@given(marked_texts())
def test_the_segments_of_a_mark_are_its_words(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    segments = list(cut_segments(text, marks))
    for mark in marks:
        assert "".join(each.text for each in segments if mark in each.marks) == text[mark.start : mark.end]


@given(st.text(max_size=60))
def test_paragraphs_hold_everything_but_line_breaks(text: str) -> None:
    paragraphs = split_paragraphs(cut_segments(text, []))
    assert ["".join(segment.text for segment in each) for each in paragraphs] == [
        line for line in text.splitlines() if line
    ]


def test_the_innermost_mark_comes_first() -> None:
    outer, inner = Mark(0, 9, "content", "s1"), Mark(2, 4, "source", "s2")
    (segment,) = [each for each in cut_segments("A B C D E", [outer, inner]) if each.start == 2]
    assert segment.marks == (inner, outer)
