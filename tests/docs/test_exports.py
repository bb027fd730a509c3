"""docs/exports.md says what the writers do."""

from pathlib import Path

import pytest

from onrecord.interfaces.exports import FORMATS
from onrecord.interfaces.exports.columns import load_columns
from onrecord.interfaces.exports.describing import described

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_the_tables_of_columns_are_those_of_the_list() -> None:
    assert described(PAGE) == PAGE, "run python -m onrecord.interfaces.exports.describing docs/exports.md"


@pytest.mark.parametrize("table", load_columns())
def test_every_table_and_column_has_its_line(table: str) -> None:
    start = PAGE.index(f"<!-- columns: {table} -->")
    lines = PAGE[start : PAGE.index("<!-- end -->", start)]
    assert all(f"| `{column.name}` |" in lines for column in load_columns()[table])


@pytest.mark.parametrize("name", [*FORMATS])
def test_every_format_is_described(name: str) -> None:
    assert f"`{name}`" in PAGE
    assert any(line.startswith("## ") and name in line for line in PAGE.splitlines())
