"""Files and folders that are whole or not there."""

from pathlib import Path

import pytest

from onrecord.interfaces.output import CannotWrite, replacing, replacing_folder


def test_a_file_takes_its_name_when_it_is_complete(tmp_path: Path) -> None:
    with replacing(tmp_path / "out.txt") as file:
        file.write("whole")
        assert not (tmp_path / "out.txt").exists()
    assert (tmp_path / "out.txt").read_text() == "whole"


def test_a_folder_takes_its_name_when_it_is_complete(tmp_path: Path) -> None:
    with replacing_folder(tmp_path / "out") as folder:
        (folder / "a.txt").write_text("whole")
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "a.txt").read_text() == "whole"
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def test_a_folder_that_breaks_off_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), replacing_folder(tmp_path / "out"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_must_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(CannotWrite, match="is a file"), replacing_folder(tmp_path / "out"):
        pass
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with (
        pytest.raises(CannotWrite, match=r"holds other files \(mine.txt\)"),
        replacing_folder(tmp_path / "out") as folder,
    ):
        (folder / "a.txt").write_text("new")
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["mine.txt"]
