"""`onrecord diff` as a user runs it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner, Result
from tests.analysis.differences.revised import load
from tests.keeping import keep
from tests.records import port, record

from onrecord.interfaces.cli import commands
from onrecord.record import Coder, Record

EARLIER, LATER = load("dam")
FIRST = port()
SECOND = replace(FIRST, coder=Coder("stand-in", "2"), events=FIRST.events[:-1])


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The ledger has a document that was coded twice and one that was revised."""
    monkeypatch.chdir(tmp_path)
    with keep(tmp_path / "onrecord.db", EARLIER, FIRST, LATER, SECOND):
        pass


def run(*arguments: str, status: int) -> Result:
    result = CliRunner().invoke(commands, ["diff", *arguments], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert result.return_value == status
    return result


def compared(result: Result) -> list[tuple[str, str]]:
    return [(row["compared"], row["line"].split(":")[0]) for row in map(json.loads, result.stdout.splitlines())]


@pytest.mark.usefixtures("kept")
def test_without_a_document_all_that_was_revised_or_coded_again_is_told() -> None:
    assert compared(run(status=1)) == [
        ("revisions", "A denial was removed"),
        ("revisions", "A number was altered"),
        ("codings", "An event was removed"),
    ]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("flag", "told"), [("--codings", {"codings"}), ("--revisions", {"revisions"})])
def test_one_kind_can_be_asked_for(flag: str, told: set[str]) -> None:
    assert {kind for kind, _ in compared(run(flag, status=1))} == told


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "name", [LATER.document.id, LATER.document.id[:15], LATER.document.id[7:19], LATER.document.uri]
)
def test_a_document_is_named_by_its_id_a_beginning_or_its_uri(name: str) -> None:
    assert [kind for kind, _ in compared(run(name, status=1))] == ["revisions", "revisions"]


@pytest.mark.usefixtures("kept")
def test_a_name_that_is_no_documents_is_refused() -> None:
    with pytest.raises(ClickException, match="no document is called nowhere"):
        run("nowhere", status=2)


@pytest.mark.usefixtures("kept")
def test_old_and_new_words_stand_side_by_side() -> None:
    page = run("--format", "table", status=1).stdout
    for words in ("Dam above Coril gives way", "denial removed", "At least 14 … people", "At least 23 … people",
                  "stand-in 1 → stand-in 2", "events: PROTEST: striking"):  # fmt: skip
        assert words in page


@pytest.mark.usefixtures("kept")
def test_a_line_has_the_places_in_both_texts() -> None:
    row = json.loads(run(LATER.document.id, status=1).stdout.splitlines()[1])
    (before,), (after,) = ([span for span in row[key] if span["text"] == words] for key, words in
                           (("before_spans", "At least 14"), ("after_spans", "At least 23")))  # fmt: skip
    assert EARLIER.document.text[before["start"] : before["end"]] == "At least 14"
    assert LATER.document.text[after["start"] : after["end"]] == "At least 23"


@pytest.mark.usefixtures("kept")
def test_the_limit_is_of_comparisons_that_found_something() -> None:
    result = run("--limit", "1", status=1)
    assert {kind for kind, _ in compared(result)} == {"revisions"}
    assert "1 are shown; --limit shows more" in result.stderr


def ledger(path: Path, *records: Record) -> str:
    with keep(path, *records):
        return str(path)


def test_two_ledgers_are_compared_by_their_files(tmp_path: Path) -> None:
    left = ledger(tmp_path / "a.db", FIRST, record("Ana"))
    right = ledger(tmp_path / "b.db", SECOND)
    rows = [json.loads(line) for line in run(left, right, status=1).stdout.splitlines()]
    assert [(row["compared"], row.get("only_in"), row.get("line")) for row in rows] == [
        ("ledgers", left, None),
        ("codings", None, "An event was removed: “PROTEST: striking”"),
    ]


def test_one_document_is_compared_with_another_ledgers(tmp_path: Path) -> None:
    left, right = ledger(tmp_path / "a.db", FIRST), ledger(tmp_path / "b.db", SECOND)
    rows = run(FIRST.document.id, "--ledger", left, "--with", right, status=1).stdout.splitlines()
    assert len(rows) == 1


def test_ledgers_that_say_the_same_differ_in_nothing(tmp_path: Path) -> None:
    left, right = ledger(tmp_path / "a.db", FIRST), ledger(tmp_path / "b.db", FIRST)
    assert "nothing differs" in run(left, right, status=0).stderr
