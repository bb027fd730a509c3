"""The phrases that an attribution is made of: who does a verb, which words belong to a verb, where a phrase ends."""

from collections.abc import Iterable, Sequence

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues

EMPTY_SUBJECTS = {"it", "there"}


def source_of(sentence: Sentence, verb: int, depth: int = 0) -> list[int]:
    """The words of whoever does the verb; none where nobody is named.

    A verb without a subject of its own borrows that of the verb it is coordinated with or hangs from
    (`said … and added …`, `…, adding that …`).
    """
    if depth > 8:
        return []
    words = sentence.words
    agent = _agent(sentence, verb)
    if agent or _is_passive(sentence, verb):
        return agent
    subject = sentence.child(verb, "nsubj", "csubj")
    if subject is not None:
        return noun_phrase(sentence, subject)
    head = words[verb].head
    if head == verb or _is_asked(sentence, verb):
        return []
    if words[verb].dep == "acl" and words[head].is_nominal:
        return _issuer(sentence, head, depth) or (noun_phrase(sentence, head, without=verb))
    if words[verb].dep in ("conj", "advcl", "xcomp", "ccomp", "dep", "pcomp") or words[head].dep == "prep":
        above = head if words[head].is_verb or words[head].tag == "MD" else _verb_above(sentence, head)
        return source_of(sentence, above, depth + 1) if above is not None else []
    return []


def _is_asked(sentence: Sentence, verb: int) -> bool:
    """`Asked whether …, the minister said`: whoever asks is not named, and the minister is whom they ask."""
    word = sentence.words[verb]
    return (
        word.lemma == "ask"
        and word.tag in ("VBN", "VBD")
        and word.dep in ("advcl", "ccomp", "csubj", "dep", "amod", "acl")
    )


def _issuer(sentence: Sentence, artifact: int, depth: int) -> list[int]:
    """Whoever issues what speaks: `she issued a statement saying` has the source `she`."""
    head = sentence.words[artifact].head
    owner = sentence.child(artifact, "poss")
    if owner is not None:
        return noun_phrase(sentence, owner)
    if sentence.words[artifact].dep in ("dobj", "obj") and sentence.words[head].is_verb:
        return source_of(sentence, head, depth + 1)
    return []


def _verb_above(sentence: Sentence, index: int) -> int | None:
    return next((above for above in sentence.ancestors(index) if sentence.words[above].is_verb), None)


def _agent(sentence: Sentence, verb: int) -> list[int]:
    agent = sentence.child(verb, "agent")
    named = sentence.child(agent, "pobj") if agent is not None else None
    return noun_phrase(sentence, named) if named is not None else []


def _is_passive(sentence: Sentence, verb: int) -> bool:
    return sentence.child(verb, "auxpass", "nsubjpass") is not None


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the passive, or is a bare participle behind a noun (`a man accused of …`)."""
    words = sentence.words
    return _is_passive(sentence, verb) or (words[verb].tag == "VBN" and words[verb].dep == "acl")


def noun_phrase(sentence: Sentence, head: int, without: int | None = None) -> list[int]:
    """The words of the noun phrase around a head, what identifies it included, the words below `without` not."""
    words = sentence.words
    if words[head].lemma in EMPTY_SUBJECTS and words[head].dep in ("expl", "nsubjpass"):
        return []
    dropped = set(sentence.subtree(without)) if without is not None else set()
    phrase = [index for index in sentence.subtree(head) if index not in dropped]
    return contiguous(phrase, head)


def contiguous(indices: Sequence[int], around: int) -> list[int]:
    """The unbroken run of indices that holds `around`."""
    run = set(indices)
    first = last = around
    while first - 1 in run:
        first -= 1
    while last + 1 in run:
        last += 1
    return list(range(first, last + 1))


def verb_group(sentence: Sentence, verb: int, stop: int | None = None) -> list[int]:
    """The verb with what belongs to it and touches it: auxiliaries, negation, adverbs, a particle, a colon."""
    words = sentence.words
    own = {child for child in sentence.children[verb] if words[child].dep in ("aux", "auxpass", "neg", "advmod", "prt")}
    own = {child for child in own if not words[child].is_punctuation and words[child].tag not in ("WRB",)}
    if words[verb].dep == "xcomp":
        own = {child for child in own if words[child].tag != "TO"}
    first = last = verb
    while first - 1 in own and len(sentence.children[first - 1]) == 0:
        first -= 1
    while last + 1 in own and last + 1 != stop and len(sentence.children[last + 1]) == 0:
        last += 1
    last = _with_medium(sentence, verb, last)
    if last + 1 < len(words) and words[last + 1].text == ":":
        last += 1
    return list(range(first, last + 1))


def _with_medium(sentence: Sentence, verb: int, last: int) -> int:
    """The end of the group with `in a statement` where that follows at once."""
    words = sentence.words
    following = last + 1
    if (
        following < len(words)
        and words[following].lemma in ("in", "on", "at", "during")
        and words[following].head == verb
    ):
        medium = sentence.child(following, "pobj")
        phrase = sentence.subtree(following)
        if (
            medium is not None
            and words[medium].lemma in load_cues().media
            and len(phrase) <= 6
            and phrase[-1] - following < 6
        ):
            return phrase[-1]
    return last


def stretch(sentence: Sentence, indices: Iterable[int]) -> Bounds | None:
    """The place of the words from the first to the last, without punctuation that only ends the phrase."""
    kept = sorted(indices)
    words = sentence.words
    while kept and words[kept[-1]].text in {".", ",", ";", ":", "-", "–", "—", "--", "…"}:
        kept.pop()
    while kept and (words[kept[0]].text in {",", ";", ":", ".", "-", "–", "—", "--"} or words[kept[0]].text.isspace()):
        kept.pop(0)
    while kept and words[kept[-1]].text.isspace():
        kept.pop()
    return (words[kept[0]].start, words[kept[-1]].end) if kept else None


def source_stretch(sentence: Sentence, indices: list[int]) -> Bounds | None:
    """The place of a source; the comma that closes an apposition belongs to it (PolNeAR guidelines, punctuation)."""
    place = stretch(sentence, indices)
    if place is None:
        return None
    words = sentence.words
    inner = [words[index].text for index in indices]
    last = max(index for index in indices if words[index].end == place[1])
    following = words[last + 1] if last + 1 < len(words) else None
    if "," in inner[:-1] and inner.count(",") % 2 == 1 and following is not None and following.text == ",":
        appositive = any(words[index].dep in ("appos", "relcl", "acl") for index in indices)
        return (place[0], following.end) if appositive else place
    return place
