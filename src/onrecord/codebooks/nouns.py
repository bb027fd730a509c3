"""Words that can be people, by their form alone: nouns and their senses, given names and their gender."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from onrecord.codebooks.registry.names import fold

Gender = Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class Senses:
    """What a noun can be a word for, and mostly is: `p` people, `g` groups, `l` places."""

    possible: frozenset[str] = frozenset()
    usual: str = ""


NO_SENSES = Senses()


@cache
def load_nouns() -> dict[str, Senses]:
    """The nouns of nouns.tsv."""
    rows = (line.split("\t") for line in _lines("nouns.tsv"))
    return {
        noun: Senses(frozenset(letters.lower()), next((each.lower() for each in letters if each.isupper()), ""))
        for noun, letters in rows
    }


@cache
def load_given_names() -> dict[str, Gender]:
    """The gender of those who bear a given name, by the name folded."""
    found: dict[str, Gender] = {}
    for line in _lines("given_names.txt"):
        gender, _, names = line.partition(": ")
        for name in names.split():
            found[fold(name)] = "f" if gender == "f" else "m"
    return found


def _lines(name: str) -> list[str]:
    text = (files("onrecord.codebooks") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
