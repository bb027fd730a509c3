"""The act that a cue tells: `denied`, `called for`, `did not rule out`, `expressed regret`, `refused to say`."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation.acts.clause import NEGATIONS, NOBODY, helpers, is_negated, keys_of
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.syntax import Sentence, Word
from onrecord.codebooks import load_cues
from onrecord.codebooks.acts import ActCues, load_acts

NEUTRAL = "assert"
# Verbs that deny the one they govern: `failed to condemn`, `stopped short of calling`.
FAILING = frozenset({"fail", "stop", "avoid", "unable", "refrain", "forget"})
# What is rejected where it is a claim is denied: `rejected the accusation`, `dismissed the remark`.
REJECTING = frozenset({"reject", "dismiss", "rebuff", "brush", "wave", "resist"})
CLAIMING = frozenset({"assert", "accuse", "criticise", "predict", "fear", "deny"})
# The parser takes nouns for verbs and adjectives for either; a particle is none of them (`wrote back`).
OTHERS = {"verb": ("adjective", "preposition"), "noun": ("verb", "adjective"), "adjective": ("verb", "noun")}
PARTS = {"V": "verb", "M": "verb", "N": "noun", "J": "adjective", "R": "adverb", "I": "preposition"}


@dataclass(frozen=True, slots=True)
class Told:
    """An act that a word of a cue tells."""

    sentence: Sentence
    index: int
    part: str
    act: str


def act_of_cue(
    words: Sequence[tuple[Sentence, int]], frames: frozenset[str], lexicon: ActCues, *, by_nobody: bool
) -> str | None:
    """The act that the words of a cue tell; None where they tell none, or are negated and so perform none."""
    told = [each for sentence, index in words if (each := told_by(sentence, index, frames, lexicon))]
    # `a decision to grant`, `an accepted definition`: the noun tells the act.
    nouns = {each.index for each in told if each.part == "noun"}
    told += [each for sentence, index in words if (each := _governed(sentence, index, lexicon)) and each not in told]
    chosen = _chosen([each for each in told if not (_word(each).dep in ("acl", "amod") and _word(each).head in nouns)])
    if chosen is None:
        return None
    if chosen.act == "refuse" and _rejects_a_claim(chosen, lexicon):
        return "deny"
    if not by_nobody and not _is_denied(chosen, words):
        return chosen.act
    if chosen.act == NEUTRAL and {"will", "would"} & set(helpers(chosen.sentence, chosen.index)):
        return "refuse"  # `would not say`, `would not name them`
    return load_acts()[chosen.act].denied


def knows(words: Sequence[tuple[Sentence, int]], frames: frozenset[str], lexicon: ActCues) -> bool:
    """Whether any word of a cue is in the lexicon."""
    return any(told_by(sentence, index, frames, lexicon) for sentence, index in words)


def told_by(sentence: Sentence, index: int, frames: frozenset[str], lexicon: ActCues) -> Told | None:
    """The act that one word tells, and as which part of speech."""
    word = sentence.words[index]
    part = PARTS.get(word.tag[0])
    if part is None or word.dep in ("aux", "auxpass", "compound"):
        return None
    form = word.text.lower()
    # `is convinced`, `was opposed to`: a participle that says what somebody is, where no `have` makes it a tense.
    if word.tag in ("VBN", "VBD", "JJ") and "have" not in _helping(sentence, index):
        copular = word.tag == "JJ" or any(sentence.words[child].lemma == "be" for child in sentence.children[index])
        below_be = sentence.words[word.head].lemma in ("be", "remain", "feel", "seem", "become", "get")
        if (copular or below_be) and (act := lexicon.act("adjective", form)):
            return Told(sentence, index, "adjective", act)
    for kind in (part, *OTHERS.get(part, ())):
        if (
            kind == "verb"
            and word.tag.startswith("NN")
            and any(sentence.words[child].dep in ("det", "poss") for child in sentence.children[index])
        ):
            continue
        for key in (form,) if kind == "adjective" else keys_of(sentence, index):
            if act := lexicon.act(kind, key, frames):
                return Told(sentence, index, kind, act)
    return Told(sentence, index, "noun", NEUTRAL) if word.lemma in load_cues().media else None


def _helping(sentence: Sentence, index: int) -> set[str]:
    return {
        sentence.words[child].lemma for child in sentence.children[index] if sentence.words[child].dep.startswith("aux")
    }


def _governed(sentence: Sentence, index: int, lexicon: ActCues) -> Told | None:
    """What the object of a light verb tells, which may be the content's first noun: `expressed` `regret over …`."""
    if sentence.words[index].lemma not in load_cues().light_verbs:
        return None
    thing = sentence.child(index, "dobj", "nsubjpass")
    return told_by(sentence, thing, frozenset({"object"}), lexicon) if thing is not None else None


def _word(told: Told) -> Word:
    return told.sentence.words[told.index]


def _chosen(told: Sequence[Told]) -> Told | None:
    """The word that tells most: a refusal of what follows it, else the last that is not neutral, a verb's object only
    where the verb is light or neutral (`issued a warning`, not `said in a warning`)."""
    verbs = [each for each in told if each.part != "noun"]
    refusing = next((each for each in verbs if each.act == "refuse"), None)
    if refusing is not None:
        return refusing
    light = load_cues().light_verbs
    heavy = [each for each in verbs if _word(each).lemma not in light]
    telling = [each for each in heavy if each.act != NEUTRAL]
    if telling:
        return telling[-1]
    nouns = [each for each in told if each.part == "noun" and (not heavy or _is_object(each))]
    telling = [each for each in nouns if each.act != NEUTRAL]
    return next(iter(telling or heavy or verbs or nouns), None)


def _is_object(told: Told) -> bool:
    return _word(told).dep == "dobj"


def _is_denied(chosen: Told, words: Sequence[tuple[Sentence, int]]) -> bool:
    """Whether the cue negates its word, or the verb that governs it (`did not express regret`, `is not willing`)."""
    own = {index for sentence, index in words if sentence is chosen.sentence}
    if is_negated(chosen.sentence, chosen.index, own):
        return True
    before = [sentence.words[index] for sentence, index in words if index < chosen.index]
    return any(word.text.lower() in NEGATIONS | NOBODY or word.lemma in FAILING or word.dep == "neg" for word in before)


def _rejects_a_claim(chosen: Told, lexicon: ActCues) -> bool:
    """Whether what is refused is a claim: the object's own noun tells an assertion or accusation."""
    thing = chosen.sentence.child(chosen.index, "dobj", "nsubjpass")
    if thing is None or _word(chosen).lemma not in REJECTING:
        return False
    acts = {lexicon.act("noun", key) for key in keys_of(chosen.sentence, thing)}
    return bool(acts & CLAIMING)


def cue_words(attribution: Attribution, sentences: Sequence[Sentence]) -> list[tuple[Sentence, int]]:
    """The words of a cue in their sentences."""
    return [
        (sentence, index)
        for sentence in sentences
        for index, word in enumerate(sentence.words)
        if any(start <= word.start and word.end <= end for start, end in attribution.cue)
    ]
