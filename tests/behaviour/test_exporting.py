"""`onrecord export` as a user runs it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.records import Somebody, port, record, story

from onrecord.interfaces.cli import commands
from onrecord.interfaces.exports import FORMATS
from onrecord.interfaces.output import CannotWrite
from onrecord.ledger import Ledger
from onrecord.record import Record

LUHANSK = Somebody("the Luhansk militia", "UA-LPR", type="organisation")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Ledger.open("onrecord.db", create=True) as ledger:
        ledger.add(port())
        ledger.add(record("Boris", outlet="The Gazette", published="2024-06-02"))
        ledger.add(story(LUHANSK, published="2023-01-01"))
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(commands, ["export", *arguments], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert not result.return_value
    return result


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_twice_the_same(name: str, folder: Path) -> None:
    told = run("--to", name, "-o", "one").stderr
    assert f"3 documents exported as {name}" in told
    run("--to", name, "-o", "other")
    one, other = ([path] if path.is_file() else sorted(path.iterdir()) for path in (folder / "one", folder / "other"))
    assert [path.read_bytes() for path in one if path.suffix != ".json"] == [
        path.read_bytes() for path in other if path.suffix != ".json"
    ]


def test_json_lines_go_to_standard_output_and_read_back() -> None:
    records = [Record.from_json(line) for line in run("--to", "jsonl", "-o", "-").stdout.splitlines()]
    assert port() in records


def test_documents_are_chosen_by_outlet_and_date() -> None:
    def found(*arguments: str) -> list[str]:
        lines = run("--to", "jsonl", "-o", "-", *arguments).stdout.splitlines()
        return [json.loads(line)["document"]["published"] for line in lines]

    assert found("--outlet", "gazette") == ["2024-06-02"]
    assert found("--since", "2024") == ["2024-06-02", "2024-05-02"]
    assert found("--until", "2023") == ["2023-01-01"]


def test_a_viewpoint_folds_polities() -> None:
    (line,) = run("--to", "jsonl", "-o", "-", "--until", "2023", "--viewpoint", "claimants").stdout.splitlines()
    assert Record.from_json(line).entities[0].country == "UKR"


def test_a_folder_of_files_does_not_go_to_standard_output() -> None:
    with pytest.raises(Exception, match="-o FOLDER"):
        run("--to", "csv", "-o", "-")


def test_a_missing_folder_is_said() -> None:
    with pytest.raises(CannotWrite):
        run("--to", "jsonl", "-o", "nowhere/out.jsonl")
