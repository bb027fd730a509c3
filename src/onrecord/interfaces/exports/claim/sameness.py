"""When the words of two statements are the same."""

import re
import unicodedata

from snowballstemmer import stemmer

# Articles, and what a writer changes on the way from direct to indirect speech: persons, the tense of helping verbs.
# What changes the meaning stays: `not`, `may`, `must`, numbers, and that something is yet to come.
LEFT_OUT = frozenset(
    "a an the that i we you he she it they me us him them my our your his her its their mine ours yours hers theirs "
    "am is are was were be been being have has had having do does did".split()
)
FUTURE = frozenset(("would", "shall", "'ll"))
CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\b(?:can't|cannot)\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'(?:re|ve|s|m|d)\b"), ""),
)  # fmt: skip
WORD = re.compile(r"\d+(?:[.,]\d+)*|'ll\b|\w+|%")
# With fewer words left it takes the rest of the text to know what is meant: `that it did`.
FEWEST = 3

STEMMER = stemmer("english")


def sameness(content: str) -> str | None:
    """What the words of two statements must share to be the same: the stems of those that tell, in order.

    None where there are too few of them.
    `"We will not yield the port,"` and `that they would not yield the port` are the same.
    """
    text = unicodedata.normalize("NFKC", content).casefold().replace("’", "'")
    for pattern, written in CONTRACTIONS:
        text = pattern.sub(written, text)
    words = ("will" if word in FUTURE else word for word in WORD.findall(text))
    telling = [word for word in words if word not in LEFT_OUT]
    return " ".join(STEMMER.stemWords(telling)) if len(telling) >= FEWEST else None
