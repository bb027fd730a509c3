"""The files of this codebook, and the classes of words that their lines name."""

from functools import cache
from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The lines of a file, without comments and the line of names."""
    lines = (files("onrecord.codebooks.events") / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@cache
def load_classes() -> dict[str, frozenset[str]]:
    """Lemmas by the name of their class."""
    return {name: frozenset(words.split()) for name, _, words in rows("classes.tsv")}
