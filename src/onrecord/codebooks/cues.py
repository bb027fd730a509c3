"""The cue lexicon: words that attribute, and the shapes of content each can take."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# `according to X`, which the parser reads as a verb or a preposition.
OF_PHRASES = frozenset({"accord", "according"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Frames by lemma, one mapping a part of speech; what a frame means is said at the top of cues.tsv."""

    verbs: dict[str, frozenset[str]]
    passives: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    adverbs: dict[str, frozenset[str]]
    light_verbs: frozenset[str]
    media: frozenset[str]
    views: frozenset[str]

    def knows(self, lemma: str) -> bool:
        """Whether a word can attribute, as any part of speech."""
        kinds = (self.verbs, self.nouns, self.adjectives, self.adverbs, self.passives, self.views)
        return lemma in OF_PHRASES or any(lemma in kind for kind in kinds)


@cache
def load_cues() -> Cues:
    """The lexicon as shipped."""
    by_part: dict[str, dict[str, frozenset[str]]] = {}
    for line in (files("onrecord.codebooks") / "cues.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "lemma\t")):
            lemma, part, frames = line.split("\t")
            by_part.setdefault(part, {})[lemma] = frozenset(frames.split())
    return Cues(
        verbs=by_part["verb"],
        passives=by_part["passive verb"],
        nouns=by_part["noun"],
        adjectives=by_part["adjective"],
        adverbs=by_part["adverb"],
        light_verbs=frozenset(by_part["light verb"]),
        media=frozenset(by_part["medium"]),
        views=frozenset(by_part["view"]),
    )


@cache
def load_speakers() -> frozenset[str]:
    """The nouns, in lower case, that name those who speak (`minister`, `report`)."""
    lines = (files("onrecord.codebooks") / "speakers.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
