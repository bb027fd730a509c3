"""Cue nouns, adjectives, adverbs and prepositions: `her hope that …`, `is convinced that …`, `according to X`."""

from onrecord.annotation.attribution.frames import Framed, is_clausal
from onrecord.annotation.attribution.phrases import noun_phrase, source_of, verb_group
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import Cues

SUBORDINATORS = {
    "because",
    "while",
    "although",
    "though",
    "since",
    "after",
    "before",
    "as",
    "until",
    "unless",
    "when",
    "if",
}


def by_light_verb(sentence: Sentence, verb: int, cues: Cues) -> Framed | None:
    """`expressed regret that …`, `voiced concern over …`, `made it clear that …`: verb and noun are the cue."""
    words = sentence.words
    if words[verb].lemma not in cues.light_verbs:
        return None
    noun = sentence.child(verb, "dobj")
    if noun is None or noun < verb or "light" not in cues.nouns.get(words[noun].lemma, frozenset()):
        return None
    for child in (*sentence.children[noun], *sentence.children[verb]):
        word = words[child]
        clausal = word.dep in ("acl", "ccomp", "relcl", "xcomp") and is_clausal(sentence, child)
        prepositional = word.dep == "prep" and word.lemma in (
            "for",
            "over",
            "at",
            "about",
            "to",
            "with",
            "in",
            "on",
            "of",
            "against",
        )
        if child > noun and (clausal or prepositional):
            inner = sentence.subtree(child)
            if clausal and words[child].dep == "relcl" and words[inner[0]].lemma != "that":
                continue
            cue = [i for i in range(verb_group(sentence, verb)[0], inner[0]) if words[i].text not in {","}]
            return Framed("light", source_of(sentence, verb), cue, inner)
    return None


def by_noun(sentence: Sentence, noun: int, cues: Cues) -> Framed | None:
    """`her hope that …`, `the ministry's claim that …`, `calls by the mission for …`, `his view is that …`."""
    words = sentence.words
    frames = cues.nouns.get(words[noun].lemma)
    if not frames:
        return None
    owner = sentence.child(noun, "poss")
    source = noun_phrase(sentence, owner) if owner is not None else []
    if source and words[source[-1]].tag == "POS":
        source = source[:-1]
    if not source:
        source = _by_agent(sentence, noun)
    for child in sentence.children[noun]:
        word = words[child]
        if child < noun:
            continue
        inner = sentence.subtree(child)
        first = words[inner[0]].lemma
        if word.dep == "acl" and first == "that" and (said := _said_in(sentence, noun, cues)) is not None:
            return Framed("clause", source_of(sentence, said), verb_group(sentence, said, inner[0]), inner)
        if (
            "clause" in frames
            and word.dep in ("acl", "ccomp", "relcl")
            and first == "that"
            and _is_complement(sentence, child)
        ):
            return Framed("noun clause", source, [noun], inner)
        if "infinitive" in frames and word.dep == "acl" and first == "to" and source:
            return Framed("noun infinitive", source, [noun], inner)
        if word.dep == "prep" and f"prep:{word.lemma}" in frames and source:
            return Framed("noun prep", source, [noun, child] if child == noun + 1 else [noun],
                          inner[1:] if child == noun + 1 else inner)  # fmt: skip
    return _by_copula(sentence, noun, source) if "copula" in frames and source else None


def _said_in(sentence: Sentence, noun: int, cues: Cues) -> int | None:
    """The verb of `said in a statement that …`, whose clause the parser hangs below the statement."""
    words = sentence.words
    preposition = words[noun].head
    verb = words[preposition].head
    spoken = words[noun].dep == "pobj" and words[preposition].lemma in ("in", "on", "at") and words[verb].is_verb
    return verb if spoken and words[noun].lemma in cues.media and verb < preposition else None


def _is_complement(sentence: Sentence, clause: int) -> bool:
    """Whether `that` only opens the clause (the claim that he lied), not stands in it (the claim that he made)."""
    words = sentence.words
    that = [child for child in sentence.children[clause] if words[child].lemma == "that"]
    return not any(words[child].dep in ("nsubj", "dobj", "nsubjpass", "pobj") for child in that)


def _by_agent(sentence: Sentence, noun: int) -> list[int]:
    words = sentence.words
    for child in sentence.children[noun]:
        if words[child].dep in ("prep", "agent") and words[child].lemma in ("by", "from"):
            named = sentence.child(child, "pobj")
            return noun_phrase(sentence, named) if named is not None else []
    return []


def _by_copula(sentence: Sentence, noun: int, source: list[int]) -> Framed | None:
    """`His view is that …`, `the ministry's priority is to …`."""
    words = sentence.words
    verb = words[noun].head
    if words[noun].dep != "nsubj" or words[verb].lemma != "be":
        return None
    clause = next((c for c in sentence.children[verb] if words[c].dep in ("ccomp", "xcomp") and c > verb), None)
    if clause is None:
        return None
    inner = [index for index in sentence.subtree(clause) if index > verb]
    return Framed("copula", source, list(range(noun, verb + 1)), inner)


def by_adjective(sentence: Sentence, adjective: int, cues: Cues) -> Framed | None:
    """`is convinced that …`, `are ready to …`, `was critical of …`."""
    words = sentence.words
    frames = cues.adjectives.get(words[adjective].text.lower())
    verb = words[adjective].head
    if not frames or words[adjective].dep not in ("acomp", "ccomp", "xcomp", "oprd") or not words[verb].is_verb:
        return None
    if words[verb].lemma not in ("be", "seem", "feel", "remain", "become", "appear", "sound", "stay", "look"):
        return None
    for child in (*sentence.children[adjective], *(c for c in sentence.children[verb] if c > adjective)):
        word = words[child]
        if child < adjective:
            continue
        inner = sentence.subtree(child)
        infinitive = any(words[c].tag == "TO" for c in sentence.children[child])
        clause = word.dep in ("ccomp", "xcomp", "advcl") and not infinitive and is_clausal(sentence, child)
        if clause and "clause" in frames and words[inner[0]].lemma not in SUBORDINATORS and word.tag != "VBG":
            return _adjectival(sentence, verb, adjective, inner)
        if infinitive and word.dep in ("xcomp", "ccomp") and "infinitive" in frames:
            return _adjectival(sentence, verb, adjective, inner)
        if word.dep == "prep" and f"prep:{word.lemma}" in frames:
            return _adjectival(sentence, verb, adjective, inner)
    return None


def _adjectival(sentence: Sentence, verb: int, adjective: int, content: list[int]) -> Framed:
    first = verb_group(sentence, verb, adjective)[0]
    return Framed("adjective", source_of(sentence, verb), list(range(first, content[0])), content)


def by_adverb(sentence: Sentence, adverb: int, cues: Cues) -> Framed | None:
    """`He reportedly left`: attributed, to nobody named."""
    words = sentence.words
    verb = words[adverb].head
    if words[adverb].text.lower() not in cues.adverbs or not words[verb].is_verb:
        return None
    return Framed("adverb", [], [adverb], [index for index in sentence.subtree(verb) if index != adverb])


def according_to(sentence: Sentence, index: int, cues: Cues) -> Framed | None:
    """`…, according to the ministry`: the content is the rest of the clause that the phrase hangs from."""
    words = sentence.words
    to = next((c for c in range(index + 1, min(index + 3, len(words))) if words[c].lemma == "to"), None)
    if to is None:
        return None
    named = sentence.child(to, "pobj") or sentence.child(index, "pobj")
    if named is None:
        return None
    phrase = set(sentence.subtree(index))
    source = noun_phrase(sentence, named)
    top = _clause_above(sentence, index)
    content = [i for i in sentence.subtree(top) if i not in phrase]
    return Framed("according", source, list(range(index, to + 1)), content)


def in_view_of(sentence: Sentence, index: int, cues: Cues) -> Framed | None:
    """`…, in her view`, `in the words of the commissioner, …`: the content is the rest of the clause."""
    words = sentence.words
    noun = sentence.child(index, "pobj")
    if noun is None or words[noun].lemma not in cues.views:
        return None
    owner = sentence.child(noun, "poss")
    cue = [noun]
    if owner is not None:
        source = [i for i in noun_phrase(sentence, owner) if words[i].tag != "POS"]
    else:
        of = next((c for c in sentence.children[noun] if words[c].lemma == "of"), None)
        named = sentence.child(of, "pobj") if of is not None else None
        if of is None or named is None:
            return None
        source, cue = noun_phrase(sentence, named), list(range(index, of + 1))
    phrase = set(sentence.subtree(index))
    content = [i for i in sentence.subtree(_clause_above(sentence, index)) if i not in phrase]
    return Framed("view", source, cue, content)


def _clause_above(sentence: Sentence, index: int) -> int:
    """The verb of the smallest whole clause around a word; the sentence's root where there is none."""
    words = sentence.words
    last = index
    for above in sentence.ancestors(index):
        last = above
        finite = words[above].tag in ("VBD", "VBZ", "VBP", "MD") or sentence.child(above, "aux", "auxpass") is not None
        if (
            finite
            and words[above].dep in ("ROOT", "conj", "ccomp", "parataxis")
            and sentence.child(above, "nsubj", "nsubjpass", "expl") is not None
        ):
            return above
    return last
