"""`kill -9` at any moment of adding: what was acknowledged is there, what was not is wholly there or wholly absent."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.faults.tracing import can_trace
from tests.postgres import make_schema

ROOT = Path(__file__).parents[2]
KILLS = 110
KILLS_AT_A_SERVER = 30
LEDGERS = 60


def campaign(records: Path, places: list[str], kills: int, *options: str) -> dict[str, Any]:
    """What a campaign saw."""
    command = [sys.executable, "-m", "tests.faults.campaign", str(records), *places, "--kills", str(kills), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def places_in(folder: Path) -> list[str]:
    return [str(folder / f"{number}.db") for number in range(LEDGERS)]


def test_a_kill_at_any_moment_loses_nothing(records_file: Path, tmp_path: Path) -> None:
    seen = campaign(records_file, places_in(tmp_path), KILLS, "--seed", "1")
    assert seen["problems"] == []
    assert seen["kills"] == KILLS
    # They came at different moments: some before anything was added, most in the midst of it.
    assert 0 < seen["before_any"] < KILLS
    assert seen["acknowledged"] >= KILLS / 4


@pytest.mark.skipif(not can_trace(), reason="only where a process can watch its child's calls: Linux")
def test_a_kill_at_any_write_to_a_file_loses_nothing(records_file: Path, tmp_path: Path) -> None:
    seen = campaign(records_file, places_in(tmp_path), KILLS, "--seed", "2", "--at", "writes")
    assert seen["problems"] == []
    assert seen["kills"] == KILLS
    assert 0 < seen["before_any"] < KILLS
    # Some came after the last write of a record and before its acknowledgement.
    assert seen["between"] > 0


def test_a_kill_while_a_server_is_added_to_loses_nothing(records_file: Path, postgres: str) -> None:
    places = [make_schema(postgres, f"kills_{number}") for number in range(LEDGERS // 2)]
    seen = campaign(records_file, places, KILLS_AT_A_SERVER, "--seed", "3")
    assert seen["problems"] == []
    assert seen["kills"] == KILLS_AT_A_SERVER
    assert seen["acknowledged"] > 0
