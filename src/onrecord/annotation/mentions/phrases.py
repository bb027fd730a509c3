"""Noun phrases on a parse: their bounds, head and form, whoever or whatever they are about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation.syntax import Sentence, Word
from onrecord.record import MentionForm

# Dependents that say something about the phrase's referent without being part of what refers to it.
OUTSIDE = frozenset({"appos", "conj", "cc", "preconj", "parataxis", "punct", "case", "mark", "dep", "meta", "intj"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
# A name is followed by a preposition that belongs to it (`Bank of England`), hardly by another.
IN_NAMES = frozenset({"of", "for", "and", "the", "de", "del", "al"})
NOUNS = ("NN", "NNS", "NNP", "NNPS")
PRONOUNS = ("PRP", "PRP$")
# Roles in which a word that is no noun stands for somebody: `the wounded`, `many`, `two`.
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "dative", "attr", "appos", "conj", "poss"})
EDGES = "\"'“”‘’«»„‚‹›`,;:()-–—.!?…/ \t\n"
WITHIN = frozenset({"[", "]", '"', "'", "'s", "’s", "&"})
# `Said Ellis`: a verb before its subject, which parsers take for the first word of a name.
SPEAKING = frozenset("said says added asked noted wrote".split())
DOUBLE = ('"', "“", "”")
BRACKETS = {"[": "]", "(": ")"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at (start, end) of the text: words[first:last] of a sentence, of which words[head] is the head."""

    start: int
    end: int
    sentence: int
    first: int
    last: int
    head: int
    form: MentionForm


def find_phrases(text: str, sentences: Sequence[Sentence]) -> Iterator[Phrase]:
    """The noun phrases of a text, sentence by sentence, nested ones included, in order of their heads."""
    for number, sentence in enumerate(sentences):
        for head, word in enumerate(sentence.words):
            if not _heads_phrase(sentence, head):
                continue
            first, last = _extent(sentence, head)
            bounds = _trimmed(text, sentence, first, last)
            if bounds is not None:
                yield Phrase(*bounds, number, first, last, head, form_of(word))


def is_relative(sentence: Sentence, index: int) -> bool:
    """Whether a word is the `who`, `which` or `that` that a relative clause has as its subject."""
    word = sentence.words[index]
    return word.tag in ("WP", "WDT") and word.dep == "nsubj" and sentence.words[word.head].dep == "relcl"


def form_of(head: Word) -> MentionForm:
    """The form of a mention with this head."""
    if head.tag in (*PRONOUNS, "WP", "WDT"):
        return "pronoun"
    return "name" if head.tag.startswith("NNP") else "nominal"


def find_lists(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Phrase, tuple[int, ...]]]:
    """Coordinations (`Armenia and Azerbaijan`) as phrases, each with the heads of its members; for those of nouns."""
    for number, sentence in enumerate(sentences):
        for head, word in enumerate(sentence.words):
            if word.tag not in (*NOUNS, *PRONOUNS) or word.dep == "conj":
                continue
            members = [head]
            while (following := sentence.child(members[-1], "conj")) is not None:
                members.append(following)
            if len(members) == 1 or any(sentence.words[each].tag not in (*NOUNS, *PRONOUNS) for each in members):
                continue
            first, last = _extent(sentence, head)[0], _extent(sentence, members[-1])[1]
            bounds = _trimmed(text, sentence, first, last)
            if bounds is not None:
                yield Phrase(*bounds, number, first, last, head, "nominal"), tuple(members)


def _heads_phrase(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if word.tag in PRONOUNS or is_relative(sentence, index):
        return True
    if not any(char.isalpha() for char in word.text):
        return False
    if word.tag in NOUNS:
        # Inside a longer name or compound it heads nothing of its own; those that do are found by name.
        return word.dep not in ("compound", "nmod", "amod") or word.head == index
    if word.dep not in ARGUMENTS:
        return False
    if word.tag in ("JJ", "VBN", "JJR", "JJS"):
        return sentence.child(index, "det") is not None and word.dep != "conj"
    return word.tag in ("DT", "CD") and word.lemma in COUNTING and word.dep != "attr"


COUNTING = frozenset("many some most several few all both others one two three those each none".split())


def _extent(sentence: Sentence, head: int) -> tuple[int, int]:
    """words[first:last] of the phrase: the head with its dependents that belong to it, without a gap."""
    kept = {head}
    is_name = sentence.words[head].tag.startswith("NNP")
    for child in sentence.children[head]:
        if _belongs(sentence, head, child, is_name=is_name):
            kept.update(_whole(sentence, child))
    first = last = head
    while first - 1 in kept or _bridges(sentence, first - 1, first - 2 in kept):
        first -= 1
    while last + 1 in kept or _bridges(sentence, last + 1, last + 2 in kept):
        last += 1
    if first > 1 and sentence.words[first - 1].text == "[" and sentence.words[first - 2].tag == "DT":
        # `The [de-facto] authorities`: parsers hang the article on the bracket.
        first -= 2
    return first, last + 1


def _belongs(sentence: Sentence, head: int, child: int, *, is_name: bool) -> bool:
    word = sentence.words[child]
    if word.dep in OUTSIDE:
        return False
    if child == 0 and word.dep == "compound" and word.text.lower() in SPEAKING:
        return False
    if child < head:
        return word.dep not in CLAUSES
    if word.dep in CLAUSES:
        before = sentence.words[min(sentence.subtree(child)) - 1]
        return not is_name and not before.is_punctuation
    if word.dep == "prep" and is_name:
        return word.lemma in IN_NAMES
    return word.dep not in ("advmod", "npadvmod") or child == head + 1


def _whole(sentence: Sentence, child: int) -> list[int]:
    """A dependent with all that depends on it, up to what is set off by a comma or a dash."""
    found = sentence.subtree(child)
    for place, index in enumerate(found):
        word = sentence.words[index]
        if (
            index > child
            and word.dep == "punct"
            and word.text in (",", ";", ":", "—", "–", "--")
            and _sets_off(sentence, found[place + 1 :])
        ):
            return found[:place]
    return found


def _sets_off(sentence: Sentence, rest: Sequence[int]) -> bool:
    """Whether what follows a comma is an aside (apposition, relative clause), not the next of a list."""
    if not rest:
        return True
    deps = {sentence.words[index].dep for index in rest}
    return bool(deps & {"appos", "relcl", "acl", "advcl", "parataxis"}) and "conj" not in deps


def _bridges(sentence: Sentence, index: int, reaches: bool) -> bool:
    """Whether a mark (a hyphen without spaces, a bracket, an inner quotation mark) only stands within the phrase."""
    if not reaches or not 0 < index < len(sentence.words) - 1:
        return False
    before, word, after = sentence.words[index - 1 : index + 2]
    return word.text in WITHIN or (word.text in ("-", "/") and before.end == word.start and word.end == after.start)


def _trimmed(text: str, sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Where the phrase begins and ends in the text, without marks at its edges, brackets closed."""
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES and not _abbreviates(text, start, end):
        end -= 1
    if sum(text.count(mark, start, end) for mark in DOUBLE) % 2 and text[start - 1 : start] in DOUBLE:
        start -= 1
    for opening, closing in BRACKETS.items():
        inside = text[start:end]
        if inside.count(opening) > inside.count(closing):
            if text[end : end + 1] == closing and not inside.startswith(opening):
                end += 1
            elif inside.startswith(opening):
                start += 1
            else:
                end = start + inside.rindex(opening)
        elif inside.count(closing) > inside.count(opening) and inside.endswith(closing):
            end -= 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _abbreviates(text: str, start: int, end: int) -> bool:
    """Whether a full stop at the end belongs to an abbreviation (`the U.S.`, `Acme Inc.`)."""
    words = text[start:end].split()
    last = words[-1] if words else ""
    return text[end - 1] == "." and ("." in last[:-1] or last in ("Inc.", "Corp.", "Ltd.", "Co.", "Jr.", "Sr.", "St."))
