"""Who and what depends on a verb: subjects, also those that grammar leaves out, agents, objects, complements."""

from collections.abc import Iterator

from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.nouns import NO_SENSES, load_nouns

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
BE = frozenset({"be", "get"})
# Whose infinitive has the subject of the verb itself, though there is an object: `promised Iran to withdraw`.
SUBJECT_CONTROL = frozenset("promise vow threaten pledge guarantee offer swear use".split())
# `called on Iran to withdraw`: whoever stands behind the preposition shall do it.
ADDRESSED = frozenset({"on", "upon", "to", "for", "with"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
DEEPEST = 12


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a passive, also one without its own `was`: `houses burned by rebels`."""
    word = sentence.words[verb]
    if word.tag not in ("VBN", "VBD"):
        return False
    children = sentence.children[verb]
    labels = {sentence.words[child].dep for child in children}
    if "auxpass" in labels:
        return True
    if labels & {"aux"}:
        return any(sentence.words[c].dep == "aux" and sentence.words[c].lemma in BE for c in children)
    if word.tag == "VBD" and word.dep not in ("acl",):
        return False
    if word.dep in ("acl", "advcl", "pcomp", "amod"):
        return not labels & {"dobj"} or "agent" in labels
    if word.dep == "conj" and not labels & {"nsubj"}:
        return is_passive(sentence, word.head)
    return word.dep in ("ROOT", "ccomp", "parataxis", "xcomp") and "agent" in labels


def subject_of(sentence: Sentence, verb: int, depth: int = 0) -> int | None:
    """The head of a verb's grammatical subject: its own, the one it shares, or the one that is understood."""
    words = sentence.words
    own = sentence.child(verb, *SUBJECTS)
    word = words[verb]
    if own is not None:
        if words[own].tag in RELATIVE or (words[own].lemma == "that" and words[own].tag != "NN"):
            about = _antecedent(sentence, verb)
            return _person(sentence, about) if about is not None and words[own].lemma == "who" else about
        return own if words[own].dep != "expl" else sentence.child(verb, "attr")
    if depth > DEEPEST or word.head == verb:
        return None
    head = word.head
    if word.dep == "conj":
        beside = finite_head(sentence, verb)
        return subject_of(sentence, beside, depth + 1) if words[beside].is_verb else None
    if word.dep == "amod" and word.tag == "VBN":
        return head
    if word.dep in ("acl", "relcl"):
        if word.dep == "relcl" or word.tag in ("VBG", "VBN", "VBD"):
            return head
        return _holder(sentence, head, depth)
    if word.dep == "xcomp" or (word.dep in ("ccomp", "advcl") and _is_infinitive(sentence, verb)):
        return _controller(sentence, head, depth, purpose=word.dep == "advcl")
    if word.dep in ("advcl", "ccomp", "dep", "parataxis") and word.tag in ("VBG", "VBN"):
        return subject_of(sentence, head, depth + 1) if words[head].is_verb else None
    if word.dep == "pcomp":
        return _behind_preposition(sentence, head, depth)
    return None


def agent_of(sentence: Sentence, verb: int) -> int | None:
    """The head of a passive's `by ...`."""
    for child in sentence.children[verb]:
        word = sentence.words[child]
        if word.dep == "agent" or (word.dep == "prep" and word.lemma == "by"):
            return sentence.child(child, "pobj")
    return None


def object_of(sentence: Sentence, verb: int) -> int | None:
    """The head of what the verb is done to: its object, or a passive's subject."""
    if is_passive(sentence, verb):
        return subject_of(sentence, verb)
    own = sentence.child(verb, "dobj", "obj")
    if own is None:
        # `a trawler it had detained`
        subject = sentence.child(verb, "nsubj")
        without = sentence.words[verb].dep == "relcl" and subject is not None
        is_object = (
            without and sentence.words[subject or 0].tag not in RELATIVE and not sentence.child(verb, "xcomp", "ccomp")
        )
        return sentence.words[verb].head if is_object else None
    word = sentence.words[own]
    return _antecedent(sentence, verb) if word.tag in RELATIVE else own


def prepositions(sentence: Sentence, index: int) -> Iterator[tuple[str, int]]:
    """The preposition in lower case and the head of its object, for those that depend on a word."""
    for child in sentence.children[index]:
        word = sentence.words[child]
        if word.dep in ("prep", "dative", "agent") and word.tag in ("IN", "TO", "RP", "RB"):
            for below in sentence.children[child]:
                if sentence.words[below].dep == "pobj":
                    yield word.lemma, below
                elif sentence.words[below].dep == "prep":  # from inside, out of
                    for last in sentence.children[below]:
                        if sentence.words[last].dep == "pobj":
                            yield sentence.words[below].lemma, last
        elif word.dep == "dative":
            yield "to", child


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """A word and those joined to it by `and`, `or` or commas."""
    found = [index]
    for each in found:
        found += [child for child in sentence.children[each] if sentence.words[child].dep == "conj"]
    return sorted(found)


def is_finite(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a tense of its own."""
    tags = [sentence.words[c].tag for c in sentence.children[verb] if sentence.words[c].dep in ("aux", "auxpass")]
    if any(tag in FINITE or tag == "MD" for tag in tags):
        return True
    return not tags and sentence.words[verb].tag in FINITE


def finite_head(sentence: Sentence, verb: int) -> int:
    """The verb that a joined verb stands beside.

    Parsers hang `threatened` of `refused to let them pass and threatened to shoot` on `pass`: a verb with a tense
    stands beside one that has a tense.
    """
    head = sentence.words[verb].head
    if not sentence.words[verb].is_verb or not is_finite(sentence, verb):
        return head
    for above in sentence.ancestors(verb):
        if is_finite(sentence, above):
            return above
    return head


def _antecedent(sentence: Sentence, verb: int) -> int | None:
    """What a relative clause is about."""
    if sentence.words[verb].dep in ("relcl", "acl"):
        return sentence.words[verb].head
    head = sentence.words[verb].head
    if sentence.words[verb].dep in ("conj", "ccomp") and head != verb:
        return _antecedent(sentence, head)
    return None


def _person(sentence: Sentence, noun: int) -> int:
    """Who `who` points to: the president of a land, not the land, where a parser takes the nearer word."""
    words = sentence.words
    preposition = words[noun].head
    if words[noun].dep == "pobj" and words[preposition].lemma == "of":
        above = words[preposition].head
        senses = load_nouns().get(words[above].lemma.lower(), NO_SENSES)
        if senses.usual == "p" and load_nouns().get(words[noun].lemma.lower(), NO_SENSES).usual != "p":
            return above
    return noun


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    return any(sentence.words[c].tag == "TO" for c in sentence.children[verb])


def _controller(sentence: Sentence, head: int, depth: int, *, purpose: bool) -> int | None:
    """Who is to do what an infinitive says."""
    words = sentence.words
    if words[head].is_verb and not purpose and words[head].lemma not in SUBJECT_CONTROL:
        target = object_of(sentence, head)
        if target is not None and target != head:
            return target
        for preposition, below in prepositions(sentence, head):
            if preposition in ADDRESSED and words[head].lemma in ("call", "appeal", "plead", "prevail"):
                return below
    if words[head].is_verb or words[head].tag.startswith("JJ"):
        carrier = head if words[head].is_verb else words[head].head
        return subject_of(sentence, carrier, depth + 1)
    return _holder(sentence, head, depth)


def _holder(sentence: Sentence, noun: int, depth: int) -> int | None:
    """Whose a noun is: `its plan to withdraw`, `Iran announced a plan to withdraw`."""
    owner = sentence.child(noun, "poss")
    if owner is not None:
        return owner
    word = sentence.words[noun]
    if word.dep in ("dobj", "attr", "pobj"):
        head = word.head
        if word.dep == "pobj":
            head = sentence.words[head].head
        if sentence.words[head].is_verb:
            return subject_of(sentence, head, depth + 1)
    return None


def _behind_preposition(sentence: Sentence, preposition: int, depth: int) -> int | None:
    """Who does what `of shelling` or `after meeting` says: the accused, or whoever the clause is about."""
    head = sentence.words[preposition].head
    while sentence.words[head].tag.startswith(("RB", "JJ")) and sentence.words[head].head != head:
        head = sentence.words[head].head
    if not sentence.words[head].is_verb:
        blamed = sentence.words[preposition].lemma == "for" and sentence.words[head].dep == "dobj"
        return head if blamed else _holder(sentence, head, depth)
    if sentence.words[preposition].lemma in ("of", "for", "from"):
        target = object_of(sentence, head)
        if target is not None:
            return target
    return subject_of(sentence, head, depth + 1)
