"""A pronoun or description beside a chain it may belong to, as numbers: what the ranking model goes by.

Features follow the mention-pair and entity-mention literature (Soon, Ng and Lim 2001; Bengtson and Roth 2008; Clark and
Manning 2015), with those of attributed speech that political news asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.coreference.chains import STATES, Chain, Chains
from onrecord.annotation.coreference.speech import Speech
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.mentions.judging import LANDS
from onrecord.annotation.syntax import Sentence

Vectors = NDArray[np.float32]

SENTENCES = (0, 1, 2, 3, 5, 8, 15)
MENTIONS = (1, 2, 3, 5, 8, 13, 21, 40)
FORMS = ("he", "she", "it", "they", "his", "her", "its", "their", "him", "them")
ROLES = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "attr", "compound", "amod")
DETERMINERS = {
    "the": "the",
    **dict.fromkeys("this that these those such".split(), "this"),
    **dict.fromkeys("a an some any no many several one two".split(), "a"),
    **dict.fromkeys("another other".split(), "other"),
    **dict.fromkeys("its their his her our my your".split(), "own"),
    **dict.fromkeys("all both each every".split(), "all"),
}
DETERMINER_KINDS = ("the", "this", "a", "other", "own", "all", "bare")
# Words for whoever leads: one of them can stand for another (`the breakaway region's leader` is its president).
LEADERS = frozenset(
    "leader president prime minister premier chancellor chairman chairwoman head chief king queen emir sultan "
    "dictator strongman ruler governor mayor commander boss nominee candidate".split()
)


@dataclass(frozen=True)
class Place:
    """All of a document that features ask for; vectors are a row a mention, of its head word, each of length 1."""

    sentences: Sequence[Sentence]
    paragraphs: Sequence[int]
    speech: Speech
    context: Vectors
    lexical: Vectors


def features(place: Place, chains: Chains, number: int, chain: Chain) -> list[float]:
    """The numbers for a mention and a chain with a mention before it."""
    found = chains.found[number]
    before = [each for each in chain.mentions if each < number]
    nearest = before[-1]
    other = chains.found[nearest]
    return [
        *_mention(place, found, number),
        *_antecedent(place, chains, number, nearest, chain, before),
        *_agreement(chains, number, chain),
        *_wording(place, chains, number, before),
        *_speech(place.speech, chains, number, nearest, chain),
        *_structure(place, found, other),
    ]


def _at_most(value: int, bounds: Sequence[int]) -> list[float]:
    return [float(value <= bound) for bound in bounds]


def determiner(place: Place, found: Found) -> str:
    """What kind of word a description begins with."""
    first = place.sentences[found.phrase.sentence].words[found.phrase.first]
    return DETERMINERS.get(first.text.lower(), "bare")


def _mention(place: Place, found: Found, number: int) -> list[float]:
    words = place.sentences[found.phrase.sentence].words
    head = words[found.phrase.head]
    form = head.text.lower() if found.form == "pronoun" else ""
    kind = determiner(place, found) if found.form == "nominal" else ""
    return [
        float(found.form == "pronoun"),
        *(float(form == each) for each in FORMS),
        *(float(kind == each) for each in DETERMINER_KINDS),
        *(float(head.dep == each) for each in ROLES[:8]),
        float(place.speech.is_quoted[number]),
        float(number in place.speech.source_of),
        float(head.lemma in LANDS),
        float(found.kind == "person"),
        float(found.kind == "group"),
        float(found.phrase.last - found.phrase.first > 3),
    ]


def _antecedent(
    place: Place, chains: Chains, number: int, nearest: int, chain: Chain, before: Sequence[int]
) -> list[float]:
    found, other = chains.found[number], chains.found[nearest]
    head = place.sentences[other.phrase.sentence].words[other.phrase.head]
    apart = found.phrase.sentence - other.phrase.sentence
    recent = sum(found.phrase.sentence - chains.found[each].phrase.sentence <= 3 for each in before)
    subjects = [
        each
        for each in before
        if place.sentences[chains.found[each].phrase.sentence].words[chains.found[each].phrase.head].dep
        in ("nsubj", "nsubjpass")
    ]
    last_subject = found.phrase.sentence - chains.found[subjects[-1]].phrase.sentence if subjects else 99
    return [
        *_at_most(apart, SENTENCES),
        *_at_most(number - nearest, MENTIONS),
        *_at_most(last_subject, (0, 1, 2, 4)),
        float(place.paragraphs[number] == place.paragraphs[nearest]),
        float(other.form == "name"),
        float(other.form == "pronoun"),
        float(other.is_part),
        *(float(head.dep == each) for each in ROLES),
        min(len(before), 10) / 10,
        min(recent, 5) / 5,
        float(any(chains.found[each].form == "name" for each in before)),
        float(chains.found[chain.mentions[0]].phrase.sentence <= 1),
    ]


def _agreement(chains: Chains, number: int, chain: Chain) -> list[float]:
    found, own = chains.found[number], chains.of(number)
    gender = _match(own.genders, chain.genders)
    numbers = _match(own.numbers, chain.numbers)
    return [
        *gender,
        *numbers,
        float("person" in chain.kinds),
        float("group" in chain.kinds),
        float(bool(chain.kinds & STATES)),
        float(bool(chain.kinds - STATES - {"person", "group"})),
        float(not chain.kinds),
        float(bool(own.kinds & chain.kinds)),
        float(bool(own.kinds) and bool(chain.kinds) and not own.kinds & chain.kinds),
        *_match(own.countries, chain.countries),
        *_match(own.sectors - {"UNK", "ELI"}, chain.sectors - {"UNK", "ELI"}),
        *_match(own.roles, chain.roles),
        float(_leads(own.roles | own.heads) and _leads(chain.roles | chain.heads)),
        chain.actor,
        found.actor,
    ]


def _leads(words: set[str]) -> bool:
    return any(part in LEADERS for each in words for part in each.split())


def _match(one: set[str], other: set[str]) -> list[float]:
    """Whether two sets share something, exclude each other, or one of them is empty."""
    if not one or not other:
        return [0.0, 0.0]
    return [1.0, 0.0] if one & other else [0.0, 1.0]


def _wording(place: Place, chains: Chains, number: int, before: Sequence[int]) -> list[float]:
    found, own = chains.found[number], chains.of(number)
    if found.form == "pronoun":
        return [0.0] * 7
    near = list(before[-12:])
    heads = [
        place.sentences[chains.found[each].phrase.sentence].words[chains.found[each].phrase.head].lemma for each in near
    ]
    mine = place.sentences[found.phrase.sentence].words[found.phrase.head].lemma
    words = _content(found)
    alike = [each for each, head in zip(near, heads, strict=True) if head == mine]
    covered = any(words <= _content(chains.found[each]) for each in alike)
    same = any(words == _content(chains.found[each]) for each in near)
    likeness = round(float((place.lexical[near] @ place.lexical[number]).max()), 4)
    in_context = round(float((place.context[near] @ place.context[number]).max()), 4)
    in_name = any(mine in {word.folded for word in chains.found[each].wording.words} for each in near)
    return [
        float(bool(alike)),
        float(covered),
        float(same),
        likeness,
        in_context,
        float(in_name),
        float(bool(own.heads)),
    ]


def _content(found: Found) -> frozenset[str]:
    return frozenset(word.folded for word in found.wording.words if word.folded not in DETERMINERS)


def of_length_one(vectors: Vectors) -> Vectors:
    """Vectors whose products are their cosines."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    result: Vectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return result


def _speech(speech: Speech, chains: Chains, number: int, nearest: int, chain: Chain) -> list[float]:
    inside = speech.inside[number]
    speaker = speech.sources.get(inside[0]) if inside else None
    is_speaker = speaker is not None and speaker in chain.mentions
    quoted = speech.is_quoted[number]
    both = number in speech.source_of and nearest in speech.source_of
    source = speech.source_of.get(number)
    in_own_words = source is not None and any(source in speech.inside[each] for each in chain.mentions[-40:])
    return [
        float(is_speaker and quoted),
        float(is_speaker and not quoted),
        float(both),
        float(nearest in speech.source_of),
        float(bool(inside) and inside[:1] == speech.inside[nearest][:1]),
        float(quoted != speech.is_quoted[nearest]),
        float(in_own_words),
    ]


def _structure(place: Place, found: Found, other: Found) -> list[float]:
    """Whether grammar keeps the two apart: arguments of one verb, one within the other."""
    nested = other.start <= found.start and found.end <= other.end
    if found.phrase.sentence != other.phrase.sentence:
        return [0.0, float(nested), 0.0, 0.0]
    words = place.sentences[found.phrase.sentence].words
    one, two = words[found.phrase.head], words[other.phrase.head]
    same_verb = one.head == two.head and one.dep in ROLES[:4] and two.dep in ROLES[:4]
    reflexive = one.text.lower().endswith(("self", "selves"))
    possessive = one.dep == "poss" and words[one.head].head == two.head
    return [float(same_verb and not reflexive), float(nested), float(same_verb and reflexive), float(possessive)]
