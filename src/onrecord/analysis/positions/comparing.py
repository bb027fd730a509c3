"""Two readings compared: what of the later one is another position, and about what both speak."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.analysis.positions.predications import (
    APPROVAL,
    EXISTENCE,
    OWN,
    Predication,
    opposites,
    same_deed,
)
from onrecord.analysis.positions.readings import Reading
from onrecord.analysis.positions.tokens import Token, cover
from onrecord.codebooks.stances import load_stance_words
from onrecord.codebooks.stems import stems_of
from onrecord.record import Spans

ChangeKind = Literal[
    "reversed", "hardened", "softened", "condition added", "condition dropped", "number changed", "date changed",
    "denied", "admitted", "act changed",
]  # fmt: skip

# How much two must share to be about the same: of all stems, for figures, dates and acts; of what a verb takes.
SAME_MATTER = 0.65
SAME_ACT = 0.5
SAME_OBJECT = 0.5
SAME_SUBJECT = 0.6
FORWARD = frozenset("announce promise agree demand request propose want predict threaten".split())
AGAIN = stems_of("yesterday today tonight last night morning monday tuesday wednesday thursday friday saturday sunday")


@dataclass(frozen=True, slots=True)
class Finding:
    """One change: its kind, the matter that it is about, the decisive words of both sides and a line that tells it."""

    kind: ChangeKind
    matter: str
    before: Spans
    after: Spans
    why: str


@dataclass(slots=True)
class Comparison:
    """The changes, and the matters of which both speak, changed or not."""

    changes: list[Finding] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)


def compare(before: Reading, after: Reading) -> Comparison:
    """What changed from one statement to a later one of the same source."""
    found = Comparison()
    if before.is_question or after.is_question:
        return found
    for compare_part in (_truths, _positions, _scales, _amounts, _bounds):
        compare_part(before, after, found)
    if not found.changes:
        _acts(before, after, found)
    _drop_contradictions(found)
    return found


def _truths(before: Reading, after: Reading, found: Comparison) -> None:
    """What was held true is denied, or what was denied admitted."""
    if not before.truth or not after.truth or _share(before.stems, after.stems) < SAME_MATTER or _part(before, after):
        return
    found.settled.add("truth")
    if before.truth == after.truth:
        return
    is_admission = after.truth > 0 and (before.act == "deny" or after.act == "concede")
    if after.truth > 0 and not is_admission:
        return
    if after.truth < 0 and after.act != "deny":
        return
    found.changes.append(_finding("admitted" if is_admission else "denied", "truth", _told(before), _told(after)))


def _positions(before: Reading, after: Reading, found: Comparison) -> None:
    """What is to be, is so or is backed: turned round, with another force, on another condition."""
    pairs = [(a, b) for a in before.predications for b in after.predications if _is_same(a, b)]
    agreeing = {b.verb for a, b in pairs if a.pole == b.pole and a.verb == b.verb}
    for a, b in pairs:
        if a.verb != b.verb and (a.verb in agreeing or b.verb in agreeing):
            continue
        found.settled.add(b.verb)
        for kind in _kinds(before, after, a, b, agreeing):
            found.changes.append(_finding(kind, b.verb, a.tokens, b.tokens))


def _kinds(before: Reading, after: Reading, a: Predication, b: Predication, agreeing: set[str]) -> Iterator[ChangeKind]:
    is_turned = _is_turned(a, b)
    condition = _condition_change(a, b)
    if condition:
        yield condition
    elif is_turned and b.verb not in agreeing and not _conditions(a) and not _conditions(b):
        if "threat" in (before.stance.scale, after.stance.scale):
            yield "softened" if before.stance.scale == "threat" else "hardened"
        elif _is_firm(a) and _is_firm(b):
            yield "reversed"
    elif not is_turned and a.level != b.level and _is_one_scale(a, b):
        yield "hardened" if b.level > a.level else "softened"


def _is_same(a: Predication, b: Predication) -> bool:
    """Whether two predications are about one thing, so that only pole, force and condition can differ."""
    if not _is_same_subject(a.subject, b.subject) or not _is_same_verb(a, b):
        return False
    if _turns(a) != _turns(b):
        return False
    if not a.about and not b.about:
        return OWN not in a.subject and a.family != "stance"
    if a.pole != b.pole and a.verb == b.verb:
        return _is_denial_of_all(*((a, b) if a.pole < 0 else (b, a)))
    return _share(a.about, b.about) >= SAME_OBJECT or _is_within(a, b)


def _is_within(a: Predication, b: Predication) -> bool:
    """Whether one says of less words the same: a subject of its own carries what the verb takes."""
    smaller, larger = sorted((a.about, b.about), key=len)
    return smaller <= larger and (bool(smaller) or OWN not in a.subject) and len(larger) - len(smaller) <= 2


def _is_denial_of_all(denied: Predication, affirmed: Predication) -> bool:
    """Whether what is denied is not less than what is affirmed: `not at night` denies no `by day`."""
    if not denied.about <= affirmed.about:
        return False
    return bool(denied.about) or OWN not in denied.subject


def _is_same_subject(a: frozenset[str], b: frozenset[str]) -> bool:
    if OWN in a or OWN in b:
        return a == b
    return a == b or _share(a, b) >= SAME_SUBJECT


def _is_same_verb(a: Predication, b: Predication) -> bool:
    families = {a.family, b.family}
    if {a.verb, b.verb} == {APPROVAL, EXISTENCE} or (a.verb != b.verb and APPROVAL in (a.verb, b.verb)):
        return False
    is_refusal = a.pole < 0 and b.pole < 0 and families <= {"will", "can"}
    if len(families) > 1 and not is_refusal and ("may" not in families or families & {"stance", "state"}):
        return False
    return same_deed(a.verb, b.verb) or opposites(a.verb, b.verb)


def _is_turned(a: Predication, b: Predication) -> bool:
    if a.verb != b.verb and opposites(a.verb, b.verb):
        return a.pole == b.pole
    return a.pole != b.pole


def _turns(each: Predication) -> frozenset[str]:
    return (each.about | each.subject) & load_stance_words().turns


def _is_firm(each: Predication) -> bool:
    """Whether it commits: what may be and may not be is no position."""
    return each.level > 1 or each.pole < 0


def _is_one_scale(a: Predication, b: Predication) -> bool:
    """Whether their levels can be compared: of duties and of intents, or of what both deny."""
    return (a.pole < 0 and b.pole < 0) or {a.family, b.family} <= {"will", "duty", "may"}


def _conditions(each: Predication) -> list[Token]:
    return each.clause.condition or (each.clause.until if each.pole < 0 else [])


def _condition_change(a: Predication, b: Predication) -> ChangeKind | None:
    """Whether one side is bound to something that the other is not."""
    is_turned = _is_turned(a, b)
    # `will not, unless` is a `will, if`.
    if is_turned and not (a.pole < 0 and a.clause.until) and not (b.pole < 0 and b.clause.until):
        return None
    bound, free = bool(_conditions(a)), bool(_conditions(b))
    if bound == free or (a if free else b).clause.circumstance:
        return None
    return "condition dropped" if bound else "condition added"


def _scales(before: Reading, after: Reading, found: Comparison) -> None:
    """Acts that differ in force alone: demanded, then asked; threatened, then warned."""
    a, b = before.stance, after.stance
    if not a.scale or a.scale != b.scale or before.is_denied != after.is_denied or _part(before, after):
        return
    if _share(before.stems, after.stems) < SAME_ACT or not (before.is_cue and after.is_cue):
        return
    found.settled.add("force")
    if a.level != b.level:
        kind: ChangeKind = "hardened" if b.level > a.level else "softened"
        found.changes.append(_finding(kind, "force", before.cue, after.cue))


def _amounts(before: Reading, after: Reading, found: Comparison) -> None:
    if not _is_same_report(before, after):
        return
    for b in after.amounts:
        rivals = [a for a in before.amounts if a.counted == b.counted]
        if len(rivals) == 1 and sum(each.counted == b.counted for each in after.amounts) == 1:
            found.settled.add(f"number of {b.counted}")
            if rivals[0].differs(b):
                found.changes.append(_finding("number changed", f"number of {b.counted}", rivals[0].tokens, b.tokens))


def _bounds(before: Reading, after: Reading, found: Comparison) -> None:
    if not _is_same_report(before, after) or not (_is_forward(before) and _is_forward(after)):
        return
    for b in after.bounds:
        rivals = [a for a in before.bounds if a.kind == b.kind]
        if len(rivals) == 1 and sum(each.kind == b.kind for each in after.bounds) == 1:
            found.settled.add(f"date {b.kind}")
            if rivals[0].differs(b):
                found.changes.append(_finding("date changed", f"date {b.kind}", rivals[0].tokens, b.tokens))


def _is_same_report(before: Reading, after: Reading) -> bool:
    """Whether both tell of the same, so that a figure or a date of one is that of the other."""
    is_told_of_a_day = any(token.stem in AGAIN for token in (*before.content, *after.content))
    return (
        not is_told_of_a_day
        and before.is_denied == after.is_denied
        and _has_modal(before) == _has_modal(after)
        and _share(before.stems, after.stems) >= SAME_MATTER
        and not _part(before, after)
    )


def _is_forward(reading: Reading) -> bool:
    return reading.act in FORWARD or _has_modal(reading)


def _has_modal(reading: Reading) -> bool:
    return any(each.family in ("will", "duty", "may") for each in reading.predications)


def _acts(before: Reading, after: Reading, found: Comparison) -> None:
    """Something else is done about the same: demanded, then thanked for."""
    a, b = before.stance, after.stance
    if not (a.is_marked and b.is_marked and before.is_cue and after.is_cue) or before.act == after.act:
        return
    if (a.scale and a.scale == b.scale) or _share(before.stems, after.stems) < SAME_ACT or _part(before, after):
        return
    found.changes.append(_finding("act changed", "act", before.cue, after.cue))


def _part(before: Reading, after: Reading) -> bool:
    """Whether each side has a name that the other lacks: two towns, two people."""
    return bool(before.names - after.stems) and bool(after.names - before.stems)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """The stems that both have, of all (the Jaccard index)."""
    return len(a & b) / len(a | b) if a or b else 0.0


def _told(reading: Reading) -> Sequence[Token]:
    return reading.cue if reading.is_cue else reading.content


def _finding(kind: ChangeKind, matter: str, before: Sequence[Token], after: Sequence[Token]) -> Finding:
    first, then = cover(before), cover(after)
    return Finding(kind, matter, first, then, f"{_words(first)} → {_words(then)}")


def _words(spans: Spans) -> str:
    return " … ".join(" ".join(span.text.split()) for span in spans)


def _drop_contradictions(found: Comparison) -> None:
    """Where words speak for more force and for less, or for a turn and for the same, nothing is concluded of it."""
    kinds = {each.kind for each in found.changes}
    if "reversed" in kinds:
        dropped = {"hardened", "softened", "act changed"}
    elif {"denied", "admitted"} & kinds:
        dropped = kinds - {"denied", "admitted"}
    elif {"hardened", "softened"} <= kinds:
        dropped = {"hardened", "softened"}
    else:
        dropped = set()
    kept = [each for each in found.changes if each.kind not in dropped]
    found.changes = list({each.kind: each for each in reversed(kept)}.values())[::-1]

