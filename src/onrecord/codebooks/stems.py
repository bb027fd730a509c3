"""Words made comparable in all their forms: stems, the same for British and American spelling."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from threading import Lock

from snowballstemmer import stemmer

# Martin Porter's algorithm, An algorithm for suffix stripping (1980), as SQLite's full-text search has it.
PORTER = stemmer("porter")
# Its object keeps the word that it works on, so two threads would mix theirs up.
LOCK = Lock()

# Both spellings of a word need only come out alike, so it does no harm that `promise` becomes `promize`.
SPELLINGS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(?<=...)is(e[drs]?|ing|ations?)$", r"iz\1"),
        (r"(?<=...)yse([ds]?)$", r"yze\1"),
        (r"(?<=..[a-z])our(s|ed|ing|able)?$", r"or\1"),
        (r"(?<=[fi])ence(s?)$", r"ense\1"),
        (r"(?<=..[nrb])tre(s?)$", r"ter\1"),
        (r"gramme(s?)$", r"gram\1"),
        (r"(?<=...)ll(ed|ing|ers?)$", r"l\1"),
    )
)


# A word this short has no ending to lose: Porter's rules would make `as` an `a`.
SHORTEST = 4


@lru_cache(maxsize=131072)
def stem(folded: str) -> str:
    """The stem of a folded word: `withdrawal` and `withdrew` are `withdraw`, `defence` and `defense` are `defens`."""
    folded = _irregular_verbs().get(folded, folded)
    for pattern, written in SPELLINGS:
        folded = pattern.sub(written, folded)
    if len(folded) < SHORTEST:
        return folded
    with LOCK:
        found: str = PORTER.stemWord(folded)
    return found


@cache
def _irregular_verbs() -> dict[str, str]:
    """The base of each irregular form, which no suffix tells."""
    lines = (files("onrecord.codebooks") / "irregular_verbs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {form: base for base, forms in rows for form in forms.split(", ")}


def stems_of(words: str) -> frozenset[str]:
    """The stems of some words, parted by spaces."""
    return frozenset(map(stem, words.split()))
