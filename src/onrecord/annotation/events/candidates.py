"""The words that can tell of an event, and what can be seen of each without a model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotation.events.clauses import is_passive, object_of
from onrecord.annotation.events.triggers import match, part_of
from onrecord.annotation.models import WordVectors
from onrecord.annotation.models.events.model import inputs
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import TYPES, Part, load_triggers
from onrecord.codebooks.nouns import NO_SENSES, load_nouns

if TYPE_CHECKING:
    from onrecord.annotation.models.reader import Vectors

PARTS: tuple[Part, ...] = ("verb", "noun", "adjective")
DEPENDENCIES = (
    "ROOT", "conj", "ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "pobj", "dobj", "nsubj", "nsubjpass",
    "compound", "amod", "attr", "acomp", "appos", "poss", "prep",
)  # fmt: skip
TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS")
# Which dependents of a word are given, as present or not.
DEPENDENTS = (
    "nsubj",
    "dobj",
    "prt",
    "xcomp",
    "ccomp",
    "agent",
    "neg",
    "det",
    "poss",
    "prep",
    "aux",
    "amod",
    "compound",
)
# Verbs that tell nothing by themselves.
EMPTY = frozenset({"be", "have", "do", "say"})


def candidates(sentence: Sentence) -> list[tuple[int, Part]]:
    """The indices of verbs that are no auxiliaries, common nouns, and adjectives that something depends on."""
    found: list[tuple[int, Part]] = []
    for index, word in enumerate(sentence.words):
        part = part_of(sentence, index)
        if part is None or word.dep in ("aux", "auxpass") or (part == "verb" and word.lemma in EMPTY):
            continue
        if part == "adjective" and not (
            word.dep in ("acomp", "attr", "oprd", "amod", "conj") and sentence.children[index]
        ):
            continue
        found.append((index, part))
    return found


def partner(sentence: Sentence, index: int, part: Part) -> int:
    """The word that tells most about what a word means here: a verb's object, a noun's governor; itself if none."""
    if part == "verb":
        target = object_of(sentence, index)
        if target is not None:
            return target
        for child in sentence.children[index]:
            if sentence.words[child].dep == "prep":
                below = sentence.child(child, "pobj", "pcomp")
                if below is not None:
                    return below
        complement = sentence.child(index, "xcomp", "ccomp", "acomp", "attr")
        return index if complement is None else complement
    head = sentence.words[index].head
    if sentence.words[head].dep == "prep":
        return sentence.words[head].head
    return sentence.words[head].head if sentence.words[head].tag == "IN" else head


def clues(sentence: Sentence, index: int, part: Part) -> list[float]:
    """What the lexicon and the grammar say of a candidate: a row of numbers, the same length for all."""
    word = sentence.words[index]
    lines = load_triggers().get((part, word.lemma), ())
    found = match(sentence, index, part)
    named = {line.type for line in lines}
    labels = {sentence.words[child].dep for child in sentence.children[index]}
    senses = load_nouns().get(word.lemma, NO_SENSES)
    row = [float(found is not None and found[0].type == kind) for kind in TYPES]
    row += [float(kind in named) for kind in TYPES]
    row += [float(found is not None), float(len(found[0].conditions)) if found else 0.0]
    row += [float(part == each) for each in PARTS]
    row += [float(word.tag == each) for each in TAGS]
    row += [float(word.dep == each) for each in DEPENDENCIES]
    row += [float(each in labels) for each in DEPENDENTS]
    row += [float(part == "verb" and is_passive(sentence, index)), float(senses.usual in ("p", "g") and part == "noun")]
    row.append(float(word.text[:1].isupper()))
    return row


def inputs_of(text: str, sentence: Sentence, found: Sequence[tuple[int, Part]], vectors: WordVectors) -> "Vectors":
    """The rows of the candidates of a sentence, as the model takes them."""
    words = sentence.words
    context, lexical = vectors.of(text, [words[index].start for index, _ in found])
    _, beside = vectors.of(text, [words[partner(sentence, *each)].start for each in found])
    return inputs(context, lexical, beside, [clues(sentence, *each) for each in found])
