"""The list of formats: each has its module, its columns, and writes through one door."""

from importlib import import_module
from pathlib import Path

import pytest
from tests.clashes import clash, entry

from onrecord.interfaces.exports import FORMATS, Export
from onrecord.interfaces.output import CannotWrite

EXPORTS = pytest.mark.parametrize("export", FORMATS.values(), ids=FORMATS)


@EXPORTS
def test_every_format_writes_a_file_or_a_folder_as_it_says(export: Export, tmp_path: Path) -> None:
    path = tmp_path / f"out{export.suffix}"
    assert export.write([entry(clash())], path) >= 1
    assert path.is_dir() == export.is_folder
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@EXPORTS
def test_nothing_to_write_is_no_error(export: Export, tmp_path: Path) -> None:
    assert export.write([], tmp_path / "out") == 0
    assert (tmp_path / "out").exists()


@EXPORTS
def test_a_folder_that_is_missing_is_said(export: Export, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"out: cannot be written: No such file"):
        export.write([entry(clash())], tmp_path / "missing" / "out")


@EXPORTS
def test_every_format_says_what_it_is_for_and_where_its_layout_comes_from(export: Export) -> None:
    module = import_module(f"onrecord.interfaces.exports.{export.module}")
    assert export.purpose
    assert module.__doc__


def test_what_breaks_off_leaves_the_earlier_export_as_it_was(tmp_path: Path) -> None:
    def broken() -> object:
        yield entry(clash())
        raise RuntimeError("the ledger went away")

    for export in FORMATS.values():
        path = tmp_path / f"{export.name}-out"
        export.write([entry(clash())], path)
        before = {each: each.read_bytes() for each in ([path] if path.is_file() else path.iterdir())}
        with pytest.raises(RuntimeError):
            export.write(broken(), path)  # type: ignore[arg-type]
        assert {each: each.read_bytes() for each in ([path] if path.is_file() else path.iterdir())} == before
