"""`onrecord review` as a user runs it."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click import ClickException
from click.testing import CliRunner, Result
from tests.corrections import depot
from tests.records import port
from tests.reviewed_ledger import ReviewedLedger

from onrecord.errors import LedgerError, ReviewError
from onrecord.interfaces.cli import commands
from onrecord.ledger import Ledger
from onrecord.record import Record

DEPOT = depot().document.id


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ReviewedLedger, "kept", {}, raising=False)
    # Until the ledger itself keeps reviews.
    monkeypatch.setattr(import_module("onrecord.interfaces.cli.review.ledger"), "Ledger", ReviewedLedger)
    for name in ("onrecord.db", "theirs.db"):
        with Ledger.open(name, create=True) as ledger:
            ledger.add(at("news/depot.txt", depot()))
    with Ledger.open("onrecord.db") as ledger:
        ledger.add(at("news/port.txt", port()))
    return tmp_path


def at(uri: str, record: Record) -> Record:
    plain = record.to_dict()
    return Record.from_dict({**plain, "document": {**plain["document"], "uri": uri}})


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(commands, arguments, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert (result.return_value or 0) == status
    return result


def decide(verdict: str, *arguments: str) -> str:
    return run("review", verdict, *arguments, "--by", "ana", "--why", "so it says").stdout


def rows(*arguments: str) -> dict[str, dict[str, Any]]:
    lines = run("review", "depot.txt", "--format", "jsonl", *arguments).stdout.splitlines()
    return {row["item"]: row for row in map(json.loads, lines)}


def test_the_items_are_listed_by_their_ids() -> None:
    found = rows()
    assert found["s4"]["words"] == "Karl Voss | denied | that police had raided its office"
    assert found["e3"]["words"] == "COERCE seize: police | raided | its office (The union) (not-happened, says s4)"
    assert found["n1"]["words"] == "Lena Marsh, person, NOR, GOV, envoy"
    assert found["m2"]["words"] == "She | pronoun | Lena Marsh"
    assert {row["part"] for row in rows("--part", "terms").values()} == {"document", "terms"}


def test_a_decision_is_told_and_shown_beside_its_item() -> None:
    told = decide("correct", "depot.txt", "s2", "source", "--to", "She", "--entity", "Karl Voss")
    assert "ana  corrected source of statements “that rebels had shelled" in told
    assert told.rstrip().endswith(": so it says")
    page = run("review", "depot.txt", "--format", "table").stdout
    assert "She (Karl Voss) | said | that rebels had shelled" in page
    assert "[source corrected by ana (1)]" in page


def test_words_numbers_lists_and_nothing_are_given_as_values() -> None:
    decide("correct", "depot.txt", "e1", "actors", "--to", "police", "--to", "n4")
    decide("correct", "depot.txt", "f1", "--set", "low=100", "--set", "high=200")
    decide("correct", "depot.txt", "e1", "place", "--nothing")
    decide("correct", "depot.txt", "t1", "spans", "--to", "@32:41")
    found = rows()
    assert found["e1"]["words"].startswith("ASSAULT heavy-weapons: police, Karl Voss | shelled")
    assert found["f1"]["words"].startswith("100 to 200 |")
    assert found["t1"]["words"].startswith("on Monday |")


def test_what_is_rejected_is_listed_all_the_same_with_what_went_with_it() -> None:
    decide("reject", "depot.txt", "s2")
    found = rows()
    assert [each["verdict"] for each in found["s2"]["reviews"]] == ["reject"]
    assert found["e1"]["reviews"][0]["number"] == 1


def test_what_is_missing_is_added() -> None:
    decide("add", "depot.txt", "events", "--set", "trigger=hold", "--set", "type=AGREE", "--set", "voice=s1")
    (added,) = [row for item, row in rows().items() if item.startswith("eh")]
    assert added["words"] == "AGREE: – | hold | – (happened, says s1)"
    assert added["reviews"][0]["verdict"] == "add"


def test_confirming_and_remarking_are_shown_and_change_nothing() -> None:
    before = {item: row["words"] for item, row in rows().items()}
    run("review", "confirm", "depot.txt", "e1", "--by", "ana")
    decide("comment", "depot.txt", "e1", "place")
    found = rows()
    assert {item: row["words"] for item, row in found.items()} == before
    assert [each["verdict"] for each in found["e1"]["reviews"]] == ["confirm", "comment"]


def test_undoing_gives_back_what_was_and_the_log_keeps_both() -> None:
    before = rows()
    decide("reject", "depot.txt", "s2")
    assert "bo  took back 1, on statements" in run("review", "undo", "1", "--by", "bo", "--why", "mistaken").stdout
    assert rows() == before
    log = run("review", "log", "depot.txt", "--format", "table").stdout.splitlines()
    assert len(log) == 2
    assert log[0].endswith("(undone by 2)")


def test_what_is_undone_or_was_never_made_is_not_undone() -> None:
    with pytest.raises(LedgerError, match="there is no review 1; see them with: onrecord review log"):
        run("review", "undo", "1", "--why", "mistaken")
    decide("reject", "depot.txt", "s2")
    run("review", "undo", "1", "--why", "mistaken")
    with pytest.raises(LedgerError, match="review 1 was undone already, by review 2"):
        run("review", "undo", "1", "--why", "mistaken")


def test_two_people_who_differ_are_listed() -> None:
    decide("reject", "depot.txt", "f1")
    run("review", "undo", "1", "--by", "ana", "--why", "to see it")
    decide("correct", "depot.txt", "s1", "act", "--to", "promise")
    run("review", "correct", "depot.txt", "s1", "act", "--to", "predict", "--by", "bo", "--why", "no promise")
    result = run("review", "agreement", "--conflicts", "--format", "table")
    assert result.stdout.startswith("differ\n")
    assert result.stderr == "0% of 1 agreed\n"


def test_a_patch_goes_to_another_ledger_once() -> None:
    decide("correct", "depot.txt", "s1", "source", "--to", "reporters")
    decide("reject", "port.txt", "e5")
    run("review", "export", "-o", "patch.jsonl")
    first = run("review", "import", "patch.jsonl", "--ledger", "theirs.db", status=1)
    assert first.stdout == "1 reviews and 0 judgements new, 0 known\n"
    assert first.stderr == "1 left out: news/port.txt is not in the ledger\n"
    assert "reporters | told" in run("review", "depot.txt", "--ledger", "theirs.db").stdout
    again = run("review", "import", "patch.jsonl", "--ledger", "theirs.db", status=1)
    assert again.stdout == "0 reviews and 0 judgements new, 1 known\n"


def test_a_patch_of_one_document_goes_to_stdout() -> None:
    decide("reject", "port.txt", "e5")
    decide("reject", "depot.txt", "e4")
    lines = run("review", "export", "port.txt").stdout.splitlines()
    assert [json.loads(line).get("words") for line in lines] == [None, "striking"]


def test_a_wrong_line_of_a_patch_is_named_and_nothing_is_taken(folder: Path) -> None:
    decide("correct", "depot.txt", "s1", "source", "--to", "reporters")
    decide("reject", "depot.txt", "e4")
    run("review", "export", "-o", "patch.jsonl")
    patch = folder / "patch.jsonl"
    patch.write_text(patch.read_text().replace('"text":"promised"', '"text":"PROMISED"'))
    with pytest.raises(ReviewError, match=r"patch.jsonl, line 3: 'PROMISED' does not stand at .*nothing was applied"):
        run("review", "import", "patch.jsonl", "--ledger", "theirs.db")
    assert run("review", "log", "--ledger", "theirs.db").stdout == ""


@pytest.mark.parametrize(
    "called", ["news/depot.txt", "depot.txt", DEPOT, DEPOT[:15], DEPOT.removeprefix("sha256:")[:6]]
)
def test_a_document_is_known_by_its_address_its_id_or_part_of_either(called: str) -> None:
    assert "says s4" in run("review", called, "--format", "table").stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("nowhere.txt",), "no document is called nowhere.txt"),
        (("sha256:",), "2 documents are called sha256:; give the id of one"),
        (("confirm", "depot.txt", "s99"), "s99 is not in the record; see what is with: onrecord review DOCUMENT"),
        (("correct", "depot.txt", "s1", "act", "--to", "sing", "--why", "x"), "statements.act: 'sing' is none"),
        (("correct", "depot.txt", "s1", "act", "--why", "x"), "say what is right with --to VALUE, or --nothing"),
        (("correct", "depot.txt", "s1", "act", "--to", "ask", "--nothing", "--why", "x"), "--to VALUE, or --nothing"),
        (("correct", "depot.txt", "s1", "--why", "x"), "name a FIELD, or give fields with --set FIELD=VALUE"),
        (("correct", "depot.txt", "s1", "--set", "act", "--why", "x"), "'act' has no value"),
        (("correct", "depot.txt", "s1", "act", "--to", "assert", "--why", "x"), "act says so already; confirm it"),
        (("add", "depot.txt", "events", "--set", "type=AGREE", "--why", "x"), "say by which words of the text"),
        (("add", "depot.txt", "events", "--set", "trigger=met", "--why", "x"), "the text has no 'met'"),
        (("add", "depot.txt", "events", "--set", "trigger=hold", "--why", "x"), "events.type: is missing"),
        (("add", "depot.txt", "events", "--set", "trigger=visit", "--set", "type=CONSULT", "--why", "x"), "e5 says"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_said_and_nothing_is_written(arguments: tuple[str, ...], complaint: str) -> None:
    with pytest.raises((ClickException, ReviewError)) as refusal:
        run("review", *arguments)
    message = refusal.value.message if isinstance(refusal.value, ClickException) else str(refusal.value)
    assert complaint in message
    assert not any(ReviewedLedger.kept.values())


def test_hostile_words_cannot_steer_the_terminal() -> None:
    decide("correct", "depot.txt", "n1", "name", "--to", "\x1b[31mLena\u202e")
    page = run("review", "depot.txt", "--format", "table").stdout
    assert "[31mLena" in page
    assert "\x1b" not in page
    assert "\u202e" not in page
