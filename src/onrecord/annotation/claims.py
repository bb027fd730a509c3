"""Whose claim something is: the statement that tells of it, or grammar's word that somebody does."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.annotation.clauses import is_finite
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues
from onrecord.record import Spans, Statement


class Claims:
    """Who vouches for what stands where: the innermost statement in whose content it is."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._cues = {each.id: each.cue.spans if each.cue else () for each in statements}
        self._pieces = sorted(
            (span.start, span.end, sum(each.end - each.start for each in statement.content.spans), statement.id)
            for statement in statements
            if not _only_names(statement)
            for span in statement.content.spans
        )
        # How far any content that begins before a piece reaches.
        self._reach: list[int] = []
        for _, end, _, _ in self._pieces:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def of(self, trigger: Spans, beside: Sequence[int] = ()) -> str | None:
        """The id of the statement; None where nobody is said to say it. A statement whose cue stands beside the trigger
        does not tell of it."""
        start, end = trigger[0].start, trigger[0].end
        index = bisect_right(self._pieces, (start, 1 << 60, 0, "")) - 1
        best: tuple[int, str] | None = None
        while index >= 0 and self._reach[index] > start:
            first, last, length, name = self._pieces[index]
            if first <= start and end <= last and (best is None or length < best[0]) and not self._has(name, beside):
                best = (length, name)
            index -= 1
        return best[1] if best else None

    def _has(self, name: str, places: Sequence[int]) -> bool:
        return any(span.start <= place < span.end for span in self._cues[name] for place in places)


def _only_names(statement: Statement) -> bool:
    """Whether a content only names what happened: whom somebody thanks for what, the text itself tells as a fact."""
    words = statement.content.spans[0].text.lower().split()
    return statement.act == "thank" and statement.quotation == "indirect" and "that" not in words


def is_reported(sentence: Sentence, head: int) -> bool:
    """Whether grammar alone shows that somebody says so: `X said that ...`, `the claim that ...`, `Y, he said, ...`."""
    words, cues = sentence.words, load_cues()
    for index in [head, *sentence.ancestors(head)]:
        word = words[index]
        if not word.is_verb:
            continue
        # Parsers hang `he claimed` of `France, he claimed, had threatened` on the verb or on its subject.
        near = sentence.children[index] + [c for child in sentence.children[index] for c in sentence.children[child]]
        if any(_is_aside(sentence, child, index) for child in near):
            return True
        between = words[min(index, word.head) : max(index, word.head)]
        is_clause = word.dep == "ccomp" and is_finite(sentence, index) and not any(each.text == ";" for each in between)
        if is_clause and "clause" in cues.verbs.get(words[word.head].lemma, ()):
            return True
        if word.dep == "acl" and is_finite(sentence, index) and words[word.head].lemma in cues.nouns:
            return True
    return False


def _is_aside(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether a word is a verb of saying between commas in front of a verb: `, he claimed,`."""
    words = sentence.words
    word = words[index]
    if word.dep not in ("parataxis", "ccomp", "relcl") or word.tag not in ("VBD", "VBZ", "VBP") or index > verb:
        return False
    subject = sentence.child(index, "nsubj")
    if word.lemma not in load_cues().verbs or subject is None or subject == 0 or words[subject].tag in ("WDT", "WP"):
        return False
    first = min(sentence.subtree(subject))
    return first > 0 and words[first - 1].text == "," and words[index + 1].text == ","


def pieces(sentence: Sentence, words: Sequence[int]) -> list[tuple[int, int]]:
    """The places of words, neighbours joined."""
    found: list[tuple[int, int]] = []
    before = None
    for index in words:
        word = sentence.words[index]
        if before is not None and index == before + 1:
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
        before = index
    return found
