"""Mentions that the grammar of a sentence makes one: apposition, `X is the president`, an abbreviation in brackets."""

from collections.abc import Iterator, Sequence

from onrecord.annotation.coreference.chains import Chains, clash
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.syntax import Sentence

BE = frozenset({"be", "become", "remain"})
# What makes a predicate one that identifies: `X is the president`, `X is its president`.
IDENTIFYING = frozenset("the its their his her my our whose".split())


def link_by_grammar(chains: Chains, sentences: Sequence[Sentence]) -> None:
    """Joins the mentions that stand in apposition or are subject and predicate."""
    at_head = {
        (found.phrase.sentence, found.phrase.head): number
        for number, found in enumerate(chains.found)
        if not found.is_part and not found.members
    }
    for number, found in enumerate(chains.found):
        if found.is_part or found.members:
            continue
        sentence = sentences[found.phrase.sentence]
        word = sentence.words[found.phrase.head]
        if found.is_relative:
            _join(chains, number, at_head.get((found.phrase.sentence, sentence.words[word.head].head)))
            continue
        if found.form == "pronoun":
            continue
        if word.dep == "appos":
            for above in _nouns_above(sentence, found.phrase.head):
                other = at_head.get((found.phrase.sentence, above))
                if _join(chains, number, other):
                    break
        elif word.dep == "attr" and sentence.words[word.head].lemma in BE and _identifies(sentence, found):
            subject = sentence.child(word.head, "nsubj")
            negated = sentence.child(word.head, "neg") is not None
            if subject is not None and not negated:
                _join(chains, number, at_head.get((found.phrase.sentence, subject)))


def _nouns_above(sentence: Sentence, head: int) -> Iterator[int]:
    """The nouns that an apposition can belong to: its head, or what that one says something about.

    Of `the president of the Republic, Astan Koreli` a parser makes Koreli a republic as readily as the president.
    """
    for above in sentence.ancestors(head):
        word = sentence.words[above]
        if word.is_nominal:
            yield above
        elif word.dep != "prep":
            return


def _identifies(sentence: Sentence, found: Found) -> bool:
    if found.form == "name":
        return True
    first = sentence.words[found.phrase.first].text.lower()
    return first in IDENTIFYING or (
        found.wording.role is not None and first not in ("a", "an") and found.number == "one"
    )


def _join(chains: Chains, one: int, other: int | None) -> bool:
    """Joins two mentions unless what is known of them forbids it, and says whether they are one now."""
    if other is None or one == other:
        return False
    first, second = chains.found[one], chains.found[other]
    if first.form != "pronoun" and first.number != second.number and "person" in (first.kind, second.kind):
        return False
    if first.form == second.form == "name" and first.kind == "person" == second.kind:
        return False
    if clash(chains.of(one), chains.of(other)):
        return False
    chains.join(one, other)
    return True
