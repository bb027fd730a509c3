"""A text cut at the edges of its marks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.interfaces.web.segments import Mark, Segment, cut_segments, nest_segments, split_paragraphs


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = draw(st.lists(st.tuples(places, st.sampled_from(["content", "name"])), max_size=8))
    return text, [Mark(min(p), max(p), role, f"{role}{n}") for n, (p, role) in enumerate(pairs) if p[0] != p[1]]


def is_inner(mark: Mark) -> bool:
    return mark.role == "name"


def nested(text: str, marks: list[Mark]) -> list[tuple[tuple[Mark, ...], list[Segment]]]:
    return list(nest_segments(cut_segments(text, marks), is_inner))


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


@given(marked_texts())
def test_nesting_changes_neither_text_nor_marks(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    runs = nested(text, marks)
    assert "".join(each.text for _, run in runs for each in run) == text
    for mark in marks:
        words = [each.text for outer, run in runs for each in run if mark in (each.marks if is_inner(mark) else outer)]
        assert "".join(words) == text[mark.start : mark.end]


@given(marked_texts())
def test_inner_marks_do_not_cut_the_outer_runs(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    runs = ["".join(each.text for each in run) for _, run in nested(text, marks)]
    outer = [mark for mark in marks if not is_inner(mark)]
    assert runs == [each.text for each in cut_segments(text, outer)]


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
