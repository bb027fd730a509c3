"""Tables of statements, as a terminal shows them."""

import io
from dataclasses import replace

import pytest
from tests.records import Somebody, story

from onrecord.interfaces.cli.record_tables import print_records
from onrecord.record import Entity, Mention


def cell(*, mentioned: str, form: str, meant: str) -> str:
    """The cell "who" of a statement by `mentioned`, whom the text elsewhere calls `meant`."""
    told = story(Somebody(mentioned), Somebody(meant))
    first, second = told.mentions
    entity = Entity("n1", meant, "person", mentions=("m1", "m2"))
    mentions = (Mention("m1", form, first.spans, "n1"), replace(second, entity="n1"))  # type: ignore[arg-type]
    statement = told.statements[0]
    record = replace(told, entities=(entity,), mentions=mentions, statements=(statement,))
    file = io.StringIO()
    print_records([record], ["statements"], file)
    return next(line for line in file.getvalue().splitlines() if "  indirect" in line)


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")


@pytest.mark.parametrize(
    ("mentioned", "form", "meant", "shown"),
    [
        ("He", "pronoun", "Ivo Marek", "He (Ivo Marek)  "),
        ("The mayor", "nominal", "Ivo Marek", "The mayor (Ivo Marek)  "),
        ("Marek", "name", "Ivo Marek", "Marek  "),
        ("Mayor Ivo Marek", "nominal", "Ivo Marek", "Mayor Ivo Marek  "),
        ("He", "pronoun", "Ivo \x1b[31mMarek", "He (Ivo [31mMarek)  "),
    ],
)
def test_who_says_whom_the_words_mean(mentioned: str, form: str, meant: str, shown: str) -> None:
    assert cell(mentioned=mentioned, form=form, meant=meant).startswith(shown)


def test_a_long_name_is_cut() -> None:
    line = cell(mentioned="He", form="pronoun", meant="the long " * 30 + "name")
    assert len(line.split(")")[0]) < 70
    assert "…)" in line
