"""How a name of a place is used: as where something is, as a place named, or as one who acts (`Baku denied`)."""

from collections.abc import Sequence
from enum import Enum

from onrecord.annotation.places import words
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues
from onrecord.codebooks.nouns import NO_SENSES, load_nouns
from onrecord.codebooks.registry import Role, cut_words, load_roles

# How far a chain of conjuncts and appositions is followed.
DEEPEST = 8
BE = "be"
# `Where X is`, `X is without power`, `X was under fire`.
STATES_OF = ("where", "without", "under")


class Use(Enum):
    """What a name of a place does where it stands."""

    LOCATES = "something is in it, comes from it or goes to it"
    NAMED = "named as a place"
    ACTS = "stands for a state, a government or nothing that is a place"


def use_of(sentence: Sentence, first: int, last: int, *, acts: bool, depth: int = 0) -> Use:
    """The use of the name at words[first:last]; `acts` where it can stand for a state or its government.

    A town that is nobody's seat is a place unless the text lets it speak; a state or a capital only where the text says
    that something is, comes from, goes to or is done to it.
    """
    inside = range(first, last)
    head = next((index for index in reversed(inside) if sentence.words[index].head not in inside), last - 1)
    return _use(sentence, head, acts=acts, depth=depth)


def _use(sentence: Sentence, index: int, *, acts: bool, depth: int) -> Use:
    word = sentence.words[index]
    above = sentence.words[word.head]
    plain = Use.ACTS if acts else Use.NAMED
    if word.head == index or depth > DEEPEST:
        return plain
    match word.dep:
        case "pobj":
            return _after_preposition(sentence, word.head, acts=acts)
        case "conj" | "appos":
            return _beside(sentence, word.head, acts=acts, depth=depth)
        case "compound" | "nmod" | "amod" | "poss" | "nummod":
            return _before_noun(sentence, index, acts=acts)
        case "nsubjpass":
            if above.lemma in words.DONE_TO_PLACES:
                return Use.LOCATES
            return Use.ACTS if acts or above.lemma in load_cues().verbs else Use.NAMED
        case "nsubj":
            return _as_subject(sentence, word.head, acts=acts)
        case "dobj" | "dative":
            if above.lemma in words.DONE_TO_PLACES and not (
                acts and above.lemma in ("attack", "target", "hold", "take")
            ):
                return Use.LOCATES
            is_told = above.lemma in load_cues().verbs and above.lemma != "call"
            return Use.ACTS if acts or is_told else Use.NAMED
    return plain


def _beside(sentence: Sentence, head: int, *, acts: bool, depth: int) -> Use:
    """The use of what a name is joined to; one that is no name is judged as the name would be in its place."""
    return _use(sentence, head, acts=acts, depth=depth + 1)


def _as_subject(sentence: Sentence, verb: int, *, acts: bool) -> Use:
    above = sentence.words[verb]
    if above.lemma in words.UNDERGOING and not (acts and above.tag == "VBG"):
        # (`X was lying` speaks.)
        return Use.NAMED
    if above.lemma == BE and any(sentence.words[child].lemma in STATES_OF for child in sentence.children[verb]):
        return Use.NAMED
    return Use.ACTS if acts or above.lemma in load_cues().verbs else Use.NAMED


def _before_noun(sentence: Sentence, index: int, *, acts: bool) -> Use:
    """`A Kyiv suburb`, `the Goma airport`, `Ukraine's east`: a place, if a place or what stands there follows."""
    word = sentence.words[index]
    above = sentence.words[word.head]
    lemma = above.text.lower() if above.tag.startswith("NNP") else above.lemma
    if lemma in words.FACILITIES or lemma in words.PARTS or lemma in words.KINDS_OF_AREA:
        return Use.NAMED
    if above.tag.startswith("NNP"):
        return Use.ACTS if word.dep != "poss" or acts else Use.NAMED
    senses = load_nouns().get(lemma, NO_SENSES)
    role = _role(above.text)
    if acts:
        return Use.NAMED if (senses.usual == "l" and role is None) or lemma in words.INHABITANTS else Use.ACTS
    return Use.ACTS if role is not None and role.kind == "person" and not role.is_plural else Use.NAMED


def _after_preposition(sentence: Sentence, preposition: int, *, acts: bool) -> Use:
    word = sentence.words[preposition]
    while sentence.words[word.head].dep == "prep" and word.dep == "prep" and word.head != preposition:
        # `From outside X`, `out of X`: the outer one says what is meant.
        if word.lemma in words.LOCATIVE:
            break
        preposition, word = word.head, sentence.words[word.head]
    above = sentence.words[word.head]
    moves = above.lemma in words.MOTION
    lemma = word.lemma
    if lemma in words.LOCATIVE:
        is_stance = lemma in ("toward", "towards") and not moves and not _moving(sentence, preposition)
        return Use.ACTS if acts and (above.lemma in words.TRUST or is_stance) else Use.LOCATES
    if lemma == "out":
        return Use.LOCATES
    if lemma in ("from", "to", "for", "over"):
        if moves or _moving(sentence, preposition):
            return Use.LOCATES
        if lemma == "from" and (not acts or _may_come(sentence, word.head)):
            return Use.LOCATES
        return Use.ACTS if acts else Use.NAMED
    if lemma == "on":
        return Use.LOCATES if not acts or above.lemma in words.DONE_NOUNS or above.lemma == "fall" else Use.ACTS
    if lemma == "of":
        return _after_of(sentence, word.head, acts=acts)
    if lemma == "between":
        ways = words.FACILITIES | words.MOTION | {"fight", "fighting", "lie", "clash"}
        return Use.NAMED if not acts or above.lemma in ways else Use.ACTS
    if lemma in ("by", "with") and (word.dep == "agent" or lemma == "with"):
        return Use.ACTS
    return Use.ACTS if acts else Use.NAMED


def _moving(sentence: Sentence, preposition: int) -> bool:
    """Whether a verb of motion governs a preposition from further up: `went on foot from X`, `its way from X`."""
    for steps, index in enumerate(sentence.ancestors(preposition)):
        word = sentence.words[index]
        if word.is_verb:
            return word.lemma in words.MOTION
        if steps > 1:
            return False
    return False


def _may_come(sentence: Sentence, above: int) -> bool:
    """Whether what stands before `from` can have come: families, a visitor, `some`."""
    word = sentence.words[above]
    if word.is_verb:
        return word.lemma in words.MOTION
    role = _role(word.text)
    return word.tag in ("NNS", "CD", "DT") and (role is None or _lives_there(role))


def _after_of(sentence: Sentence, above: int, *, acts: bool) -> Use:
    """`The city of X`, `the siege of X`, `most of X`; not `the president of X` or `the Bank of X`."""
    word = sentence.words[above]
    is_name = word.text[:1].isupper() and (above > 0 or word.tag.startswith("NNP"))
    if is_name and word.lemma not in words.SETTLEMENTS and word.lemma not in words.KINDS_OF_AREA:
        # `The Bank of X`.
        return Use.ACTS
    if word.lemma in words.PARTS or word.lemma in words.FACILITIES or word.lemma in words.DONE_NOUNS:
        return Use.LOCATES
    if word.tag in ("RB", "JJ"):
        return Use.LOCATES if word.tag == "RB" else Use.ACTS
    if acts and word.lemma not in words.INHABITANTS:
        return Use.ACTS
    role = _role(word.text)
    return Use.ACTS if role is not None and not _lives_there(role) else Use.NAMED


def _role(word: str) -> Role | None:
    return next(iter(load_roles().get(cut_words(word))), None)


def _lives_there(role: Role) -> bool:
    """Whether a role word says that somebody is from a place, nothing more: `a resident of X`."""
    return role.sectors[:1] in (("CVL",), ("REF",))


def is_behind(sentence: Sentence, first: int, prepositions: Sequence[str]) -> bool:
    """Whether one of these prepositions stands right before a name, or before its article and direction."""
    index = first - 1
    while index >= 0 and sentence.words[index].lemma in words.DIRECTIONS | {"the"}:
        index -= 1
    return index >= 0 and sentence.words[index].lemma in prepositions
