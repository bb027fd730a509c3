"""Words of quantity: modifiers, vague numbers, scales, units of money and measure, nouns that are not counted."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Side = Literal["low", "high", "about", "exact"]

ONES = dict(zip("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                "seventeen eighteen nineteen".split(), range(1, 20), strict=True))  # fmt: skip
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The lists of figures.tsv; phrases are words in lower case."""

    modifiers: dict[tuple[str, ...], Side]
    behind: frozenset[tuple[str, ...]]
    vague: dict[tuple[str, ...], tuple[int, int]]
    scales: dict[str, int]
    symbols: dict[str, str]
    currencies: dict[str, str]
    measures: dict[str, str]
    nouns: dict[str, frozenset[str]]


@cache
def load_quantity_words() -> QuantityWords:
    """The lists as shipped; `nouns` are those of time, pair, idle, numbered and casualty."""
    rows = dict(_rows())
    sides: tuple[Side, ...] = ("low", "high", "about", "exact")
    vague = (entry.split() for entry in rows["vague"].split(", "))
    return QuantityWords(
        modifiers={tuple(words.split()): side for side in sides for words in rows[side].split(", ")},
        behind=frozenset(tuple(words.split()) for words in rows["behind"].split(", ")),
        vague={tuple(words.split("_")): (int(low), int(high)) for words, low, high in vague},
        scales={word: int(value) for word, value in _pairs(rows["scale"])},
        symbols=dict(_pairs(rows["symbol"])),
        currencies={word: unit for unit, words in _pairs(rows["currency"]) for word in words.split()},
        measures={word: unit.replace("_", " ") for unit, words in _pairs(rows["measure"]) for word in words.split()},
        nouns={kind: frozenset(rows[kind].split()) for kind in ("time", "pair", "idle", "numbered", "casualty")},
    )


@cache
def figures_version() -> str:
    """The hash of the list, for a record's coder."""
    words = (files("onrecord.codebooks") / "figures.tsv").read_bytes()
    return f"rules 1, list {hashlib.sha256(words).hexdigest()[:12]}"


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (entry.partition("=") for entry in text.split(", "))]


def _rows() -> list[tuple[str, str]]:
    lines = (files("onrecord.codebooks") / "figures.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(kind, words) for kind, words in kept]
