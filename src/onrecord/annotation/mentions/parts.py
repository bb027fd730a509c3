"""Names that head no phrase of their own: `Georgian`, `NATO`, `Nagorno-Karabakh` before `authorities`."""

from collections.abc import Collection, Iterator, Sequence

from onrecord.annotation.actors import ActorResolver, Identity
from onrecord.annotation.mentions.clues import Wording
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.mentions.phrases import Phrase
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.nouns import load_given_names
from onrecord.codebooks.registry import Named, NameWord, cut_words, load_roles

# Before a seat of power these make it a place; what is of, with or by it is its government's.
WHERE = frozenset("in at near from to around outside inside into through via across over toward towards".split())


def find_parts(
    number: int, sentence: Sentence, text: str, taken: Collection[tuple[int, int]], resolver: ActorResolver
) -> Iterator[Found]:
    """The registry's names in a sentence of which no word heads a phrase; `taken` are the heads of phrases."""
    words = cut_words(text, sentence.start, sentence.end)
    for match in resolver.registry.find(words):
        start, end = words[match.first].start, words[match.last - 1].end
        inside = [index for index, word in enumerate(sentence.words) if start <= word.start < end]
        if not inside or any((number, index) in taken for index in inside):
            continue
        named = resolver.choose(match.values)
        if named is None or _is_of_a_name(sentence, inside, named):
            continue
        phrase = Phrase(start, end, number, inside[0], inside[-1] + 1, inside[-1], "name")
        wording = Wording(tuple(words[match.first : match.last]), match)
        entry = named.entry
        identity = Identity(entry.kind, entry.country, entry.sectors, None, entry)
        yield Found(phrase, wording, entry.kind, identity, "one", None, is_part=True, entry=entry)


def _is_of_a_name(sentence: Sentence, inside: Sequence[int], named: Named) -> bool:
    """Whether the name is a part of somebody's longer name (`Georgia` of `Georgia Meloni`)."""
    if named.entry.kind == "person":
        return True
    own = sentence.words[inside[-1]]
    head = sentence.words[own.head]
    if own.tag != "NNP" or own.dep != "compound" or not head.tag.startswith("NNP") or named.sense != "name":
        return False
    given = load_given_names()
    return len(inside) == 1 and any(
        sentence.words[child].text.lower() in given for child in (*sentence.children[own.head], own.head)
    )


def is_only_a_place(sentence: Sentence, found: Found, text: str) -> bool:
    """Whether a seat of power (`Baku`) is where something is, not who does it: `in Baku`, a dateline's `BAKU, May 3`.

    `The ministry in Baku`, `officials from Baku` name whose a body is.
    """
    named = found.wording.named
    if named is None or all(value.sense != "seat" for value in named.values):
        return False
    word = sentence.words[found.phrase.head]
    head = sentence.words[word.head]
    if word.head == found.phrase.head or word.dep in ("npadvmod", "dep", "ROOT"):
        return True
    if word.dep == "compound":
        return not _is_role(head.text)
    if word.dep == "pobj" and head.lemma in WHERE:
        return not (head.dep == "prep" and _is_role(sentence.words[head.head].text))
    return text[found.end : found.end + 1] == "," and found.phrase.first == 0


def _is_role(word: str) -> bool:
    words: list[NameWord] = cut_words(word)
    return bool(words and load_roles().get(words))
