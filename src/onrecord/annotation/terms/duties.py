"""Deadlines and ultimatums that no noun names: who must act by when, who is given until when."""

from dataclasses import dataclass

from onrecord.annotation.clauses import is_passive, object_of, prepositions, subject_of
from onrecord.annotation.syntax import Sentence

DUTY = frozenset({"must", "shall"})
# Verbs whose infinitive or `that` clause lays a duty on somebody, or by which somebody takes it on.
LAYING = frozenset(
    "order tell instruct require oblige ask demand urge call force give want request command direct summon "
    "have need be due agree promise pledge vow commit undertake swear guarantee like".split()
)
ASKING = frozenset("ask order tell summon press".split())
PROMISING = frozenset("promise pledge vow guarantee".split())
GIVING = frozenset({"give", "grant", "allow"})
DETAINING = frozenset("hold detain jail imprison remand keep".split())
CONFINED = frozenset("custody detention jail prison".split())
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must act, by which verb's word, and whether it is given as an ultimatum."""

    verb: int
    subject: int | None
    is_ultimatum: bool = False
    is_span: bool = False  # `has until Friday`: the time says until when, not by when


def granted(sentence: Sentence, verb: int) -> Duty | None:
    """`gave the rebels until Friday`, `has until Friday to reply`."""
    words = sentence.words
    lemma = words[verb].lemma
    if lemma in GIVING:
        if is_passive(sentence, verb):
            return Duty(verb, subject_of(sentence, verb), True, True)
        receiver = next((below for name, below in prepositions(sentence, verb) if name == "to"), None)
        return Duty(verb, receiver or object_of(sentence, verb), True, True)
    if lemma == "have":
        own = sentence.child(verb, "dobj")
        if own is None or words[own].lemma in ("time", "until") or words[own].tag in ("CD", "NNP"):
            return Duty(verb, subject_of(sentence, verb), False, True)
    return None


def owed(sentence: Sentence, verb: int) -> Duty | None:
    """`must pay by June`, `was ordered to leave by Friday`, `promised to pay by the end of the year`."""
    words = sentence.words
    if words[verb].lemma in ASKING and sentence.child(verb, "xcomp", "ccomp") is None:
        target = object_of(sentence, verb)
        return Duty(verb, target) if target is not None and words[verb].lemma == "ask" else None
    if words[verb].lemma in PROMISING and object_of(sentence, verb) is not None and not is_passive(sentence, verb):
        return Duty(verb, subject_of(sentence, verb))
    if not _is_laid(sentence, verb, 0):
        return None
    return Duty(verb, subject_of(sentence, verb))


def _is_laid(sentence: Sentence, verb: int, depth: int) -> bool:
    words = sentence.words
    helpers = {words[c].lemma for c in sentence.children[verb] if words[c].dep == "aux"}
    if helpers & DUTY:
        return True
    word = words[verb]
    head = words[word.head]
    infinitive = any(words[c].tag == "TO" for c in sentence.children[verb])
    if word.dep in ("xcomp", "ccomp", "advcl", "acl", "oprd") and head.lemma in LAYING and word.head != verb:
        if word.dep == "advcl" and not infinitive:
            return False
        # `step down` of `demanded that he step down` has no tense of its own.
        return infinitive or word.tag in ("VB", "VBN") or (word.tag == "VBP" and head.lemma in ("demand", "urge"))
    if word.dep == "relcl" and infinitive and head.dep == "dobj" and words[head.head].lemma in LAYING:
        return True  # `would like the talks to be finished`, read as talks that are to be finished
    if word.dep == "conj" and depth < DEEPEST and words[word.head].is_verb:
        return _is_laid(sentence, word.head, depth + 1)
    return False


def held(sentence: Sentence, verb: int) -> Duty | None:
    """`has been held since May`: whoever is in detention."""
    if sentence.words[verb].lemma not in DETAINING or not is_passive(sentence, verb):
        return None
    within = [sentence.words[below].lemma for _, below in prepositions(sentence, verb)]
    if sentence.words[verb].lemma == "keep" and not CONFINED.intersection(within):
        return None
    subject = subject_of(sentence, verb)
    return Duty(verb, subject, False, True) if subject is not None else None
