"""The file that own entries are kept in."""

import hashlib
from pathlib import Path

import pytest

from onrecord.codebooks.registry import (
    Entry,
    Office,
    canonical_lines,
    changes_of,
    cut_words,
    load_full_registry,
    load_own,
    load_registry,
    own_path,
)
from onrecord.errors import RegistryError

ADA = Entry(
    "own:Ada Quist",
    "Ada Quist",
    "person",
    "NOR",
    ("BUS",),
    ("Ада Квист",),
    offices=(Office("mayor", "NOR", ("GOV",), "2019", "2021-05"), Office("judge", None, ())),
    ids=(("wikidata", "Q5"), ("ftm", "a;b")),
    source="https://example.org",
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "own.jsonl"
    monkeypatch.setenv("ONRECORD_REGISTRY", str(file))
    return file


def test_what_is_kept_comes_back(kept: Path) -> None:
    other = Entry("own:A", "Velmo Front", "armed-force")
    kept.write_text("".join(canonical_lines([ADA, other])), encoding="utf-8")
    assert list(load_own().values()) == [other, ADA]


def test_the_place_is_that_of_the_variable_else_in_the_users_data(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_path() == kept
    monkeypatch.setenv("ONRECORD_REGISTRY", "~/own.jsonl")
    assert own_path() == Path.home() / "own.jsonl"
    monkeypatch.setenv("ONRECORD_REGISTRY", "")
    assert (own_path().name, own_path().parent.name) == ("registry.jsonl", "onrecord")


def test_where_nothing_is_kept_the_registry_is_the_shipped_one(kept: Path) -> None:
    assert load_full_registry() is load_registry()
    kept.write_text("", encoding="utf-8")
    assert load_full_registry().version == "shipped"


def test_the_full_registry_has_the_own_entries_and_the_digest_of_the_file(kept: Path) -> None:
    kept.write_text("".join(canonical_lines([ADA])), encoding="utf-8")
    full = load_full_registry()
    assert [each.entry for each in full.get(cut_words("Ада Квист"))] == [ADA]
    assert full["FRA"] == load_registry()["FRA"]
    assert full.version == f"shipped+{hashlib.sha256(kept.read_bytes()).hexdigest()[:12]}"


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        "{}",
        '{"id": "a", "name": "A B"}',
        '{"id": "a", "name": "A B", "type": "wizard"}',
        '{"id": "a", "name": "—", "type": "person"}',
        '{"id": "a", "name": "A B", "type": "person", "ids": ["Q5"]}',
        '{"id": "a", "name": "A B", "type": "person", "spouse": "C"}',
        '{"id": "a", "name": "A B", "type": "person", "country": 3}',
        '{"id": "a", "name": "A B", "type": "person", "offices": [{"title": "x", "from": "soon"}]}',
        '{"id": "a", "name": "A B", "type": "person", "offices": [{"title": "x", "room": "1"}]}',
        '{"id": "a", "name": "A B", "type": "person", "offices": ["x"]}',
    ],
)
def test_a_line_that_is_no_entry_is_named(kept: Path, line: str) -> None:
    kept.write_text("".join(canonical_lines([ADA])) + line + "\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"own\.jsonl, line 2: is no entry"):
        load_own()


def test_a_folder_is_no_registry(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="cannot be read as a registry"):
        load_own(tmp_path)


def test_an_entry_of_a_known_id_is_changed_or_unchanged() -> None:
    other = Entry(ADA.id, "Ada Quist", "person")
    new = Entry("own:B", "Bo Olm", "person")
    assert [change.outcome for change in changes_of({ADA.id: ADA}, [ADA, other, new])] == [
        "unchanged",
        "changed",
        "new",
    ]
