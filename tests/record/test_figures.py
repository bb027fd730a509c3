"""What a figure refuses, and that its numbers keep their form."""

import pytest

from onrecord.errors import RecordError
from onrecord.record import Coder, Counted, Document, Figure, Record, cut, document_id

TEXT = "At least 40,000 refugees fled, 46.1 % of them children."


def record(*figures: Figure) -> Record:
    return Record(Document(id=document_id(TEXT), text=TEXT), Coder("onrecord", "0"), figures=figures)


def refugees(**changes: object) -> Figure:
    values: dict[str, object] = {
        "id": "f1",
        "spans": (cut(TEXT, 0, 15),),
        "low": 40000,
        "high": None,
        "exact": False,
        "counts": Counted((cut(TEXT, 16, 24),), "refugee"),
    }
    return Figure(**(values | changes))  # type: ignore[arg-type]


def test_figures_come_back_from_json_with_whole_numbers_whole() -> None:
    made = record(refugees(), refugees(id="f2", low=46.1, high=46.1, unit="%"))
    read = Record.from_json(made.to_json())
    assert read == made
    assert '"low":40000,' in made.to_json()
    assert [type(figure.low) for figure in read.figures] == [int, float]


@pytest.mark.parametrize(("low", "high"), [(None, None), (3, 2)])
def test_a_range_without_values_or_turned_round_is_refused(low: float | None, high: float | None) -> None:
    with pytest.raises(RecordError):
        refugees(low=low, high=high)


@pytest.mark.parametrize("field", ["voice", "entity"])
def test_a_reference_to_nothing_is_refused(field: str) -> None:
    with pytest.raises(RecordError, match=rf"figures\[f1\]\.{field}"):
        record(refugees(**{field: "z9"}))


def test_a_span_that_does_not_slice_is_named() -> None:
    with pytest.raises(RecordError, match=r"figures\[0\]\.counts\.spans\[0\]"):
        record(refugees(counts=Counted((cut("x" * 16 + "refugets", 16, 24),), "refugee")))


def test_numbers_that_are_none_are_refused_by_name() -> None:
    plain = record(refugees()).to_dict()
    plain["figures"][0]["low"] = True
    with pytest.raises(RecordError, match=r"figures\[0\]\.low"):
        Record.from_dict(plain)
