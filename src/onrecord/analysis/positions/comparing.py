"""Two readings compared: what of the later one is another position, and about what both speak."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from onrecord.analysis.positions.predications import (
    APPROVAL,
    EXISTENCE,
    OWN,
    Predication,
    opposites,
    same_deed,
)
from onrecord.analysis.positions.quantities import Amount, Bound
from onrecord.analysis.positions.readings import Reading
from onrecord.analysis.positions.tokens import Token, cover
from onrecord.codebooks.stances import load_stance_words
from onrecord.codebooks.stems import stems_of
from onrecord.record import Spans

Quantity = TypeVar("Quantity", Amount, Bound)

ChangeKind = Literal[
    "reversed", "hardened", "softened", "condition added", "condition dropped", "number changed", "date changed",
    "denied", "admitted", "act changed",
]  # fmt: skip

# How much two must share to be about the same: of all stems, for figures, dates and acts; of what a verb takes.
SAME_MATTER = 0.65
SAME_ACT = 0.5
SAME_OBJECT = 0.5
SAME_OBJECT_OF_OPPOSITES = 0.75
SAME_SUBJECT = 0.6
# With more words beside the same ones, `the deal` may be another.
MOST_MORE = 3
TIMES = stems_of(
    "year month week day today tomorrow tonight night morning weekend season spring summer autumn winter decade"
)
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
    if not before.truth or not after.truth or not _is_same_matter(before, after, SAME_MATTER):
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
    pairs = [(a, b) for a in before.predications for b in after.predications if _is_same(a, b)]
    agreeing = {b.verb for a, b in pairs if a.pole == b.pole and a.verb == b.verb}
    if before.named and before.named == after.named and before.stance.pole * after.stance.pole < 0:
        found.changes.append(_finding("reversed", "named", before.content, after.content))
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
    elif (
        is_turned and b.verb not in agreeing and not _part(before, after) and not _conditions(a) and not _conditions(b)
    ):
        if a.clause.circumstance or b.clause.circumstance:
            return
        if "threat" in (before.stance.scale, after.stance.scale):
            yield "softened" if before.stance.scale == "threat" else "hardened"
        elif _is_firm(a, before) and _is_firm(b, after) and not _is_blame_and_call(before, after):
            yield "reversed"
    elif not is_turned and abs(a.level - b.level) >= _step(a, b) and _is_one_scale(a, b):
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
    if a.verb != b.verb and opposites(a.verb, b.verb):
        return _share(a.about, b.about) >= SAME_OBJECT_OF_OPPOSITES
    return _share(a.about, b.about) >= SAME_OBJECT or _is_within(a, b)


def _is_within(a: Predication, b: Predication) -> bool:
    """Whether one says of less words the same: a subject of its own carries what the verb takes."""
    smaller, larger = sorted((a.about, b.about), key=len)
    return smaller <= larger and (bool(smaller) or OWN not in a.subject) and len(larger) - len(smaller) <= 2


def _is_denial_of_all(denied: Predication, affirmed: Predication) -> bool:
    """Whether what is denied is not less than what is affirmed: `not at night` and `not this year` leave much open."""
    if not denied.about <= affirmed.about or denied.about & TIMES or len(affirmed.about - denied.about) > MOST_MORE:
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


def _is_firm(each: Predication, reading: Reading) -> bool:
    """Whether it commits: what may be and may not be is no position, what is refused for now may come.

    `may` and `may not` are firm where leave is given or refused.
    """
    return reading.act in ("agree", "refuse") if each.family == "may" else each.level > 1


def _is_blame_and_call(before: Reading, after: Reading) -> bool:
    """Whether one blames and the other calls for something: who calls for a deed may well blame how it is done."""
    return {before.act, after.act} & {"criticise"} != set() and bool(before.stance.scale or after.stance.scale)


def _step(a: Predication, b: Predication) -> int:
    """How far levels must lie apart. Reporters write `plans to` for a `will` and `will not` for a `never`; `should` is
    chosen over `must`."""
    return 1 if a.pole > 0 and "duty" in (a.family, b.family) else 2


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
    if not a.scale or a.scale != b.scale or before.is_denied != after.is_denied:
        return
    if not _is_same_matter(before, after, SAME_ACT) or not (before.is_cue and after.is_cue):
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
        and _is_same_matter(before, after, SAME_MATTER)
    )


def _is_forward(reading: Reading) -> bool:
    return reading.is_forward or reading.act in FORWARD


def _acts(before: Reading, after: Reading, found: Comparison) -> None:
    """Something else is done about the same: demanded, then thanked for."""
    a, b = before.stance, after.stance
    if not (a.is_marked and b.is_marked and before.is_cue and after.is_cue) or before.act == after.act:
        return
    if (a.scale and a.scale == b.scale) or _share(before.stems, after.stems) < SAME_ACT or _part(before, after):
        return
    found.changes.append(_finding("act changed", "act", before.cue, after.cue))


def _is_same_matter(before: Reading, after: Reading, share: float) -> bool:
    """Whether both speak of the same things, and of no other battle, no lifting where the other keeps."""
    apart = before.stems ^ after.stems
    return (
        _share(before.stems, after.stems) >= share
        and not _part(before, after)
        and apart.isdisjoint(load_stance_words().turns)
    )


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
