"""The questions to a ledger as a user asks them: positions, disputes, timeline, speaking, copies."""

import json
from pathlib import Path
from typing import Any

import pytest
from click import UsageError
from click.testing import CliRunner, Result
from tests.records import Somebody, port, shelling, story

from onrecord.interfaces.cli import commands
from onrecord.ledger import Ledger
from onrecord.record import (
    Coder,
    Content,
    Cue,
    Document,
    Entity,
    Mention,
    Participant,
    Record,
    Statement,
    cut,
    document_id,
)

STEIN = "Maria Stein"
LONG = (
    "The river rose overnight in the lower valley and by dawn the water stood in the cellars along the quay, where men "
    "carried sacks to the upper floors while the ferry lay moored and the school kept its doors shut for the day."
)


def said(words: str, published: str, outlet: str = "A") -> Record:
    """A record in which Maria Stein says something of somebody."""
    text = f"{STEIN} said that {words}."
    start = len(STEIN) + 1
    source = (cut(text, 0, len(STEIN)),)
    mentions = [Mention("m1", "name", source, "n1")]
    entities = [Entity("n1", STEIN, "person", "AUT", "GOV", "foreign minister", mentions=("m1",))]
    if "Boris Falk" in words:
        at = text.index("Boris Falk")
        mentions.append(Mention("m2", "name", (cut(text, at, at + 10),), "n2"))
        entities.append(Entity("n2", "Boris Falk", "person", "AUT", "OPP", mentions=("m2",)))
    statement = Statement(
        "s1", Participant(source, "n1"), Cue((cut(text, start, start + 4),)),
        Content((cut(text, start + 5, len(text) - 1),)), "indirect", 0.9, "assert",
    )  # fmt: skip
    document = Document(document_id(text, outlet), text, f"https://{outlet}.example/{published}", outlet=outlet,
                        published=published)  # fmt: skip
    return Record(document, Coder("stand-in", "1"), tuple(entities), tuple(mentions), statements=(statement,))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Ledger.open("onrecord.db", create=True) as ledger:
        for record in (
            said("the government will extend the ceasefire", "2024-01-10"),
            said("the government will extend the ceasefire", "2024-01-10", "B"),
            said("Boris Falk knew of the dam", "2024-02-01"),
            said("the government will not extend the ceasefire", "2024-03-05"),
            shelling(outlet="Harbour Wire"),
            shelling(outlet="The Gazette", published="2023-08-15"),
            shelling(outlet="State Radio", published="2023-08-15", denied=True),
            port(),
        ):
            ledger.add(record)
    return tmp_path


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(commands, arguments, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert (result.return_value or 0) == status
    return result


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]


def test_a_position_tells_first_and_last_and_what_changed_with_the_words_of_both() -> None:
    (held,) = rows("positions", "Stein", "--on", "ceasefire")
    assert (held["name"], held["issue"]) == (STEIN, "ceasefire")
    first, last = held["said"][held["first"]], held["said"][held["last"]]
    assert [place["document"]["outlet"] for place in first["places"]] == ["A", "B"]
    assert last["places"][0]["document"]["published"] == "2024-03-05"
    (change,) = held["changes"]
    assert change["kind"] == "reversed"
    assert (change["before"], change["after"]) == (held["first"], held["last"])


def test_a_position_reads_as_a_page() -> None:
    page = run("positions", "Stein", "--on", "ceasefire", "--format", "table").stdout
    for words in ("first  2024-01-10  said that the government will extend", "in 2 documents", "reversed"):
        assert words in page


def test_without_an_issue_those_that_somebody_spoke_about_are_listed() -> None:
    found = {row["issue"]: row["statements"] for row in rows("positions", STEIN)}
    assert found == {"ceasefire": 3, "water": 1}


def test_a_topic_of_ones_own_and_a_file_of_issues_are_taken(folder: Path) -> None:
    assert len(rows("positions", "Stein", "--on", "dam")[0]["said"]) == 1
    (folder / "mine.toml").write_text('[dams]\ntitle = "Dams"\nphrases = ["dam", "reservoir"]\n')
    (held,) = rows("positions", "Stein", "--on", "dams", "--issues", "mine.toml")
    assert held["issue"] == "dams"
    assert any(row["id"] == "dams" for row in rows("positions", "--list", "--issues", "mine.toml"))


def test_a_position_within_a_time() -> None:
    (held,) = rows("positions", "Stein", "--on", "ceasefire", "--since", "2024-02")
    assert len(held["said"]) == 1
    assert held["changes"] == []


def test_what_nobody_said_is_told() -> None:
    assert "nobody on record is called Nobody" in run("positions", "Nobody", "--on", "dam").stderr
    assert "nothing on record that Stein said on elections" in run(
        "positions", "Stein", "--on", "elections"
    ).stderr.lower().replace("stein", "Stein")
    with pytest.raises(UsageError, match="say whose"):
        run("positions")


def test_rival_accounts_stand_side_by_side() -> None:
    (dispute,) = rows("disputes")
    (issue,) = dispute["dispute"]
    assert issue["matter"] == "whether it happened"
    told = {tuple(account["tellers"]): account for account in issue["accounts"]}
    assert told["Harbour Wire", "The Gazette"]["documents"] == 2
    assert told["Harbour Wire", "The Gazette"]["first"]["outlet"] == "Harbour Wire"
    # One prints what the other printed the day before.
    assert told["Harbour Wire", "The Gazette"]["origins"] in (1, 2)
    page = run("disputes", "army", "--format", "table").stdout
    assert "in dispute: whether it happened" in page
    assert "The Gazette" in page


@pytest.mark.parametrize(
    ("arguments", "number"),
    [((), 6), (("--type", "assault"), 2), (("--country", "SDN"), 1), (("army",), 1), (("--until", "2023"), 1)],
)
def test_a_timeline_has_each_happening_once(arguments: tuple[str, ...], number: int) -> None:
    assert len(rows("timeline", *arguments)) == number


def test_a_claim_never_passes_for_a_report() -> None:
    lines = run("timeline", "--format", "table").stdout.splitlines()
    assert any("claimed by Karl Stein" in line and "[not-happened]" in line for line in lines)


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(UsageError, match="no PLOVER type"):
        run("timeline", "--type", "WAR")


def test_who_speaks_about_whom() -> None:
    (row,) = rows("speaking", "--about", "Boris Falk")
    assert (row["speaker"]["name"], row["statements"], row["first"]) == (STEIN, 1, "2024-02-01")
    assert rows("speaking", STEIN) == rows("speaking", "--about", "Falk")
    assert len(rows("search", "--who", "Stein", "--about", "Falk")) == 1
    with pytest.raises(UsageError, match="--about whom"):
        run("speaking")


def test_copies_are_shown_with_their_passages() -> None:
    somebody = Somebody("Ana Roca", "NOR")
    first = story(somebody, about=LONG, published="2024-01-01", outlet="Wire")
    second = story(somebody, about=LONG, published="2024-01-02", outlet="Paper")
    with Ledger.open("onrecord.db") as ledger:
        ledger.add(first)
        ledger.add(second)
        assert ledger.origin(second.document.id) == (first.document.id, 2)
        assert ledger.origin_of([second.document.id, first.document.id])[second.document.id] == first.document.id
    (row,) = rows("copies", second.document.id)
    assert (row["document"], row["kind"]) == (first.document.id, "copy")
    assert "a copy in the end of" in run("copies", second.document.id, "--format", "table").stdout


def test_every_question_teaches() -> None:
    for name in ("positions", "disputes", "timeline", "speaking", "copies"):
        assert len(run(name, "--help").stdout.splitlines()) > 12
