"""`onrecord who`, `same` and `search --who` as a user runs them."""

import getpass
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.records import Somebody, story

from onrecord.errors import LedgerError
from onrecord.interfaces.cli import commands
from onrecord.ledger import Ledger

STEIN = Somebody("Maria Stein", "AUT", "foreign minister", "GOV", also=("Ms Stein",))
ENVOY = Somebody("Dr. Maria Stein", "AUT", "envoy", "GOV")
SHORT = Somebody("M. Stein", None, "foreign minister", "GOV")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Ledger.open("onrecord.db", create=True) as ledger:
        ledger.add(story(STEIN, Somebody("John Smith", "USA", "senator", "LEG"), published="2024-05-02", outlet="A"))
        ledger.add(story(ENVOY, Somebody("John Smith", "GBR", "miner", "LAB"), published="2024-06-02", outlet="B"))
        ledger.add(story(SHORT, published="2024-07-02", outlet="B"))
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(commands, arguments, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert not result.return_value
    return result


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def names() -> list[str]:
    return [str(row["name"]) for row in rows(run("who", "Stein"))]


def test_who_tells_names_roles_documents_statements_and_why_it_is_one() -> None:
    (row,) = rows(run("who", "Maria Stein", "--statements", "2"))
    assert row["names"] == ["Dr. Maria Stein", "Maria Stein", "Ms Stein"]
    assert row["roles"] == [{"date": "2024-05-02", "role": "foreign minister"}, {"date": "2024-06-02", "role": "envoy"}]
    assert (row["countries"], row["sectors"], row["statements"]) == (["AUT"], ["GOV"], 3)
    assert [each["published"] for each in row["last"]] == ["2024-06-02", "2024-05-02"]  # type: ignore[index, attr-defined]
    assert row["links"][0]["reasons"][0] == "same full name"  # type: ignore[index]


def test_who_reads_as_a_page() -> None:
    page = run("who", "stein", "--format", "table").stdout
    for words in (
        "Maria Stein  (person, AUT, GOV)",
        "2024-06-02 envoy",
        "one by",
        "A: said that the tower was closing",
    ):
        assert words in page


def test_two_of_one_name_are_told_apart() -> None:
    found = rows(run("who", "John Smith"))
    assert sorted(row["countries"][0] for row in found) == ["GBR", "USA"]  # type: ignore[index]


def test_hostile_names_cannot_steer_the_terminal() -> None:
    with Ledger.open("onrecord.db") as ledger:
        ledger.add(story(Somebody("\u202eStein", "AUT", "\x1b[31menvoy")))
    for command in (("who", "Stein"), ("same", "list")):
        page = run(*command, "--format", "table").stdout
        assert "[31menvoy" in page
        assert "\x1b" not in page
        assert "\u202e" not in page


def test_a_candidate_is_listed_confirmed_logged_and_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "ana")
    listing = run("same", "list", "--format", "table").stdout
    assert "for:     same family name, same initial; same office: foreign minister" in listing
    key = listing.split()[0]
    before = rows(run("who", "Stein"))
    said = run("same", "yes", key).stdout
    assert "ana: maria stein and m. stein are one: same family name, same initial" in said
    assert names() == ["Maria Stein"]
    run("same", "undo", "1", "--why", "mistaken", "--by", "bo")
    assert rows(run("who", "Stein")) == before
    log = run("same", "log", "--format", "table").stdout
    assert "[undone by 2]" in log
    assert "bo: judgement 1 undone: mistaken" in log


def test_a_candidate_that_is_refused_is_not_listed_again() -> None:
    (candidate,) = rows(run("same", "list", "Stein"))
    run("same", "no", str(candidate["key"]), "--why", "her brother Max", "--by", "ana")
    assert rows(run("same", "list", "Stein")) == []
    assert rows(run("same", "log"))[0]["why"] == "her brother Max"


def test_what_a_rule_has_joined_is_separated_by_the_keys_of_its_entities() -> None:
    (stein,) = rows(run("who", "Maria Stein"))
    keys = [str(each["key"])[:8] for each in stein["entities"]]  # type: ignore[attr-defined]
    run("same", "no", *keys, "--why", "two of that name", "--by", "ana")
    assert len(rows(run("who", "Maria Stein"))) == 2
    with pytest.raises(Exception, match="--why"):
        run("same", "yes", *keys)


def test_search_finds_what_somebody_said_under_any_name() -> None:
    found = [row["statement"]["source"]["spans"][0]["text"] for row in rows(run("search", "--who", "Maria Stein"))]  # type: ignore[index]
    assert sorted(found) == ["Dr. Maria Stein", "Maria Stein", "Ms Stein"]
    several = run("search", "tower", "--who", "John Smith")
    assert len(rows(several)) == 2
    assert "2 on record could be John Smith" in several.stderr
    assert "nobody on record is called Falk" in run("search", "--who", "Falk").stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("same", "yes", "zzz"), "no candidate has the key"),
        (("same", "no", "zzz", "yyy", "--why", "x"), "no entity has a key"),
        (("same", "undo", "9", "--why", "x"), "no judgement 9"),
    ],
)
def test_what_cannot_be_judged_says_what_to_do(arguments: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(LedgerError, match=complaint):
        run(*arguments)


def test_an_empty_log_and_an_unknown_name_say_so() -> None:
    assert "nobody has judged yet" in run("same", "log").stderr
    assert "nobody on record is called Falk" in run("who", "Falk").stderr
    assert "no candidates" in run("same", "list", "Falk").stderr


def test_every_judging_command_teaches() -> None:
    group = commands.commands["same"]
    for name in ("list", "yes", "no", "undo", "log"):
        assert name in group.commands  # type: ignore[attr-defined]
        assert len(run("same", name, "--help").stdout.splitlines()) > 5
