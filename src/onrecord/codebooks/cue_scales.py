"""How strong words that attribute are: scales on which two cues can be compared, and the words that hedge a claim."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

HEDGE = "hedge"
NEGATIONS = frozenset({"not", "never", "nobody", "none", "neither", "nor", "no"})
VOWELS = frozenset("aeiou")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Degree:
    """Where words stand on a scale, and what that means in words (`left open to doubt`)."""

    scale: str
    degree: int
    meaning: str


@dataclass(frozen=True, slots=True)
class CueScales:
    """The degrees of words in every inflected form, in the order of the list, and the phrases that hedge."""

    degrees: dict[Phrase, tuple[Degree, ...]]
    hedges: frozenset[Phrase]

    def of(self, words: Phrase) -> dict[str, Degree]:
        """Where a cue's words, in lower case, stand on each scale; nowhere where they are negated or unknown.

        Of several that are known the first counts, the longest that begins there.
        """
        if any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in words):
            return {}
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                if found := self.degrees.get(words[start:end]):
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
                continue
            for form in _forms(entry):
                degrees[form] = (*degrees.get(form, ()), Degree(scale, int(degree), meaning))
    return CueScales(degrees, frozenset(hedges))


def _forms(entry: str) -> set[Phrase]:
    """A lemma's inflected forms, those behind slashes included; of a phrase the first word's."""
    (lemma, *irregular), *rest = entry.split()[0].split("/"), *entry.split()[1:]
    return {(form, *rest) for form in {*irregular, *_inflected(lemma)}}


def _inflected(lemma: str) -> set[str]:
    """The regular forms of a verb or noun; forms that English does not have do no harm here."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return {lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"}
    if lemma.endswith("e"):
        return {lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"}
    doubled = lemma + lemma[-1]
    return {lemma, f"{lemma}s", f"{lemma}es", f"{lemma}ed", f"{lemma}ing", f"{doubled}ed", f"{doubled}ing"}
