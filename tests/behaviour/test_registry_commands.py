"""`onrecord registry` as a user runs it: what is printed, what is kept, what is refused."""

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import dropwhile, takewhile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.codebooks.registry.own.csv_rows import COLUMNS
from onrecord.interfaces.cli import commands

PEOPLE = """\
name,aliases,type,office,from,until,country,sector,ids,source,id
Maria Stein,M. Stein; Мария Штайн,,foreign minister,2020-01-07,2023-05,AUT,GOV,wikidata:Q1,,
Maria Stein,,,member of parliament,2023-06,,AUT,LEG,,,
Lake Shore Union,LSU,party,,,,Austria,PTY; OPP,,https://example.org/lsu,
Kofi Annan,Mr Annan,,,,,,,,,
"""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_REGISTRY", str(tmp_path / "data" / "own.jsonl"))
    return tmp_path / "data" / "own.jsonl"


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(commands, ("registry", *arguments), standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert (result.return_value or 0) == status
    return result


def told(result: Result) -> list[str]:
    return [line.rstrip() for line in result.stdout.splitlines()]


def test_add_says_what_is_new_and_keeps_it(kept: Path) -> None:
    assert told(run("add", "people.csv")) == [
        "new      Maria Stein, person (own:Maria Stein)",
        "new      Lake Shore Union, party (own:Lake Shore Union)",
        "new      Kofi Annan, person (own:Kofi Annan), joined to the shipped person:Kofi Annan",
        f"people.csv: 3 new. {kept} holds 3 entries.",
    ]
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["own:Kofi Annan", "own:Lake Shore Union", "own:Maria Stein"]
    assert lines[2]["offices"][0] == {
        "title": "foreign minister",
        "country": "AUT",
        "sectors": ["GOV"],
        "from": "2020-01-07",
        "until": "2023-05",
    }


def test_adding_twice_changes_nothing(kept: Path) -> None:
    run("add", "people.csv")
    before = kept.read_bytes(), kept.stat().st_mtime_ns
    assert told(run("add", "people.csv")) == [f"people.csv: 3 unchanged. {kept} holds 3 entries."]
    assert (kept.read_bytes(), kept.stat().st_mtime_ns) == before


def test_a_known_entry_takes_the_new_facts_and_says_which(kept: Path) -> None:
    run("add", "people.csv")
    Path("later.csv").write_text(
        "name,aliases,office,from,until,country,sector,ids\n"
        "Maria Stein,M. Stein,foreign minister,2020-01-07,2023-06-01,DEU,GOV,wikidata:Q2\n",
        encoding="utf-8",
    )
    assert told(run("add", "later.csv"))[0] == (
        "changed  Maria Stein, person (own:Maria Stein): country AUT → DEU; aliases − Мария Штайн; offices "
        "− foreign minister, AUT, GOV, 2020-01-07/2023-05, − member of parliament, AUT, LEG, 2023-06/.., "
        "+ foreign minister, DEU, GOV, 2020-01-07/2023-06-01; ids − wikidata:Q1, + wikidata:Q2"
    )
    assert "2023-06-01" in run("show", "Maria", "Stein").stdout


def test_a_dry_run_keeps_nothing(kept: Path) -> None:
    assert told(run("add", "people.csv", "--dry-run"))[-1] == f"people.csv: 3 new. {kept} is as it was."
    assert not kept.parent.exists()


def test_the_registry_can_be_named(kept: Path) -> None:
    run("add", "people.csv", "--registry", "team.jsonl")
    assert not kept.exists()
    assert len(told(run("list", "--own", "--registry", "team.jsonl"))) == 3


def test_follow_the_money_is_added_with_notes_on_what_is_left_out() -> None:
    entities = [
        {"id": "a", "schema": "Person", "properties": {"name": ["Ada Quist"], "position": ["Mayor"]}},
        {"id": "b", "schema": "Address", "properties": {"full": ["x"]}},
    ]
    Path("e.jsonl").write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    result = run("add", "e.jsonl")
    assert told(result)[0] == "new      Ada Quist, person (ftm:a)"
    assert "note: e.jsonl, line 1: position 'Mayor' is left out" in result.stderr
    assert "note: e.jsonl, left out, as a registry does not keep it: Address" in result.stderr


def test_list_finds_by_the_beginnings_of_words() -> None:
    run("add", "people.csv")
    rows = [json.loads(line) for line in told(run("list", "STEI", "min"))]
    assert {row["whose"]: row["name"] for row in rows} == {"own": "Maria Stein", "shipped": "Frank-Walter Steinmeier"}
    (annan,) = [json.loads(line) for line in told(run("list", "mr", "annan"))]
    assert (annan["id"], annan["whose"]) == ("person:Kofi Annan", "shipped and own")
    assert "no entry fits" in run("list", "Nobody", "Ever").stderr


def test_a_table_shows_offices_with_their_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    run("add", "people.csv")
    lines = told(run("list", "maria", "stein", "--format", "table"))
    assert lines[0].split() == ["name", "type", "country", "sector", "offices", "whose"]
    assert lines[1].split("  ")[0] == "Maria Stein"
    assert "foreign minister 2020-01-07/2023-05" in lines[1]
    assert "member of parliament 2023-06/.." in lines[2]
    assert "own:Maria Stein" in run("list", "--own", "--format", "table").stdout


def test_show_tells_what_is_known_of_a_polity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    lines = told(run("show", "artsakh"))
    for fact in (
        "1991-09-02/2023-09-28 declared independent, de facto state",
        "claimed by   AZE (Azerbaijan)",
        "called       own: Artsakh; Republic of Artsakh",
        "Azerbaijan: Karabakh; the so-called",
        "recognition  No member state",
        "whose        shipped",
    ):
        assert any(fact in line for line in lines), fact


def test_show_of_nobody_says_so() -> None:
    assert "nobody is called Ada Quist" in run("show", "Ada", "Quist", status=1).stderr


def test_an_own_name_cannot_steer_the_terminal() -> None:
    Path("x.csv").write_text("name,office\nAda \u202eQuist,[bold]mayor\u202e\n", encoding="utf-8")
    Path("y.csv").write_text("name,\x1b[31m\nBo Olm,\n", encoding="utf-8")
    printed = "".join(
        [
            run("add", "x.csv").stdout,
            run("list", "--own", "--format", "table").stdout,
            run("show", "Ada", "Quist").stdout,
            shell("add", "y.csv").stderr,
        ]
    )
    assert not {"\u202e", "\x1b"} & set(printed)
    assert "[bold]mayor" in printed


def test_remove_takes_out_an_own_entry_and_leaves_the_shipped(kept: Path) -> None:
    run("add", "people.csv")
    assert told(run("remove", "own:Kofi Annan")) == [f"removed  Kofi Annan (own:Kofi Annan). {kept} holds 2 entries."]
    assert json.loads(told(run("list", "kofi", "annan"))[0])["whose"] == "shipped"


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", "registry", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["add", "missing.csv"], "does not exist"),
        (["add", "wrong.csv"], "wrong.csv, line 3, from: '2024-13' is no date; write 2024, 2024-05 or 2024-05-02"),
        (["add", "people.csv", "--registry", "people.csv/own.jsonl"], "cannot be read as a registry"),
        (["add", "people.csv", "--registry", "/proc/none/own.jsonl"], "no folder can be made here"),
        (["list", "--registry", "people.csv"], "people.csv, line 1: is no entry of a registry"),
        (["remove", "own:Nobody"], "own:Nobody is no entry of your own"),
        (["remove", "Maria Stein"], "Maria Stein is no id; remove own:Maria Stein"),
        (["remove", "FRA"], "FRA is only shipped"),
    ],
)
def test_what_cannot_run_exits_with_2_and_changes_nothing(kept: Path, arguments: list[str], complaint: str) -> None:
    Path("wrong.csv").write_text("name,office,from\nBo Olm,mayor,2024\nAda Quist,mayor,2024-13\n", encoding="utf-8")
    run("add", "people.csv")
    before = kept.read_bytes()
    done = shell(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
    assert kept.read_bytes() == before


DOCS = Path(__file__).parents[2] / "docs" / "registry.md"


@pytest.mark.parametrize(
    "page",
    [
        lambda: run("--help").stdout,
        lambda: run("add", "--help").stdout,
        lambda: DOCS.read_text(encoding="utf-8"),
    ],
)
def test_the_example_of_each_page_can_be_added(page: Callable[[], str]) -> None:
    lines = [line.strip() for line in page().splitlines()]
    example = takewhile(lambda line: "," in line, dropwhile(lambda line: not line.startswith("name,aliases"), lines))
    Path("example.csv").write_text("\n".join(example) + "\n", encoding="utf-8")
    assert "new      Maria Stein, person" in run("add", "example.csv").stdout


def test_the_page_describes_every_column() -> None:
    described = [line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    for column in COLUMNS:
        assert any(f"`{column}`" in line.split("|")[1] for line in described), column
