"""What arguments name."""

from pathlib import Path

import pytest

from onrecord.documents import find_documents
from onrecord.errors import NothingToRead


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.html", "deep/c.htm", ".hidden/d.txt", "picture.png", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["b.txt"], ["b.txt"]),
        (["."], ["a.html", "b.txt", "deep/c.htm", "odd[1].txt"]),
        (["*.txt"], ["b.txt", "odd[1].txt"]),
        (["**/*.htm*"], ["a.html", "deep/c.htm"]),
        (["odd[1].txt"], ["odd[1].txt"]),
        (["b.txt", "b.txt"], ["b.txt"]),
        (["-"], ["standard input"]),
        (["https://example.org/a"], ["https://example.org/a"]),
        (["missing.txt"], ["missing.txt"]),
        (["picture.png"], ["picture.png"]),
    ],
)
def test_documents_are_found_in_order(folder: Path, arguments: list[str], expected: list[str]) -> None:
    assert [str(location) for location in find_documents(arguments)] == expected


@pytest.mark.parametrize(
    ("argument", "problem"), [("empty", "no documents in this folder"), ("*.xyz", "no file matches")]
)
def test_an_argument_that_names_nothing_keeps_its_reason(folder: Path, argument: str, problem: str) -> None:
    (location,) = find_documents([argument])
    assert location.problem is not None
    assert problem in location.problem


def test_no_arguments_are_refused() -> None:
    with pytest.raises(NothingToRead):
        find_documents([])
