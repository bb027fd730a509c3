"""The phrases that can be actors and recipients: their words, and the entities they mean."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import load_triggers
from onrecord.codebooks.nouns import NO_SENSES, load_nouns
from onrecord.record import Mention

# What stands behind a noun and is no part of who somebody is.
LEFT_OUT = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct", "cc", "conj", "prep"})

CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December".split()
)
# Nouns for whoever takes part.
PARTIES = frozenset("side party faction camp bloc anyone anybody everyone someone nobody one other both all".split())
# Places that stand for those who live there, as recipients.
LIVED_IN = frozenset(
    "region valley town city village province district enclave island territory area country capital camp "
    "neighbourhood neighborhood settlement".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that fill a role: the head's index in its sentence, the place in the text, the entity if one is known."""

    head: int
    bounds: Bounds
    entity: str | None = None
    is_pronoun: bool = False


@dataclass(frozen=True)
class Cast:
    """Who may act in a sentence: the mentions by the index of the word that heads each."""

    sentence: Sentence
    mentions: dict[int, Mention] = field(default_factory=dict)
    taken: frozenset[int] = frozenset()

    def phrase(self, head: int, owner: int | None = None) -> Phrase:
        """The noun phrase that a word heads; the mention's own words where one is known.

        The entity of a thing is that of its owner.
        """
        mention = self.mentions.get(head)
        if mention is not None:
            span = mention.spans[0]
            return Phrase(head, (span.start, span.end), mention.entity, mention.form == "pronoun")
        owning = self.mentions.get(owner) if owner is not None else None
        return Phrase(head, noun_phrase(self.sentence, head), owning.entity if owning else None)

    def phrases(self, head: int, owner: int | None = None) -> list[Phrase]:
        """The phrase of a word; two where it names two peoples: `Tajik and Afghan officials`."""
        words = self.sentence.words
        for child in self.sentence.children[head]:
            peoples = [child, *(c for c in self.sentence.children[child] if words[c].dep == "conj")]
            known = [each for each in peoples if each in self.mentions and words[each].tag in ("JJ", "NNP")]
            if len(known) > 1 and words[child].dep in ("amod", "compound", "nmod"):
                places = [self.mentions[each].spans[0] for each in known]
                ends = [span.end for span in places[:-1]] + [words[head].end]
                return [
                    Phrase(each, (span.start, end), self.mentions[each].entity)
                    for each, span, end in zip(known, places, ends, strict=True)
                ]
        return [self.phrase(head, owner)]

    def can_suffer(self, head: int) -> bool:
        """Whether something can be done to the phrase of a word: to whoever can act, or where people live."""
        return self.can_act(head) or (head not in self.taken and self.sentence.words[head].lemma in LIVED_IN)

    def can_act(self, head: int) -> bool:
        """Whether the phrase of a word can be about people, a body or a state."""
        word = self.sentence.words[head]
        if head in self.taken or word.text in CALENDAR:
            return False
        if head in self.mentions:
            return True
        if word.tag in ("PRP", "PRP$", "WP"):
            return (word.lemma not in ("it", "its") or word.dep == "nsubj") and not word.text.lower().endswith(
                ("self", "selves")
            )
        if word.tag.startswith("NNP"):
            return True
        if word.tag.startswith("NN"):
            if word.lemma in PARTIES:
                return True
            if ("noun", word.lemma) in load_triggers():
                return False
            senses = load_nouns().get(word.lemma, load_nouns().get(word.text.lower(), NO_SENSES))
            return bool(senses.usual) and senses.usual in "pg"
        return word.lemma in PARTIES or (word.tag in ("CD", "DT") and word.lemma not in ("this", "that"))


def cast_of(sentence: Sentence, mentions: Sequence[Mention], times: Sequence[Bounds]) -> Cast:
    """The cast of a sentence from the mentions of the document that stand in it."""
    by_head: dict[int, Mention] = {}
    lists: dict[int, bool] = {}
    starts = [word.start for word in sentence.words]
    taken = frozenset(
        index
        for index, word in enumerate(sentence.words)
        if any(start <= word.start and word.end <= end for start, end in times)
    )
    for mention in mentions:
        span = mention.spans[0]
        near = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        inside = [index for index in near if sentence.words[index].end <= span.end]
        if not inside:
            continue
        head = next((i for i in inside if sentence.words[i].head not in inside or sentence.words[i].head == i), None)
        if head is None:
            continue
        joins = any(sentence.words[c].dep == "conj" and c in inside for c in sentence.children[head])
        if head not in by_head or (lists.get(head) and not joins):
            # `France and Germany` is both, `France` alone who its first word means.
            by_head[head], lists[head] = mention, joins
    return Cast(sentence, by_head, taken)


def noun_phrase(sentence: Sentence, head: int) -> Bounds:
    """Where the noun phrase of a word stands, without relative clauses and appositions."""
    words = sentence.words
    found, waiting = {head}, [head]
    while waiting:
        index = waiting.pop()
        for child in sentence.children[index]:
            word = words[child]
            is_of = word.dep == "prep" and word.lemma == "of" and child > index
            is_before = word.dep in ("punct", "cc", "conj") and child < head
            if word.dep in LEFT_OUT and not is_of and not is_before:
                continue
            found.add(child)
            waiting.append(child)
    first = last = head
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    while first < head and words[first].is_punctuation:
        first += 1
    return words[first].start, words[last].end
