"""What the words of two events say on whether they are one happening, and how they stand to one another in a text."""

from collections.abc import Iterator

from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings.deeds import JOINT, SPOKEN
from onrecord.ledger.happenings.parties import best_likeness, generic_stems
from onrecord.ledger.happenings.reasons import Reason
from onrecord.ledger.happenings.sketches import Sketch, state_stems

# A word that refers back stands this near, in characters, to what it refers to.
NEAR = 600


def deeds_of_both(left: Sketch, right: Sketch) -> Iterator[Reason]:
    """One type and mode, or two that can be names of one deed."""
    one, other = left.row, right.row
    if one.type != other.type:
        yield Reason(0.1, f"{one.type} and {other.type} can be names of one deed")
    elif one.mode is not None and one.mode == other.mode:
        yield Reason(0.3, f"both are {one.type} {one.mode}")
    else:
        yield Reason(0.25, f"both are {one.type}")
    if left.is_past != right.is_past:
        yield Reason(-0.15, f"one is {one.status}, the other {other.status}")
    # `Nobody negotiates with us` does not deny a visit, whoever paid it.
    is_denied = one.status != other.status and "not-happened" in (one.status, other.status)
    if is_denied and _is_of_talks(left, right) and not left.trigger & right.trigger:
        yield Reason(-0.3, "one denies other talks than the other tells of")


def _is_of_talks(left: Sketch, right: Sketch) -> bool:
    return bool(JOINT & set(left.deeds) & set(right.deeds))


def words_of_both(left: Sketch, right: Sketch) -> Iterator[Reason]:
    """Names of the clauses, and other words, that both have; those of states and sides are everybody's."""
    if left.trigger & right.trigger:
        yield Reason(0.05, "one word tells of both")
    if left.clause == right.clause:
        return
    sides = left.sides | right.sides
    names = (left.names & right.names) - sides
    if names:
        weight = min(0.3, 0.15 + 0.05 * len(names))
        yield Reason(weight, f"names in common: {', '.join(sorted(names)[:5])}", True)
    elif left.names - sides and right.names - sides:
        yield Reason(-0.15, "each names what the other does not")
    shared = (left.words & right.words) - left.trigger - right.trigger - names
    fewest = min(len(left.words), len(right.words))
    if shared and fewest:
        weight = round(0.2 * min(1.0, len(shared) / max(4, fewest)), 3)
        telling = shared - generic_stems() - state_stems() - sides
        yield Reason(weight, f"words in common: {', '.join(sorted(shared)[:5])}", len(telling) > 1)


def figures_of_both(one: EventRow, other: EventRow) -> Iterator[Reason]:
    """A number in common speaks for one; different ones are what accounts differ in."""
    pairs = [(a, b) for a in one.figures for b in other.figures if a.counts is not None and a.counts == b.counts]
    if any(a.low == b.low and a.high == b.high and (a.low or 0) > 3 for a, b in pairs):
        yield Reason(0.15, "a number in common", True)


def within_document(left: Sketch, right: Sketch, deed: str) -> Iterator[Reason]:
    """What refers back: `the attack` of what was told before, what came of it, its denial, another's word on it.

    Words follow upon words: two promises in one sentence are two.
    """
    one, other = sorted((left, right), key=lambda each: each.row.start)
    apart = other.row.start - one.row.end
    refers_back = left.is_bare or right.is_bare
    if apart > NEAR or (deed in SPOKEN and not refers_back):
        return
    if apart <= 0:
        yield Reason(0.25, "told in one clause", True)
    elif refers_back or (other.is_outcome and not _differ(left, right)):
        # Of several the nearest is meant.
        yield Reason(round(0.45 - 0.15 * apart / NEAR, 3), "the one only refers to what the other tells", True)
    elif _answers(one, other):
        yield Reason(0.2, "the one is another's word on what is told near it", True)
    elif left.is_past and right.is_past and best_likeness(left.recipients, right.recipients) == 0:
        yield Reason(-0.2, "told one after the other, of different things")
    else:
        yield Reason(0.1, "told near one another")


def _differ(left: Sketch, right: Sketch) -> bool:
    """Whether both name who did it, and those are two."""
    return (best_likeness(left.actors, right.actors) or 0) < 0


def _answers(one: Sketch, other: Sketch) -> bool:
    """Whether the later denies the former, or is of another voice and tells no day and place of its own."""
    told = best_likeness(one.actors, other.actors), best_likeness(one.recipients, other.recipients)
    grades = [grade for grade in told if grade is not None]
    is_one_word = bool(one.trigger & other.trigger)
    if "not-happened" in (one.row.status, other.row.status):
        return is_one_word or any(grade > 0.5 for grade in grades)
    is_framed = other.row.first is None and other.where is None
    is_anothers = other.row.voices != one.row.voices and bool(other.row.voices)
    return is_framed and is_anothers and all(grade > 0 for grade in grades) and (is_one_word or bool(grades))
