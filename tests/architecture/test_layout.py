"""What the tree promises to a newcomer."""

import importlib
from pathlib import Path

import pytest

import onrecord

SOURCE = Path(onrecord.__file__).parent
ROOMS = ["record", "codebooks", "documents", "annotation", "ledger", "analysis", "interfaces"]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_and_lists_what_it_offers(room: str) -> None:
    module = importlib.import_module(f"onrecord.{room}")
    assert module.__doc__
    assert all(hasattr(module, name) for name in getattr(module, "__all__", []))


def test_every_public_name_can_be_imported() -> None:
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_no_module_is_called_after_nothing() -> None:
    names = {path.stem for path in SOURCE.rglob("*.py")}
    assert not names & {"utils", "helpers", "common", "misc", "base", "manager"}
