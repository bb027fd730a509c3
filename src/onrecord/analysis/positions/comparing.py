"""Two readings compared: what of the later one is another position, and about what both speak."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from onrecord.analysis.positions.matters import is_about_same, is_same_deed, is_turned, part_by_name, share
from onrecord.analysis.positions.predications import Predication
from onrecord.analysis.positions.quantities import Amount, Bound
from onrecord.analysis.positions.readings import Reading
from onrecord.analysis.positions.tokens import Token, cover
from onrecord.record import Spans

Quantity = TypeVar("Quantity", Amount, Bound)

ChangeKind = Literal[
    "reversed", "hardened", "softened", "condition added", "condition dropped", "number changed", "date changed",
    "denied", "admitted", "act changed",
]  # fmt: skip

# How much of all their stems two must share to be about the same: for figures, dates and facts; for acts.
SAME_REPORT = 0.65
SAME_ACT = 0.5
# Fewer words name a thing, `climate change`, rather than tell a fact that can be denied.
FEWEST_OF_A_FACT = 3
FORWARD = frozenset("announce promise agree demand request propose want predict threaten".split())


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
    if before.is_question or after.is_question or before.stems.isdisjoint(after.stems):
        return found
    for compare_part in (_truths, _positions, _scales, _quantities):
        compare_part(before, after, found)
    if not found.changes:
        _acts(before, after, found)
    _drop_contradictions(found)
    return found


def _truths(before: Reading, after: Reading, found: Comparison) -> None:
    """What was held true is denied, or what was denied admitted."""
    if not before.truth or not after.truth or not is_about_same(before, after, SAME_REPORT):
        return
    found.settled.add("truth")
    if before.truth == after.truth:
        return
    if "concede" not in (before.act, after.act) and len(before.stems & after.stems) < FEWEST_OF_A_FACT:
        return
    is_admission = after.truth > 0 and (before.act == "deny" or after.act == "concede")
    if after.truth > 0 and not is_admission:
        return
    if after.truth < 0 and after.act != "deny":
        return
    found.changes.append(_finding("admitted" if is_admission else "denied", "truth", _told(before), _told(after)))


def _positions(before: Reading, after: Reading, found: Comparison) -> None:
    """What is to be, is so or is backed: turned round, with another force, on another condition."""
    pairs = [(a, b) for a in before.predications for b in after.predications if is_same_deed(a, b)]
    agreeing = {b.verb for a, b in pairs if a.pole == b.pole and a.verb == b.verb}
    if before.named and before.named == after.named and before.stance.pole * after.stance.pole < 0:
        found.changes.append(_finding("reversed", "named", before.content, after.content))
    for a, b in pairs:
        if a.verb != b.verb and (a.verb in agreeing or b.verb in agreeing):
            continue
        found.settled.add(b.verb)
        for kind in _kinds(before, after, a, b, agreeing):
            first, then = (_bound(a), _bound(b)) if kind.startswith("condition") else (a.tokens, b.tokens)
            found.changes.append(_finding(kind, b.verb, first, then))


def _kinds(before: Reading, after: Reading, a: Predication, b: Predication, agreeing: set[str]) -> Iterator[ChangeKind]:
    condition = _condition_change(a, b)
    if condition:
        yield condition
    elif is_turned(a, b):
        if b.verb in agreeing or part_by_name(before, after) or _is_bound(a) or _is_bound(b):
            return
        if "threat" in (before.stance.scale, after.stance.scale):
            yield "softened" if before.stance.scale == "threat" else "hardened"
        elif _is_firm(a, before) and _is_firm(b, after) and not _is_blame_and_call(before, after):
            yield "reversed"
    elif abs(a.level - b.level) >= _step(a, b) and _is_one_scale(a, b):
        yield "hardened" if b.level > a.level else "softened"


def _is_firm(each: Predication, reading: Reading) -> bool:
    """Whether it commits: what may be and may not be is no position, what is refused for now may come.

    `may` and `may not` are firm where leave is given or refused.
    """
    return reading.act in ("agree", "refuse") if each.family == "may" else each.level > 1


def _is_blame_and_call(before: Reading, after: Reading) -> bool:
    """Whether one blames and the other calls for something: who calls for a deed may well blame how it is done."""
    return "criticise" in (before.act, after.act) and bool(before.stance.scale or after.stance.scale)


def _step(a: Predication, b: Predication) -> int:
    """How far levels must lie apart. Reporters write `plans to` for a `will` and `will not` for a `never`; `should` is
    chosen over `must`."""
    return 1 if a.pole > 0 and "duty" in (a.family, b.family) else 2


def _is_one_scale(a: Predication, b: Predication) -> bool:
    """Whether their levels can be compared: of duties and of intents, or of what both deny."""
    return (a.pole < 0 and b.pole < 0) or {a.family, b.family} <= {"will", "duty", "may"}


def _conditions(each: Predication) -> list[Token]:
    return each.clause.condition or (each.clause.until if each.pole < 0 else [])


def _is_bound(each: Predication) -> bool:
    """Whether it depends on something, or may do so."""
    return bool(_conditions(each) or each.clause.circumstance)


def _bound(each: Predication) -> tuple[Token, ...]:
    """The decisive words with the condition."""
    return (*each.tokens, *_conditions(each))


def _condition_change(a: Predication, b: Predication) -> ChangeKind | None:
    """Whether one side is bound to something that the other is not."""
    # `will not, unless` is a `will, if`.
    if is_turned(a, b) and not (a.pole < 0 and a.clause.until) and not (b.pole < 0 and b.clause.until):
        return None
    bound, free = bool(_conditions(a)), bool(_conditions(b))
    if bound == free or (a if free else b).clause.circumstance:
        return None
    return "condition dropped" if bound else "condition added"


def _scales(before: Reading, after: Reading, found: Comparison) -> None:
    """Acts that differ in force alone: demanded, then asked; threatened, then warned."""
    a, b = before.stance, after.stance
    if not a.scale or a.scale != b.scale or before.is_denied != after.is_denied:
        return
    if not is_about_same(before, after, SAME_ACT) or not (before.is_cue and after.is_cue):
        return
    found.settled.add("force")
    if a.level != b.level:
        kind: ChangeKind = "hardened" if b.level > a.level else "softened"
        found.changes.append(_finding(kind, "force", before.cue, after.cue))


def _quantities(before: Reading, after: Reading, found: Comparison) -> None:
    """Another figure or another date; where both are others, it is another happening."""
    if not _is_same_report(before, after):
        return
    amounts = [pair for b in after.amounts if (pair := _rival(before.amounts, after.amounts, b))]
    bounds = [both for end in after.bounds if (both := _rival(before.bounds, after.bounds, end))]
    found.settled |= {f"number of {b.kind}" for _, b in amounts} | {f"date {b.kind}" for _, b in bounds}
    other_amounts = [(a, b) for a, b in amounts if a.differs(b)]
    other_bounds = [(a, b) for a, b in bounds if a.differs(b)]
    if other_amounts and not other_bounds:
        a, b = other_amounts[0]
        found.changes.append(_finding("number changed", f"number of {b.kind}", a.tokens, b.tokens))
    if other_bounds and not other_amounts and _is_forward(before) and _is_forward(after):
        start, end = other_bounds[0]
        found.changes.append(_finding("date changed", f"date {end.kind}", start.tokens, end.tokens))


def _rival(before: Sequence[Quantity], after: Sequence[Quantity], each: Quantity) -> tuple[Quantity, Quantity] | None:
    """The one quantity of the earlier statement that is of the same kind, with it; None where either has several."""
    rivals = [other for other in before if other.kind == each.kind]
    is_only = sum(other.kind == each.kind for other in after) == 1
    return (rivals[0], each) if len(rivals) == 1 and is_only else None


def _is_same_report(before: Reading, after: Reading) -> bool:
    """Whether both tell of the same, so that a figure or a date of one is that of the other."""
    return (
        not (before.is_of_a_day or after.is_of_a_day)
        and before.is_denied == after.is_denied
        and before.is_forward == after.is_forward
        and is_about_same(before, after, SAME_REPORT)
    )


def _is_forward(reading: Reading) -> bool:
    return reading.is_forward or reading.act in FORWARD


def _acts(before: Reading, after: Reading, found: Comparison) -> None:
    """Something else is done about the same: demanded, then thanked for."""
    a, b = before.stance, after.stance
    if not (a.is_marked and b.is_marked and before.is_cue and after.is_cue) or before.act == after.act:
        return
    if (a.scale and a.scale == b.scale) or share(before.stems, after.stems) < SAME_ACT or part_by_name(before, after):
        return
    found.changes.append(_finding("act changed", "act", before.cue, after.cue))


def _told(reading: Reading) -> Sequence[Token]:
    return reading.cue if reading.is_cue else reading.content


def _finding(kind: ChangeKind, matter: str, before: Sequence[Token], after: Sequence[Token]) -> Finding:
    first, then = cover(before), cover(after)
    return Finding(kind, matter, first, then, f"{_words(first)} → {_words(then)}")


def _words(spans: Spans) -> str:
    return " … ".join(" ".join(span.text.split()) for span in spans)


def _drop_contradictions(found: Comparison) -> None:
    """Where words speak for more force and for less, or for a turn and for the same, nothing is concluded of it."""
    if not found.changes:
        return
    kinds: set[str] = {each.kind for each in found.changes}
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
