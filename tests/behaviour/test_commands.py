"""The commands as a user runs them: exit status, stdout, stderr, and what is left behind."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.interfaces.cli import commands

ARTICLE = "“We will wait,” the minister said on 2 May 2024.\n\nShe denied that the port had been sold.\n"
PAGE = "<html><head><title>T</title></head><body><article>" + (
    "<p>The envoy said that the talks on the canal would go on after the harvest.</p>" * 3
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "news" / "b.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(commands, arguments, input=stdin, standalone_mode=False)


def status(result: Result) -> int:
    """The status `main` exits with."""
    if result.exception is not None:
        raise result.exception
    return result.return_value or 0


def test_read_writes_one_record_a_line(folder: Path) -> None:
    result = run("read", "news")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert status(result) == 0
    assert [record["document"]["uri"] for record in records] == ["news/a.txt", "news/b.html"]
    assert records[0]["document"]["text"] == ARTICLE
    assert [each["source"]["spans"][0]["text"] for each in records[0]["statements"]] == ["the minister", "She"]
    assert records[0]["times"][0]["edtf"] == "2024-05-02"


def test_read_shows_polities_from_the_viewpoint_asked_for() -> None:
    text = "The government of Transnistria said that the bridge was open."

    def entities(*options: str) -> list[tuple[str, str, str]]:
        lines = run("read", "-", "--format", "jsonl", *options, stdin=text).stdout.splitlines()
        return [(each["name"], each["country"], each["sector"]) for each in json.loads(lines[0])["entities"]]

    assert entities() == [("The government of Transnistria", "MD-PMR", "GOV"), ("Transnistria", "MD-PMR", None)]
    assert entities("--viewpoint", "claimants") == [
        ("The government of Transnistria", "MDA", "PRE"),
        ("Transnistria", "MDA", "PRE"),
    ]


def test_read_leaves_out_what_is_less_sure_than_asked() -> None:
    def sure(*arguments: str) -> list[float]:
        lines = run("read", "news", *arguments).stdout.splitlines()
        return [each["confidence"] for line in lines for each in json.loads(line)["statements"]]

    everything = sure()
    bound = sorted(everything)[1]
    assert sure("--min-confidence", str(bound)) == [each for each in everything if each >= bound]
    assert sure("--min-confidence", "1") == []


def test_read_from_standard_input_with_a_date() -> None:
    result = run("read", "-", "--published", "2024-05-02", stdin=ARTICLE)
    assert json.loads(result.stdout)["document"]["published"] == "2024-05-02"


def test_a_table_says_who_said_what() -> None:
    result = run("read", "news/a.txt", "--format", "table")
    assert "the minister" in result.stdout
    assert "direct" in result.stdout


def test_tables_of_statements_and_of_events_can_be_had_alone() -> None:
    def headings(*options: str) -> list[bool]:
        table = run("read", "news/a.txt", "--format", "table", *options).stdout
        return [heading in table for heading in ("direct", "did what")]

    assert headings("--statements") == [True, False]
    told = run("add", "news/a.txt", "--statements")
    assert "events" in told.stderr
    assert "direct" in told.stdout


def test_hostile_text_cannot_steer_the_terminal(folder: Path) -> None:
    (folder / "x.txt").write_text("“\x1b[31mWe\u202e will [bold]wait[/bold],” the minister said.", encoding="utf-8")
    table = run("read", "x.txt", "--format", "table").stdout
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "[bold]wait[/bold]" in table


BAD = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\x00\x01\x02", "NUL at byte 0"),
    "latin.txt": ("café".encode("latin-1"), "is not UTF-8"),
    "line.txt": (b"x" * 200_000, "without a space"),
    "login.html": (b"<html><input type=password><p>Log in to read</p></html>", "login or subscription"),
    "bomb.html": (b"<html>" + b"<div>" * 5000, "tags"),
}


def test_bad_documents_are_named_and_the_others_done(folder: Path) -> None:
    for name, (content, _) in BAD.items():
        (folder / "news" / name).write_bytes(content)
    (folder / "nothing").mkdir()
    result = run("read", "news", "nothing", "missing.txt", "http://127.0.0.1:9/")
    assert status(result) == 1
    assert len(result.stdout.splitlines()) == 2
    for name, (_, reason) in BAD.items():
        assert any(f"news/{name}" in line and reason in line for line in result.stderr.splitlines())
    for where, reason in (("nothing", "no documents"), ("missing.txt", "no such file"), ("127.0.0.1:9", "reached")):
        assert any(where in line and reason in line for line in result.stderr.splitlines())


def test_output_goes_to_a_file_that_is_whole(folder: Path) -> None:
    assert status(run("read", "news", "-o", "out.jsonl")) == 0
    assert len((folder / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_add_says_what_is_new_known_and_skipped(folder: Path) -> None:
    first = run("add", "news")
    assert (status(first), "2 new" in first.stdout) == (0, True)
    (folder / "news" / "c.txt").write_bytes(b"")
    again = run("add", "news")
    assert status(again) == 1
    assert "2 known, 1 skipped" in again.stdout
    assert "c.txt: is empty" in again.stderr
    assert status(run("verify")) == 0


def test_search_gives_the_statement_and_its_document() -> None:
    run("add", "news")
    result = run("search", "ports", "sold", "--source", "she")
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert row["document"]["uri"] == "news/a.txt"
    assert row["statement"]["content"]["spans"][0]["text"] == "that the port had been sold"


def test_a_search_for_nothing_on_record_says_so() -> None:
    run("add", "news")
    result = run("search", "volcano")
    assert (status(result), result.stdout) == (0, "")
    assert "nothing on record" in result.stderr


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["read"], "PATH|URL|-"),
        (["read", "news", "--published", "May 2"], "no date"),
        (["read", "news", "-o", "nowhere/out.jsonl"], "cannot be written"),
        (["search", "x"], "no ledger here"),
        (["verify", "--ledger", "news/a.txt"], "no ledger"),
        (["serve", "--ledger", "missing.db"], "no ledger here"),
        (["bench", "polnear", "news"], "text/*.txt"),
        (["unknown"], "No such command"),
    ],
)
def test_what_cannot_run_exits_with_2_and_says_why(folder: Path, arguments: list[str], complaint: str) -> None:
    if arguments[0] == "bench":
        arguments = [*arguments, "--scorer", "news/a.txt"]
    done = shell(*arguments)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_teaches() -> None:
    for name in commands.commands:
        assert len(run(name, "--help").stdout.splitlines()) > 5


TERMS = "The envoy said that the truce expires on 10 June 2024.\n\nThe mandate of the mission ran out in March 2024.\n"


def terms(*options: str) -> Result:
    Path("terms.txt").write_text(TERMS, encoding="utf-8")
    assert status(run("add", "terms.txt", "--published", "2024-05-02")) == 0
    return run("terms", *options)


def test_terms_lists_what_expires_next_and_what_has_as_whose_word() -> None:
    result = terms("--on", "2024-06-01", "--format", "table")
    lines = result.stdout.splitlines()
    assert status(result) == 0
    assert lines[0] == "expires next, from 2024-06-01"
    assert lines[1].split("  ")[1:] == ["2024-06-10", "ceasefire until", "the truce", "(in 9 days)"]
    assert lines[2].strip().startswith("The envoy – The envoy said that")
    assert lines[3].strip() == "“the truce expires on 10 June 2024”"
    assert lines[5] == "has expired by 2024-06-01"
    assert "the text itself" in lines[7]


def test_terms_as_json_lines_hold_the_words_and_where_they_stand() -> None:
    result = terms("--on", "2024-06-01", "--matter", "ceasefire")
    (fact,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (fact["state"], fact["matter"], fact["bound"], fact["last"], fact["days"]) == (
        "next", "ceasefire", "until", "2024-06-10", 9,
    )  # fmt: skip
    (report,) = fact["reports"]
    assert report["words"] == TERMS[report["start"] : report["end"]]
    assert report["voices"] == ["The envoy"]


def test_terms_says_where_there_is_none() -> None:
    result = terms("--matter", "lease")
    assert (status(result), result.stdout) == (0, "")
    assert "no term of this matter is on record" in result.stderr


def test_terms_refuses_what_is_no_matter_and_no_date() -> None:
    with pytest.raises(Exception, match="is not one of"):
        status(terms("--matter", "cheese"))
    with pytest.raises(Exception, match="is no date"):
        status(terms("--on", "soon"))
