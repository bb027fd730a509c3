import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.interfaces.cli.bench import bench


def run(tmp_path: Path, *lines: str) -> tuple[int, str, BaseException | None]:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    done = CliRunner().invoke(bench, ["actors", str(file), "--misses"])
    return done.exit_code, done.stdout, done.exception


def case(text: str, **expected: object) -> str:
    return json.dumps({"text": text, "date": None, "context": None, "expected": expected})


def test_the_last_line_has_both_accuracies(tmp_path: Path) -> None:
    code, out, _ = run(
        tmp_path,
        case("the Norwegian army", country="NOR", sector={"any_of": ["MIL", "GOV"]}),
        case("Abkhazia", country="GEO", sector="PRE"),
        case("Oslo", country={"not": "SWE"}),
        case("coronavirus", unresolved=True),
        case("the Norwegian army", country="SWE"),
    )
    assert code == 0
    assert json.loads(out.splitlines()[-1]) == {"country": 80.0, "sector": 100.0}
    assert "country NOR, expected SWE" in out


@pytest.mark.parametrize("line", ["{}", "no json", '{"text": "x", "expected": 3}'])
def test_a_line_that_is_no_case_is_named(tmp_path: Path, line: str) -> None:
    _, _, error = run(tmp_path, case("Oslo", country="NOR"), line)
    assert "cases.jsonl, line 2" in str(error)
