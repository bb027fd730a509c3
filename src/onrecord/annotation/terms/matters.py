"""The nouns that name what can hold for a time, and whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotation.clauses import RELATIVE, prepositions, subject_of
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.nouns import NO_SENSES, load_nouns
from onrecord.codebooks.terms import Matter, load_matter_nouns

HOLDING = frozenset("have hold get receive win obtain enjoy own keep grant give serve".split())
TOWARDS = frozenset({"against", "on", "upon"})
# Which stand for a matter named before: `It ends on Friday`, `the old one`, `those against Iran`, `the measures`.
ANAPHORS = frozenset("it they them this that which one those these measure restriction penalty".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A noun for a matter: the index of its head word in its sentence."""

    head: int
    matter: Matter
    is_anaphor: bool = False


def matter_at(sentence: Sentence, index: int) -> Named | None:
    """The matter that a noun names, if it names one; of `state of emergency` either noun is asked for."""
    words = sentence.words
    if not words[index].tag.startswith(("NN", "VBG")):
        return None
    for noun in load_matter_nouns().get(words[index].lemma, ()) + load_matter_nouns().get(
        words[index].text.lower(), ()
    ):
        head = next((k - 1 for k, word in enumerate(noun.words) if word in ("of", "in")), len(noun.words) - 1)
        first = index - head
        if first < 0 or first + len(noun.words) > len(words):
            continue
        here = words[first : first + len(noun.words)]
        is_spelled = all(word in (each.lemma, each.text.lower()) for word, each in zip(noun.words, here, strict=True))
        if not is_spelled and not _spelled_with_hyphens(sentence, index, noun.words):
            continue
        if noun.needs_owner and owner_of(sentence, index) is None:
            continue
        return Named(index, noun.matter)
    return None


def matters_in(sentence: Sentence) -> Iterator[Named]:
    """The matters that a sentence names, in text order."""
    for index in range(len(sentence.words)):
        named = matter_at(sentence, index)
        if named is not None:
            yield named


def owner_of(sentence: Sentence, noun: int) -> int | None:
    """The head of whoever has what a noun says: `its mandate`, `whose mandate`, `the mandate of the mission`."""
    words = sentence.words
    poss = sentence.child(noun, "poss")
    if poss is not None:
        if words[poss].tag not in RELATIVE:
            return poss
        about = next((words[up].head for up in [noun, *sentence.ancestors(noun)] if words[up].dep == "relcl"), None)
        return about if about is None else antecedent(sentence, about)
    for preposition, below in prepositions(sentence, noun):
        if preposition == "of" and words[below].tag != "CD":
            return below
    return None


def antecedent(sentence: Sentence, noun: int) -> int:
    """Who `whose mandate` points to: the mission in a land, not the land, where a parser takes the nearer word."""
    words = sentence.words
    while words[noun].dep == "pobj" and words[noun].tag.startswith("NNP"):
        above = words[words[noun].head].head
        if words[above].dep in ("acl", "relcl"):
            above = words[above].head
        senses = load_nouns().get(words[above].lemma, NO_SENSES)
        if not words[above].tag.startswith("NN") or not senses.possible & {"p", "g"}:
            break
        noun = above
    return noun


def subject_index(sentence: Sentence, named: Named) -> int | None:
    """The head of whose term it is, or whom it binds; None where that is only the matter itself."""
    noun, whose = named.head, named.matter.whose
    if whose == "owner":
        return owner_of(sentence, noun) or holder_of(sentence, noun)
    if whose in ("target", "debtor"):
        wanted = TOWARDS if whose == "target" else frozenset({"for"})
        # `a deadline of 1 April for candidates`: parsers hang the second phrase on the first.
        near = [noun, *(below for name, below in prepositions(sentence, noun) if name in ("of", "on"))]
        return next((below for each in near for name, below in prepositions(sentence, each) if name in wanted), None)
    return None


def holder_of(sentence: Sentence, noun: int) -> int | None:
    """Who has it, by the verb: `the firm holds a licence`."""
    word = sentence.words[noun]
    above = sentence.words[word.head]
    if word.dep == "nsubj" and above.tag.startswith("JJ") and sentence.words[above.head].lemma in HOLDING:
        return subject_of(sentence, above.head)
    if word.dep in ("dobj", "attr") and sentence.words[word.head].lemma in HOLDING:
        return subject_of(sentence, word.head)
    return None


def _spelled_with_hyphens(sentence: Sentence, index: int, noun: tuple[str, ...]) -> bool:
    """`visa - free regime`, as tokens go."""
    told = "".join(word.text.lower() for word in sentence.words[max(0, index - 4) : index + 1])
    return "-" in "".join(noun) and told.endswith("".join(noun))
