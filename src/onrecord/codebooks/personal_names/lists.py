"""The lists of name words, read from their files."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.codebooks.registry.names import fold

DATA = files("onrecord.codebooks.personal_names")

# Words within a family name that no name begins or ends with; those of ARTICLES come and go in one person's name.
ARTICLES = frozenset("al el ul ur as ash ad an ar at az".split())
PARTICLES = ARTICLES | frozenset(
    "van von der den de del della dela di da dos das do du la le lo ten ter zu zur zum af av of vom y e "
    "bin ibn bint ben ould mint abu umm st san santa ap".split()
)
GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii".split())
# Letters behind a name, which say nothing of who it is.
DEGREES = frozenset("phd md mba obe cbe mbe kbe qc kc esq cnd usn usa ret rtd mp mep mla sj op osb".split())


@dataclass(frozen=True, slots=True)
class Title:
    """A word of titles.tsv."""

    word: str
    kind: str
    gender: str | None
    is_name_too: bool


def _lines(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]


@cache
def titles() -> dict[str, Title]:
    """The titles, by their folded word."""
    found = {}
    for row in _lines("titles.tsv"):
        words, kind, gender, named = [*row, "", ""][:4]
        for word in words.split(";"):
            found[fold(word.strip())] = Title(fold(word.strip()), kind, gender or None, named == "name")
    return found


@cache
def spellings() -> dict[str, str]:
    """Folded words that are spelled in several ways, each to the first of its group."""
    return {word: group[0] for group in _groups("spelling") for word in group}


@cache
def near_spellings() -> dict[str, str]:
    """Folded words that different people spell differently, each to the first of its group."""
    return {word: group[0] for group in _groups("near") for word in group}


@cache
def full_forms() -> dict[str, frozenset[str]]:
    """Folded short forms, each to what it can be short for."""
    found: dict[str, set[str]] = {}
    for full, *short in _groups("short"):
        for word in short:
            found.setdefault(word, set()).add(full)
    return {word: frozenset(full) for word, full in found.items()}


@cache
def families_first() -> frozenset[str]:
    """Folded family names that stand first."""
    return frozenset(fold(word) for row in _lines("family_first.txt") for word in row[0].split())


def _groups(kind: str) -> Iterator[list[str]]:
    for row_kind, words in _lines("given_names.tsv"):
        if row_kind == kind:
            yield [fold(word.strip()).replace("-", "") for word in words.split(";")]
