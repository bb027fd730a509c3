"""Tables of events, as a terminal shows them."""

import io
from collections.abc import Collection
from dataclasses import replace

import pytest
from tests.records import port

from onrecord.interfaces.cli.record_tables import Part, print_records
from onrecord.record import Record


def lines(record: Record, parts: Collection[Part] = ("events",)) -> list[str]:
    file = io.StringIO()
    print_records([record], parts, file)
    return [" | ".join(filter(None, map(str.strip, line.split("  ")))) for line in file.getvalue().splitlines()]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")


def test_a_row_says_who_did_what_to_whom_when_and_where() -> None:
    assert "Minister Ana Roca | CONSULT: met | Ivo Marek | happened | 2024-04-30 | Oslo, NOR" in lines(port())


def test_a_claim_names_every_voice_and_is_marked_at_its_beginning() -> None:
    (row,) = [line for line in lines(port()) if "shelled" in line]
    assert row.startswith("» rebels | ASSAULT heavy-weapons: shelled | the port | not-happened")
    assert row.endswith("| Karl Stein, says The ministry")


def test_a_single_voice_says_it_by_name_and_an_arrow_marks_what_an_event_is_about() -> None:
    assert "» He (Karl Stein) | ↳ CONSULT visit: visit | Bergen | planned | says Karl Stein" in lines(port())


def test_a_report_of_the_documents_own_has_no_mark() -> None:
    assert "Dockers | PROTEST strike: striking | – | ongoing" in lines(port())


def test_a_claim_without_a_source_is_still_a_claim() -> None:
    told = port()
    unnamed = replace(told, statements=(*told.statements[:2], replace(told.statements[2], source=None)))
    assert any("says somebody unnamed" in line and line.startswith("»") for line in lines(unnamed))


def test_both_tables_stand_under_one_title() -> None:
    both = lines(port(), ("statements", "events"))
    assert both.count("Talks on the bridge") == 1
    assert any(line.startswith("who | how | what") for line in both)
    assert any(line.startswith("who | did what | to whom") for line in both)


def test_columns_that_nothing_fills_are_left_out() -> None:
    told = port()
    bare = replace(told, events=told.events[2:])
    assert lines(bare)[2] == "who | did what | to whom | status | as whose claim"
    assert "no events" in lines(replace(told, events=()))


def test_hostile_words_cannot_steer_the_terminal() -> None:
    told = port()
    hostile = replace(told.entities[2], name="Ana \x1b[31mRoca")
    shown = "\n".join(lines(replace(told, entities=(*told.entities[:2], hostile, told.entities[3]))))
    assert "\x1b" not in shown
    assert "says Ana [31mRoca" in shown
