"""The main clauses of what somebody says, without what is only a reason, a circumstance or another's word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from onrecord.analysis.positions.tokens import Token
from onrecord.codebooks.stances import load_stance_words
from onrecord.codebooks.stances.loading import Phrases
from onrecord.codebooks.stems import stems_of

Value = TypeVar("Value")
ENDS = frozenset(".!?;:…")
PAUSES = frozenset(",—–()")
DATES = stems_of(
    "january february march april may june july august september october november december spring summer autumn winter "
    "monday tuesday wednesday thursday friday saturday sunday next end beginning early late mid tomorrow"
    " easter christmas"
)
DETERMINERS = stems_of("the a an no any my our his her its their this that of in on with for every such some what")


@dataclass(slots=True)
class Clause:
    """A main clause: its words, and what its sentence makes them depend upon.

    `condition` are the words that must come first, `until` those that turn what is denied into what is bound (`will
    not, until`), `circumstance` those that could be one (`when`).
    """

    tokens: list[Token] = field(default_factory=list)
    condition: list[Token] = field(default_factory=list)
    until: list[Token] = field(default_factory=list)
    circumstance: list[Token] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A phrase of a list found in tokens: behind which it ends, and its value."""

    end: int
    value: Value


def phrase_at(phrases: Phrases[Value], tokens: Sequence[Token], index: int) -> Found[Value] | None:
    """The longest phrase of a list that stands at a token, word for word."""
    for words, value in phrases.beginning_with(tokens[index].stem):
        end = index + len(words)
        if end <= len(tokens) and all(token.stem == word for token, word in zip(tokens[index:end], words, strict=True)):
            return Found(end, value)
    return None


def main_clauses(tokens: Sequence[Token], own: frozenset[str]) -> list[Clause]:
    """The main clauses of a content, in its order; questions have none.

    `own` are the pronouns that mean the source: what somebody else says in it is left out.
    """
    clauses: list[Clause] = []
    for sentence in _sentences(tokens):
        if sentence[-1].written != "?":
            clauses += _clauses(sentence, own)
    return [clause for clause in clauses if clause.tokens]


def owns(tokens: Sequence[Token], own: frozenset[str]) -> bool:
    """Whether the words before a verb make the source its subject: `I` and `we` anywhere, `he` at the head alone."""
    sets = load_stance_words().sets
    stems = [token.stem for token in tokens if not token.is_mark]
    head = stems[1:2] if stems[:1] == ["that"] else stems[:1]
    return any(each in sets["own"] and each in own for each in stems) or any(each in own for each in head)


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    sentences: list[list[Token]] = [[]]
    for token in tokens:
        sentences[-1].append(token)
        if token.written in ENDS:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _clauses(sentence: Sequence[Token], own: frozenset[str]) -> list[Clause]:
    """The main clauses of a sentence; each has all that any depends upon, since commas do not tell which."""
    clauses = [Clause()]
    asides: dict[str, list[Token]] = {kind: [] for kind in ("condition", "until", "circumstance", "aside")}
    into = clauses[-1].tokens
    index = 0
    while index < len(sentence):
        kind, end = _opening(sentence, index)
        here = list(sentence[index:end])
        is_main = into is clauses[-1].tokens
        if kind == "back" and (is_main or here[0].stem == "but"):
            clauses.append(Clause())
            into = clauses[-1].tokens
            here = here[1:]
        elif kind == "unless":
            asides["until"] += here
            into = asides["condition"]
        elif kind == "unconditional":
            here = []
        elif kind in asides or kind == "no condition":
            into = asides[kind if kind in asides else "aside"]
        elif not is_main and here[0].written in PAUSES:
            into = clauses[-1].tokens
        into += here
        index = end
    for clause in clauses:
        clause.condition, clause.until, clause.circumstance = (
            asides[kind] for kind in ("condition", "until", "circumstance")
        )
        clause.tokens = _own_words(clause.tokens, own)
    return clauses


def _opening(sentence: Sequence[Token], index: int) -> tuple[str, int]:
    """The kind of clause that the words at a token open, "" for none, and the index behind them."""
    found = phrase_at(load_stance_words().clauses, sentence, index)
    if found is None:
        return "", index + 1
    if found.value in ("until", "circumstance") and _is_date(sentence[found.end : found.end + 3]):
        return "", index + 1
    return found.value, found.end


def _is_date(tokens: Sequence[Token]) -> bool:
    """Whether a bound in time follows, as in `until 2025` and `before the end of May`."""
    return any(token.is_number or token.stem in DATES for token in tokens[:2]) or (
        len(tokens) == 3 and tokens[0].stem == "the" and tokens[1].stem in DATES
    )


def _own_words(tokens: list[Token], own: frozenset[str]) -> list[Token]:
    """A clause up to where somebody else's word begins; from where the source's own `I think that` ends."""
    words = load_stance_words()
    for index, token in enumerate(tokens):
        found = phrase_at(words.clauses, tokens, index)
        if found is not None or token.stem not in words.sets["report"] or index == 0:
            continue
        is_noun = tokens[index - 1].stem in DETERMINERS
        is_followed_by_that = index + 1 < len(tokens) and tokens[index + 1].stem == "that"
        if is_noun and not is_followed_by_that:
            continue
        before = tokens[:index]
        unmeant = words.sets["negation"] | words.sets["unreal"]
        is_unmeant = any(each.stem in unmeant for each in (*before, token))
        if is_noun or is_unmeant or not owns(before, own):
            is_negated = any(each.stem in words.sets["negation"] for each in before)
            is_beyond_doubt = token.stem == "doubt" and is_followed_by_that and is_negated
            return tokens[index + 2 :] if is_beyond_doubt else before
        if is_followed_by_that or _begins_clause(tokens[index + 1 :]):
            return _own_words(tokens[index + 1 + is_followed_by_that :], own)
    return tokens


def _begins_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject and its modal follow without a `that`: `I think we will`."""
    forces = load_stance_words().forces
    return any(phrase_at(forces, tokens, index) for index in range(1, min(len(tokens), 5)))
