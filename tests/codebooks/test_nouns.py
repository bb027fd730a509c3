"""Nouns and given names: the lists load whole and say one thing of each word."""

from importlib.resources import files

import pytest

from onrecord.codebooks.nouns import NO_SENSES, load_given_names, load_nouns
from onrecord.codebooks.registry.names import fold

CODEBOOKS = files("onrecord.codebooks")


def lines(name: str) -> list[str]:
    text = (CODEBOOKS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_every_noun_is_listed_once_with_letters_that_mean_something() -> None:
    rows = [line.split("\t") for line in lines("nouns.tsv")]
    assert all(len(row) == 2 for row in rows)
    assert len({noun for noun, _ in rows}) == len(rows) == len(load_nouns())
    for noun, letters in rows:
        assert noun == noun.strip().lower() != ""
        assert set(letters.lower()) <= set("pgl")
        assert len(set(letters.lower())) == len(letters) > 0
        assert sum(letter.isupper() for letter in letters) <= 1


@pytest.mark.parametrize(
    ("noun", "possible", "usual"),
    [("shepherd", "p", "p"), ("parliament", "g", "g"), ("village", "gl", ""), ("region", "l", "")],
)
def test_a_noun_has_its_senses(noun: str, possible: str, usual: str) -> None:
    senses = load_nouns()[noun]
    assert set(possible) <= senses.possible
    assert senses.usual == usual or not usual


def test_a_thing_is_no_noun_for_people() -> None:
    assert load_nouns().get("moisture", NO_SENSES) is NO_SENSES


def test_no_given_name_is_under_both_genders() -> None:
    names: dict[str, set[str]] = {"f": set(), "m": set()}
    for line in lines("given_names.txt"):
        gender, _, listed = line.partition(": ")
        assert gender in names
        assert listed.split()
        names[gender] |= {fold(name) for name in listed.split()}
    assert names["f"] & names["m"] == set()
    assert load_given_names() == dict.fromkeys(names["f"], "f") | dict.fromkeys(names["m"], "m")


def test_given_names_are_letters_and_begin_with_a_capital() -> None:
    for line in lines("given_names.txt"):
        for name in line.partition(": ")[2].split():
            assert name[0].isupper()
            assert all(char.isalpha() or char in "-’'" for char in name)


@pytest.mark.parametrize(
    ("name", "gender"), [("Ayşe", "f"), ("Ayse", "f"), ("Mohammed", "m"), ("Inés", "f"), ("Ines", "f")]
)
def test_a_given_name_is_known_with_and_without_its_marks(name: str, gender: str) -> None:
    assert load_given_names()[fold(name)] == gender
