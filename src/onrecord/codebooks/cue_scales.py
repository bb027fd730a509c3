"""How strong words that attribute are: scales on which two cues can be compared, and the words that hedge a claim."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.codebooks.stems import stem

HEDGE = "hedge"
NEGATIONS = frozenset({"not", "never", "nobody", "none", "neither", "nor", "no"})

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Degree:
    """Where words stand on a scale, and what that means in words (`left open to doubt`)."""

    scale: str
    degree: int
    meaning: str


@dataclass(frozen=True, slots=True)
class CueScales:
    """The degrees of words by their stems, and the phrases that hedge."""

    degrees: dict[Phrase, tuple[Degree, ...]]
    hedges: frozenset[Phrase]

    def of(self, words: Phrase) -> dict[str, Degree]:
        """Where a cue's words, in lower case, stand on each scale; nowhere where they are negated or unknown.

        Of several that are known the first counts, the longest that begins there.
        """
        if any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in words):
            return {}
        stems = _stems(words)
        for start in range(len(stems)):
            for end in range(len(stems), start, -1):
                if found := self.degrees.get(stems[start:end]):
                    return {degree.scale: degree for degree in found}
        return {}


@cache
def load_cue_scales() -> CueScales:
    """The list as shipped."""
    degrees: dict[Phrase, tuple[Degree, ...]] = {}
    hedges: set[Phrase] = set()
    for line in (files("onrecord.codebooks") / "cue_scales.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "scale\t")):
            continue
        scale, degree, meaning, entries = line.split("\t")
        for entry in entries.split(", "):
            if scale == HEDGE:
                hedges.add(tuple(entry.split()))
            else:
                phrase = _stems(entry.split())
                degrees[phrase] = (*degrees.get(phrase, ()), Degree(scale, int(degree), meaning))
    return CueScales(degrees, frozenset(hedges))


def _stems(words: Iterable[str]) -> Phrase:
    return tuple(map(stem, words))
