"""What a clause says is to be, is so, or is backed: who, does or not, what, with what force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.positions.clauses import PAUSES, Clause, owns, phrase_at
from onrecord.analysis.positions.tokens import Token
from onrecord.codebooks.stances import Force, load_stance_words
from onrecord.codebooks.stems import stem, stems_of

OWN = "·own"
"""The source itself, as a subject; no stem of a word."""
APPROVAL = "·approval"
EXISTENCE = "·there"
LONGEST_OBJECT = 14
NO = stems_of("no none nobody nothing")
POSSESSIVES = {"our": "we", "my": "i", "his": "he", "her": "she", "its": "it", "their": stem("they")}
COPULAS = stems_of("be remain stay")
ADVERBS = stems_of("also still now ever longer only soon yet")
BESIDE = 3


@dataclass(frozen=True, slots=True)
class Predication:
    """That somebody will, must, can or does do something, or not.

    `subject` and `about` are stems; `verb` is a stem, or `·approval`, `·there`, or a state's group with a dot before
    it. `family` is that of forces.tsv, `stance` for what one is for or against, `state` for what is said to be so.
    `pole` is -1 where it is denied, `level` from 1 (open, or denied for now) to 3. `tokens` are the decisive words.
    """

    subject: frozenset[str]
    verb: str
    about: frozenset[str]
    family: str
    pole: int
    level: int
    tokens: tuple[Token, ...]
    clause: Clause


def find_predications(clauses: Sequence[Clause], own: frozenset[str]) -> list[Predication]:
    """The predications of main clauses, in their order."""
    found: list[Predication] = []
    for clause in clauses:
        found += _modal(clause, own)
        found += _stance(clause, own)
        found += _state(clause)
    return found


def content_stems(tokens: Sequence[Token]) -> frozenset[str]:
    """The stems that tell what is spoken of: no marks, no words that stand everywhere."""
    words = load_stance_words()
    idle = words.sets["idle"] - words.turns
    return frozenset(token.stem for token in tokens if not token.is_mark and token.stem not in idle)


def subject_of(tokens: Sequence[Token], own: frozenset[str]) -> frozenset[str] | None:
    """Who the words before a verb name: OWN for the source and for `our country`; None for a pronoun that is not its.

    Empty where there are no words.
    """
    sets = load_stance_words().sets
    stems = [token.stem for token in tokens if not token.is_mark]
    named = content_stems(tokens) - sets["negation"]
    if stems and POSSESSIVES.get(stems[0]) in own:
        return frozenset({OWN}) | (named - sets["collective"])
    if not named and owns(tokens, own):
        return frozenset({OWN})
    is_pronoun = bool(stems) and not named and "there" not in stems and stems[-1] not in ("and", "but")
    return None if is_pronoun and not set(stems) <= sets["negation"] else named


def _modal(clause: Clause, own: frozenset[str]) -> Iterator[Predication]:
    tokens = clause.tokens
    begin = index = 0
    last_subject: frozenset[str] | None = frozenset()
    while index < len(tokens):
        found = _force_at(tokens, index)
        if found is None:
            if tokens[index].written in PAUSES:
                begin = index + 1
            index += 1
            continue
        force, end, is_denied = found
        head = _head(tokens, end)
        stop = _stop(tokens, head.index)
        subject = subject_of(tokens[begin:index], own)
        subject = last_subject if subject == frozenset() else subject
        is_limited = any(token.stem == stem("only") for token in tokens[begin : head.index])
        if _is_verb(tokens, head.index) and not is_limited and subject is not None:
            is_turned = _denies(tokens[begin:index])
            start = begin if is_turned else index
            is_denied ^= head.is_denied ^ is_turned
            found_words = _Words(start, index, head.index, stop)
            yield _predication(clause, subject, force, found_words, is_denied)
        last_subject = subject
        begin = index = max(stop, end)


@dataclass(frozen=True, slots=True)
class _Words:
    """Where a predication's words stand: from what decides it, the modal, the verb, to behind what the verb takes."""

    start: int
    modal: int
    head: int
    stop: int


def _predication(clause: Clause, subject: frozenset[str], force: Force, at: _Words, is_denied: bool) -> Predication:
    tokens = clause.tokens
    verb, rest = tokens[at.head].stem, tokens[at.head + 1 : at.stop]
    if at.modal and tokens[at.modal - 1].stem == "there":
        verb, subject = EXISTENCE, frozenset()
    elif verb == "be" and rest:
        participle = next((index for index, each in enumerate(rest) if each.stem != "be"), 0)
        verb, rest = rest[participle].stem, rest[participle + 1 :]
    if rest and rest[0].stem in NO:
        is_denied = not is_denied
    pole = force.pole * (-1 if is_denied else 1)
    level = _level(tokens[max(0, at.modal - BESIDE) : at.stop], force.level, pole)
    # What exists or not stands behind its verb: `there will be no vote`.
    decisive = tuple(tokens[at.start : at.head + (3 if verb == EXISTENCE else 1)])
    return Predication(subject, verb, content_stems(rest), force.family, pole, level, decisive, clause)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the verb of a modal phrase stands, and whether a negation stands before it."""

    index: int
    is_denied: bool


def _head(tokens: Sequence[Token], index: int) -> _Head:
    negation = load_stance_words().sets["negation"]
    is_denied = False
    while index < len(tokens) and (_is_adverb(tokens[index]) or tokens[index].stem in negation):
        if tokens[index].stem == "no" and index + 1 < len(tokens) and tokens[index + 1].stem != "longer":
            break
        is_denied ^= tokens[index].stem in negation
        index += 1
    return _Head(index, is_denied)


def _force_at(tokens: Sequence[Token], index: int) -> tuple[Force, int, bool] | None:
    """The modal phrase at a token, the index behind it, and whether a `not` stands within: `are not ready to`."""
    words = load_stance_words()
    if tokens[index].written == "May":
        return None
    for phrase, force in words.forces.beginning_with(tokens[index].stem):
        if force.family in ("certainty", "refusal"):
            continue
        place, is_denied, fits = index + 1, False, True
        for word in phrase[1:]:
            head = _head(tokens, place)
            if tokens[place : place + 1] and tokens[place].stem == word:
                place += 1
            elif head.index < len(tokens) and tokens[head.index].stem == word:
                place, is_denied = head.index + 1, is_denied ^ head.is_denied
            else:
                fits = False
                break
        if fits:
            before = tokens[index - 1].stem if index else ""
            is_auxiliary_denied = before == "not" and index > 1 and tokens[index - 2].stem in ("do", "will", "would")
            return force, place, is_denied ^ is_auxiliary_denied
    return None


def _stance(clause: Clause, own: frozenset[str]) -> Iterator[Predication]:
    """What the source says that it is for or against, in a clause of its own."""
    words = load_stance_words()
    tokens = clause.tokens
    for index in range(1, len(tokens)):
        found = phrase_at(words.verbs, tokens, index)
        if found is None or not _is_near(tokens[:index], own):
            continue
        stop = _stop(tokens, found.end)
        about = content_stems(tokens[found.end : stop])
        pole = found.value.pole * (-1 if _denies(tokens[:index]) else 1)
        level = _level(tokens[:stop], 2, pole)
        decisive = tuple(tokens[max(0, index - 2) : found.end])
        yield Predication(frozenset({OWN}), APPROVAL, about, "stance", pole, level, decisive, clause)
        return


def _is_near(tokens: Sequence[Token], own: frozenset[str]) -> bool:
    """Whether only adverbs, negations and `do` stand between the source, as the subject, and a verb."""
    sets = load_stance_words().sets
    kept = [token for token in tokens if not _is_adverb(token) and token.stem not in (*sets["negation"], "do", "that")]
    return len(kept) == 1 and owns(kept, own)


def _state(clause: Clause) -> Iterator[Predication]:
    """What is said to be acceptable, open, possible, or not."""
    words = load_stance_words()
    tokens = clause.tokens
    for index in range(1, len(tokens) - 1):
        if tokens[index].stem not in COPULAS:
            continue
        head = _head(tokens, index + 1)
        found = phrase_at(words.states, tokens, head.index) if head.index < len(tokens) else None
        subject = content_stems(tokens[:index])
        if found is None or not subject or any(phrase_at(words.forces, tokens, each) for each in range(index)):
            continue
        pole = found.value.pole * (-1 if head.is_denied ^ _denies(tokens[:index]) else 1)
        decisive = tuple(tokens[index : found.end])
        about = content_stems(tokens[found.end :])
        level = _level(tokens, 2, pole)
        yield Predication(subject, "·" + found.value.group, about, "state", pole, level, decisive, clause)
        return


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word stands there that can be a position: not a mark, no `will not comment`."""
    return index < len(tokens) and not tokens[index].is_mark and not is_mute(tokens[index])


def is_mute(token: Token) -> bool:
    """Whether a verb only tells that somebody speaks or does not."""
    return token.stem in load_stance_words().sets["mute"]


def _stop(tokens: Sequence[Token], index: int) -> int:
    """Where what a verb takes ends: at a pause, before the next modal's subject, or when it grows long."""
    end = min(len(tokens), index + LONGEST_OBJECT)
    for place in range(index + 1, end):
        if tokens[place].is_mark and tokens[place].written in PAUSES:
            return place
    return end


def _denies(tokens: Sequence[Token]) -> bool:
    negation = load_stance_words().sets["negation"]
    return sum(token.stem in negation for token in tokens) % 2 == 1


def _level(tokens: Sequence[Token], level: int, pole: int) -> int:
    """The level with the words that add or take force: `never`, `for now`, `perhaps`."""
    words = load_stance_words()
    wanted = "certainty" if pole > 0 else "refusal"
    if pole < 0:
        level = 2
    for index in range(len(tokens)):
        for phrase, force in words.forces.beginning_with(tokens[index].stem):
            stems = tuple(token.stem for token in tokens[index : index + len(phrase)])
            if force.family == wanted and stems == phrase:
                level = force.level
    return level


def _is_adverb(token: Token) -> bool:
    return token.written.endswith("ly") or token.stem in ADVERBS
