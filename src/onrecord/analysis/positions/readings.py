"""What one statement says of its source's position: read once, then compared with others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from onrecord.analysis.positions.clauses import Clause, main_clauses
from onrecord.analysis.positions.predications import (
    APPROVAL,
    OWN,
    Predication,
    content_stems,
    find_predications,
    is_mute,
)
from onrecord.analysis.positions.quantities import Amount, Bound, find_amounts, find_bounds
from onrecord.analysis.positions.tokens import Token, tokens_of
from onrecord.codebooks.acts import load_act_cues
from onrecord.codebooks.stances import ActStance, load_act_stances, load_stance_words
from onrecord.codebooks.stems import stem, stems_of
from onrecord.record import Statement

OWN_ANYWHERE = stems_of("i we he she it they")
THEY = stems_of("they")
NO_STANCE = ActStance(0, "", 0, "", 0, False, 0)
NO_INFINITIVE = stems_of("the a an this that these those my our his her its their all both")
DAYS = stems_of("yesterday today tonight last night morning monday tuesday wednesday thursday friday saturday sunday")
NAMING = stems_of("call describe brand label dub term")


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement's act, predications, figures and bounds in time, and the stems of all that it speaks of.

    `stems` and `names` leave out figures and dates; `names` are of words in capitals that begin no sentence, `named` of
    what a cue such as `called` is about. `is_cue` where the cue itself tells the act (`opposes`, not `said`), which is
    then about the content. `truth` is -1 where the content is held to be false, 1 where true, 0 where that is open.
    `is_forward` where it tells what will or must be, `is_of_a_day` where it tells one day's news.
    """

    act: str | None
    stance: ActStance
    is_cue: bool
    predications: tuple[Predication, ...]
    amounts: tuple[Amount, ...]
    bounds: tuple[Bound, ...]
    stems: frozenset[str]
    names: frozenset[str]
    named: frozenset[str]
    truth: int
    is_denied: bool
    is_question: bool
    is_forward: bool
    is_of_a_day: bool
    cue: tuple[Token, ...]
    content: tuple[Token, ...]


def read_position(statement: Statement) -> Reading:
    """The reading of a statement."""
    content = tuple(tokens_of(statement.content.spans))
    cue = tuple(tokens_of(statement.cue.spans)) if statement.cue else ()
    stance = load_act_stances().get(statement.act or "", NO_STANCE)
    own = _own_pronouns(statement)
    clauses = main_clauses(content, own)
    is_cue = not any(token.stem in _plain_cues() for token in cue) and any(not token.is_mark for token in cue)
    predications = find_predications(clauses, own)
    if is_cue or stance.family:
        predications += _cue_predications(content, stance, cue, is_cue=is_cue, found=predications)
    amounts, bounds = find_amounts(content), find_bounds(content)
    valued = {token.start for each in amounts for token in each.tokens[: each.length]}
    valued |= {token.start for each in bounds for token in each.tokens}
    told = [token for token in content if token.start not in valued]
    is_denied = _is_denied(clauses)
    return Reading(
        act=statement.act,
        stance=stance,
        is_cue=is_cue,
        predications=tuple(predications),
        amounts=tuple(amounts),
        bounds=tuple(bounds),
        stems=content_stems(told),
        names=_names(told, is_cue=is_cue),
        named=_named(statement, cue),
        truth=_truth(stance, is_cue=is_cue, is_denied=is_denied, is_future=bool(predications)),
        is_denied=is_denied,
        is_question=statement.act == "ask",
        is_forward=any(each.family in ("will", "duty", "may") for each in predications),
        is_of_a_day=any(token.stem in DAYS for token in content),
        cue=cue,
        content=content,
    )


@cache
def _plain_cues() -> frozenset[str]:
    """The stems of cues that only say that something was said."""
    return frozenset(
        stem(words)
        for (part, words), by_frame in load_act_cues().acts.items()
        if part == "verb" and by_frame.get("-") == "assert" and " " not in words
    )


def _own_pronouns(statement: Statement) -> frozenset[str]:
    """The pronouns that mean the source: its own, and in the document's words for what it said those that fit it."""
    sets = load_stance_words().sets
    if statement.quotation == "direct":
        return sets["own"]
    source = [token.stem for token in tokens_of(statement.source.spans)] if statement.source else []
    written = statement.source.spans[-1].text.casefold() if statement.source else ""
    if len(source) == 1 and source[0] in sets["reported own"]:
        return sets["own"] | {source[0]}
    if "and" in source or (written.endswith("s") and not written.endswith(("ss", "us", "’s", "'s"))):
        return sets["own"] | THEY
    return sets["own"] | (sets["reported own"] - THEY)


def _cue_predications(
    content: Sequence[Token], stance: ActStance, cue: Sequence[Token], *, is_cue: bool, found: Sequence[Predication]
) -> list[Predication]:
    """What an act makes of a content that is no clause of its own: `refused to sign`, `opposes the bill`."""
    infinitive = _infinitive(content)
    if infinitive is not None and is_mute(content[infinitive[0]]):
        return []
    if infinitive is not None and stance.family:
        head, is_denied = infinitive
        pole = (stance.pole or 1) * (-1 if is_denied else 1)
        clauses = main_clauses(content[head:], OWN_ANYWHERE)
        clause = clauses[0] if clauses else Clause(list(content[head:]))
        about = content_stems(clause.tokens[1:])
        level = 2 if pole < 0 else stance.force
        decisive = (*cue, content[head])
        return [Predication(frozenset({OWN}), content[head].stem, about, stance.family, pole, level, decisive, clause)]
    if not is_cue or not stance.pole or any(each.family not in ("stance", "state") for each in found):
        return []
    clauses = main_clauses(content, OWN_ANYWHERE)
    clause = clauses[0] if clauses else Clause(list(content))
    if not content_stems([token for token in clause.tokens if not token.is_capitalised]):
        # Praise and blame of somebody are for many deeds.
        return []
    pole = stance.pole * (-1 if any(token.stem in ("not", "never") for token in cue) else 1)
    about = content_stems(clause.tokens)
    return [Predication(frozenset({OWN}), APPROVAL, about, "stance", pole, 2, tuple(cue), clause)]


def _infinitive(content: Sequence[Token]) -> tuple[int, bool] | None:
    """The index of the verb where a content begins with an infinitive, and whether it is denied."""
    stems = [token.stem for token in content[:3]]
    if stems[:2] in (["not", "to"], ["never", "to"]) and len(content) > 2:
        return 2, True
    if stems[:1] == ["to"] and len(content) > 1 and stems[1] not in NO_INFINITIVE and not content[1].is_capitalised:
        return 1, False
    return None


def _is_denied(clauses: Sequence[Clause]) -> bool:
    negation = load_stance_words().sets["negation"]
    return any(token.stem in negation for clause in clauses for token in clause.tokens)


def _truth(stance: ActStance, *, is_cue: bool, is_denied: bool, is_future: bool) -> int:
    if is_future or not stance.truth:
        return 0
    if stance.truth < 0:
        # `denied that nobody was hurt` turns twice, and who can tell what was meant.
        return 0 if is_cue == is_denied else -1
    return -1 if is_denied else 1


def _names(content: Sequence[Token], *, is_cue: bool) -> frozenset[str]:
    """The stems of words in capitals that begin no sentence; what stands right behind `urged` begins none."""
    first = [token for token in content[:1] if is_cue]
    later = [token for before, token in pairwise(content) if before.written not in ".!?:"]
    return content_stems([token for token in (*first, *later) if token.is_capitalised])


def _named(statement: Statement, cue: Sequence[Token]) -> frozenset[str]:
    """What is called something: the words before the quotation mark."""
    if statement.quotation != "mixed" or not any(token.stem in NAMING for token in cue):
        return frozenset()
    spans = statement.content.spans
    before = spans[0].text.split("“")[0].split('"')[0].split("«")[0]
    return content_stems([token for token in tokens_of(spans[:1]) if token.start < spans[0].start + len(before)])
