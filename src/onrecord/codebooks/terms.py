"""The matters of terms: the closed list, the nouns that name each, and the verbs that begin and end them."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Whose = Literal["owner", "target", "debtor", "itself"]
Effect = Literal["ends", "begins", "extends", "holds", "falls", "sets"]
Role = Literal["subject", "object"]


@dataclass(frozen=True, slots=True)
class Matter:
    """What can hold for a time; `whose` says where its subject stands, as the top of terms.tsv explains."""

    name: str
    whose: Whose
    meaning: str


@dataclass(frozen=True, slots=True)
class MatterNoun:
    """A noun of one or more words (lemmas) for a matter; some count only with an owner, `the president's term`."""

    words: tuple[str, ...]
    matter: Matter
    needs_owner: bool


@cache
def load_matters() -> dict[str, Matter]:
    """The matters by name, in the order of the list."""
    return {name: Matter(name, whose, meaning) for name, whose, _, meaning in _rows("terms.tsv")}  # type: ignore[arg-type]


@cache
def load_matter_nouns() -> dict[str, tuple[MatterNoun, ...]]:
    """The nouns by each of their words, the longest first."""
    found: dict[str, list[MatterNoun]] = {}
    for name, _, nouns, _ in _rows("terms.tsv"):
        for noun in nouns.split(", "):
            words = tuple(noun.removeprefix("+ ").split())
            entry = MatterNoun(words, load_matters()[name], noun.startswith("+ "))
            # The head is the last word, or stands before the preposition.
            head = next((words[k - 1] for k, word in enumerate(words) if word in ("of", "in")), words[-1])
            found.setdefault(head, []).append(entry)
    return {head: tuple(sorted(entries, key=lambda each: -len(each.words))) for head, entries in found.items()}


@cache
def load_term_verbs() -> dict[tuple[Role, str], dict[str, frozenset[Effect]]]:
    """What verbs do to a term that is their subject or object: by role and verb, by second word (empty for none)."""
    found: dict[tuple[Role, str], dict[str, set[Effect]]] = {}
    for effect, role, verbs in _rows("term_words.tsv"):
        for verb in verbs.split(", "):
            lemma, _, second = verb.partition(" ")
            by_second = found.setdefault((role, lemma), {})  # type: ignore[arg-type]
            by_second.setdefault(second.split()[-1] if second else "", set()).add(effect)  # type: ignore[arg-type]
    return {key: {second: frozenset(effects) for second, effects in by.items()} for key, by in found.items()}


@cache
def terms_version() -> str:
    """The hash of the lists, for a record's coder: other words give other terms."""
    lists = b"".join((files("onrecord.codebooks") / name).read_bytes() for name in ("terms.tsv", "term_words.tsv"))
    return f"rules 1, lists {hashlib.sha256(lists).hexdigest()[:12]}"


def _rows(name: str) -> list[list[str]]:
    """The lines of a codebook, without comments and the line of names."""
    lines = (files("onrecord.codebooks") / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
