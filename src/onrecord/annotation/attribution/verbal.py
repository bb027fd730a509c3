"""Cue verbs in their frames: `said that …`, `…, he said`, `wants to …`, `urged Tehran to …`, `condemned the …`."""

from onrecord.annotation.attribution.frames import Framed, is_clausal
from onrecord.annotation.attribution.phrases import is_passive, noun_phrase, source_of, verb_group
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import Cues

# What parts a clause from the cue behind it: `…, he said`, `"…" he said`.
INVERTING = {",", "—", "–", "--", "-", "?", "!", '"', "”", "''", "’", "'", "»"}
MARKERS = {"that", "whether", "if", "what", "how", "why", "who", "where", "when", "which"}
ANONYMITY = {"name", "identify", "quote", "anonymous"}


def by_verb(sentence: Sentence, verb: int, cues: Cues) -> Framed | None:
    """What a verb of the lexicon attributes, by the first of its frames that the sentence fills."""
    words = sentence.words
    if words[verb].dep in ("aux", "auxpass"):
        return None
    if is_passive(sentence, verb):
        return _by_passive(sentence, verb, cues)
    frames = _frames_of(sentence, verb, cues)
    if not frames:
        return None
    for find in (_clause, _infinitive, _object_with, _prepositional, _object, _parenthetical):
        found = find(sentence, verb, frames)
        if found is not None:
            return found
    return None


def _frames_of(sentence: Sentence, verb: int, cues: Cues) -> frozenset[str]:
    """The frames of a verb, those of its particle verb included (`point out`)."""
    particle = sentence.child(verb, "prt")
    lemma = sentence.words[verb].lemma
    together = f"{lemma} {sentence.words[particle].lemma}" if particle is not None else ""
    return cues.verbs.get(together) or cues.verbs.get(lemma, frozenset())


def _framed(frame: str, sentence: Sentence, verb: int, content: list[int], stop: int | None = None) -> Framed:
    return Framed(frame, source_of(sentence, verb), verb_group(sentence, verb, stop), content)


def _clause(sentence: Sentence, verb: int, frames: frozenset[str]) -> Framed | None:
    """`said that …`, `said …`, and `…, he said` with the clause before."""
    if not frames & {"clause", "quote", "clause:object", "whether", "object:infinitive", "infinitive"}:
        return None
    words = sentence.words
    clause = next((c for c in sentence.children[verb] if words[c].dep == "ccomp" and is_clausal(sentence, c)), None)
    if clause is None:
        return None
    phrase = sentence.subtree(clause)
    if clause > verb:
        apart = _spoken_by_others(sentence, clause)
        content = [index for index in phrase if index > verb and index < apart]
        opener = words[content[0]]
        infinitive = any(words[child].tag == "TO" for child in sentence.children[clause])
        if infinitive and not frames & {"object:infinitive", "infinitive"} and opener.text.lower() not in MARKERS:
            return None
        if not infinitive and not frames & {"clause", "quote", "clause:object", "whether"}:
            return None
        return _framed("clause", sentence, verb, content, stop=content[0])
    if not frames & {"clause", "quote"}:
        return None
    own = _frame_words(sentence, verb, clause)
    if not any(words[i].text in INVERTING and (i + 1 in own or i in own) for i in range(len(words)) if i < verb):
        return None
    return _framed("inverted", sentence, verb, [index for index in phrase if index not in own])


def _spoken_by_others(sentence: Sentence, clause: int) -> int:
    """Where a coordinated clause begins that has a subject and a cue of its own: `… that A, and the envoy warned …`.

    The parser hangs it below the content; it is a statement by itself. Without one, the number of words.
    """
    words = sentence.words
    for child in sentence.children[clause]:
        if words[child].dep == "conj" and sentence.child(child, "nsubj") is not None and _attributes(sentence, child):
            first = sentence.subtree(child)[0]
            while first > 0 and (words[first - 1].dep == "cc" or words[first - 1].text == ","):
                first -= 1
            if words[first].text == ",":
                return first
    return len(words)


def _attributes(sentence: Sentence, verb: int) -> bool:
    """Whether a verb governs a clause as reported speech or thought does."""
    if sentence.child(verb, "oprd") is not None:
        return True
    governed = sentence.child(verb, "ccomp", "acomp", "dobj")
    return governed is not None and any(
        sentence.words[i].text.lower() in ("that", "whether") for i in sentence.subtree(governed)
    )


def _frame_words(sentence: Sentence, verb: int, clause: int) -> set[int]:
    """The words of the verb's own clause, without those of the clause it attributes."""
    inner = set(sentence.subtree(clause))
    return {index for index in sentence.subtree(verb) if index not in inner}


def _parenthetical(sentence: Sentence, verb: int, frames: frozenset[str]) -> Framed | None:
    """`The talks, he said, had failed` and `…, he added` where the parser hangs the cue below what it attributes."""
    words = sentence.words
    if not frames & {"clause", "quote"} or words[verb].dep not in ("parataxis", "ccomp", "dep", "advcl"):
        return None
    above = words[verb].head
    subject = sentence.child(verb, "nsubj")
    if above == verb or subject is None or not (words[above].is_verb or words[above].tag == "MD"):
        return None
    inner = sentence.subtree(verb)
    first, last = inner[0], inner[-1]
    if inner != list(range(first, last + 1)) or any(words[child].dep == "ccomp" for child in sentence.children[verb]):
        return None
    before = (first > 0 and words[first - 1].text in {",", "—", "–", "--"}) or words[first].text == ","
    marked = sentence.child(verb, "mark")
    if not before or (marked is not None and words[marked].text.lower() not in ("as", "so")) or verb - first > 12:
        return None
    if (
        marked is not None
        and words[marked].text.lower() == "as"
        and words[verb].lemma not in ("say", "note", "argue", "report")
    ):
        return None
    content = [index for index in sentence.subtree(above) if index not in set(inner)]
    return _framed("parenthetical", sentence, verb, content)


def _infinitive(sentence: Sentence, verb: int, frames: frozenset[str]) -> Framed | None:
    """`wants to leave`, `urged Tehran to leave`, `denied leaving`."""
    words = sentence.words
    for clause in sentence.children[verb]:
        if words[clause].dep not in ("xcomp", "ccomp", "advcl") or clause < verb:
            continue
        to = next((c for c in sentence.children[clause] if words[c].tag == "TO" and words[c].dep == "aux"), None)
        receiver = sentence.child(verb, "dobj", "dative")
        phrase = [index for index in sentence.subtree(clause) if index > verb]
        if (
            to is not None
            and ANONYMITY & {words[index].lemma for index in phrase}
            and words[verb].lemma in ("ask", "request", "want")
        ):
            return None  # `who asked not to be named` describes a source
        if to is not None and words[clause].dep != "advcl" and receiver is None and "infinitive" in frames:
            return _framed("infinitive", sentence, verb, phrase, stop=phrase[0])
        if to is not None and receiver is not None and "object:infinitive" in frames:
            content = sorted({*sentence.subtree(receiver), *phrase})
            return _framed("object:infinitive", sentence, verb, content)
        if to is None and words[clause].tag == "VBG" and words[clause].dep == "xcomp" and "gerund" in frames:
            return _framed("gerund", sentence, verb, phrase, stop=phrase[0])
    return _called_on(sentence, verb, frames)


def _called_on(sentence: Sentence, verb: int, frames: frozenset[str]) -> Framed | None:
    """`called on Baku to withdraw`, `appealed to donors to pay`."""
    words = sentence.words
    if words[verb].lemma not in ("call", "appeal", "plead"):
        return None
    for preposition in sentence.children[verb]:
        if words[preposition].dep == "prep" and words[preposition].lemma in ("on", "upon", "to", "with", "for"):
            named = sentence.child(preposition, "pobj")
            clause = next(
                (c for c in sentence.children[verb] if words[c].dep in ("xcomp", "advcl") and c > preposition), None
            )
            if (
                named is not None
                and clause is not None
                and any(words[c].tag == "TO" for c in sentence.children[clause])
            ):
                content = [
                    index for index in (*sentence.subtree(named), *sentence.subtree(clause)) if index > preposition
                ]
                group = verb_group(sentence, verb, preposition)
                if group[-1] == preposition - 1:
                    group = [*group, preposition]
                return Framed("called on", source_of(sentence, verb), group, sorted(set(content)))
    return None


def _object_with(sentence: Sentence, verb: int, frames: frozenset[str]) -> Framed | None:
    """`accused Baku of …`, `described it as …`, `thanked Paris for …`, `called it a mistake`."""
    words = sentence.words
    thing = sentence.child(verb, "dobj")
    if "object:name" in frames:
        name = next(
            (c for c in sentence.children[verb] if words[c].dep in ("oprd", "ccomp", "xcomp") and c > verb), None
        )
        if name is not None and not any(
            words[c].tag in ("TO",) or words[c].dep == "mark" for c in sentence.children[name]
        ):
            content = [index for index in sentence.subtree(name) if index > verb]
            content += [index for index in sentence.subtree(thing) if index > verb] if thing is not None else []
            return _framed("object:name", sentence, verb, sorted(set(content)))
    if thing is None or thing < verb:
        return None
    if "object:name" in frames and sentence.child(thing, "appos") is not None:
        return _framed("object:name", sentence, verb, sentence.subtree(thing))
    for preposition in (*sentence.children[verb], *sentence.children[thing]):
        word = words[preposition]
        if word.dep in ("prep", "mark", "advmod") and preposition > thing and f"object:{word.lemma}" in frames:
            content = sorted({*sentence.subtree(thing), *sentence.subtree(preposition)})
            return _framed("object:prep", sentence, verb, [index for index in content if index > verb])
    return None


def _prepositional(sentence: Sentence, verb: int, frames: frozenset[str]) -> Framed | None:
    """`called for talks`, `warned of a famine`, `pointed to violations`: the preposition is part of the cue."""
    words = sentence.words
    for preposition in sentence.children[verb]:
        if words[preposition].dep not in ("prep", "prt") or preposition < verb:
            continue
        if f"prep:{words[preposition].lemma}" not in frames:
            continue
        named = sentence.child(preposition, "pobj", "pcomp")
        group = verb_group(sentence, verb, preposition)
        if named is not None and group[-1] == preposition - 1:
            content = [index for index in sentence.subtree(preposition) if index > preposition]
            return Framed("prep", source_of(sentence, verb), [*group, preposition], content)
        if named is not None:
            return Framed("prep", source_of(sentence, verb), group, sentence.subtree(preposition))
    return None


def _object(sentence: Sentence, verb: int, frames: frozenset[str]) -> Framed | None:
    """`condemned the attack`, `denies the claim`."""
    words = sentence.words
    thing = sentence.child(verb, "dobj")
    if "object" not in frames or thing is None or thing < verb or words[thing].tag in ("WP", "WDT"):
        return None
    return _framed("object", sentence, verb, sentence.subtree(thing))


def _by_passive(sentence: Sentence, verb: int, cues: Cues) -> Framed | None:
    """`is expected to …`, `it was announced that …`, `was accused of …`: the source is the agent, if any is named."""
    words = sentence.words
    lemma = words[verb].lemma
    frames = cues.verbs.get(lemma, frozenset())
    subject = sentence.child(verb, "nsubjpass", "nsubj")
    clause = next((c for c in sentence.children[verb] if words[c].dep in ("xcomp", "ccomp") and c > verb), None)
    group = verb_group(sentence, verb)
    source = source_of(sentence, verb)
    if clause is not None:
        infinitive = any(words[child].tag == "TO" for child in sentence.children[clause])
        phrase = [index for index in sentence.subtree(clause) if index > verb]
        group = verb_group(sentence, verb, phrase[0])
        if infinitive and "infinitive" in cues.passives.get(lemma, frozenset()):
            named = noun_phrase(sentence, subject) if subject is not None else []
            return Framed("passive infinitive", source, group, named + phrase)
        if not infinitive and "clause" in frames and (subject is None or words[subject].lemma == "it"):
            return Framed("passive clause", source, group, phrase)
    if clause is not None and "clause" in cues.adjectives.get(words[verb].text.lower(), frozenset()):
        named = noun_phrase(sentence, subject) if subject is not None else []
        return Framed("adjective", named, group, [index for index in sentence.subtree(clause) if index > verb])
    if lemma in ("accuse", "suspect", "blame", "charge", "criticize", "criticise", "ask"):
        for preposition in sentence.children[verb]:
            if preposition > verb and words[preposition].lemma in ("of", "for", "with", "about"):
                named = noun_phrase(sentence, subject) if subject is not None and lemma != "ask" else []
                return Framed("passive prep", source, group, named + sentence.subtree(preposition))
    return None
