"""Files and folders that are whole or not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.strange import entry

from onrecord.analysis import Entry
from onrecord.errors import OnrecordError
from onrecord.interfaces.exports import brat, claim, ftm, geojson, ical, labelstudio, webannotation

FORMATS = (brat, claim, ftm, geojson, ical, labelstudio, webannotation)


class Broken(Exception):
    """What happens half-way."""


def breaking() -> Iterator[Entry]:
    yield entry()
    raise Broken


@pytest.mark.parametrize("form", FORMATS)
def test_a_broken_export_leaves_no_half_of_it(tmp_path: Path, form) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Broken):
        form.write(breaking(), tmp_path / "out.json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_entries_give_the_same_bytes(tmp_path: Path, form) -> None:  # type: ignore[no-untyped-def]
    written = []
    for name in ("one", "two"):
        form.write([entry()], tmp_path / name)
        files = sorted((tmp_path / name).iterdir()) if form is brat else [tmp_path / name]
        written.append([(path.name if form is brat else "", path.read_bytes()) for path in files])
    assert written[0] == written[1]


@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_that_is_missing_is_named(tmp_path: Path, form) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(OnrecordError, match="nowhere"):
        form.write([entry()], tmp_path / "nowhere" / "out")


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.geojson"
    path.write_text("old")
    geojson.write([], path)
    assert path.read_text().startswith("{")


def test_a_folder_with_files_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OnrecordError, match="other files"):
        brat.write([entry()], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    for _ in range(2):
        assert brat.write([entry()], tmp_path / "out") == 1
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert brat.write([entry()], tmp_path / "out") == 1
    assert len(list((tmp_path / "out").iterdir())) == 4
