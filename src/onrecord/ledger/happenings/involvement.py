"""What those who act and those who are acted upon say on whether two events are one happening."""

from collections.abc import Iterator, Sequence

from onrecord.ledger.happenings.deeds import CONTESTED, JOINT, SPOKEN
from onrecord.ledger.happenings.parties import Face, best_likeness
from onrecord.ledger.happenings.reasons import EXCLUDES, Reason
from onrecord.ledger.happenings.sketches import Sketch


def parties_of_both(left: Sketch, right: Sketch, deed: str) -> Iterator[Reason]:
    """Who did it may be what is disputed, and speaks little; to whom it was done speaks more."""
    if deed in JOINT:
        yield from _joint(left, right)
        return
    actors = best_likeness(left.actors, right.actors)
    recipients = best_likeness(left.recipients, right.recipients)
    if (actors or 0) < 0.6 and (recipients or 0) < 0.6 and _are_swapped(left, right):
        # `A attacked B` and `B attacked A` can be one fight; `A attacked B` and `B shot A` are two deeds.
        weight = -0.1 if deed in CONTESTED and left.trigger & right.trigger else EXCLUDES
        yield Reason(weight, "who did it to whom is the other way round")
        return
    if actors is not None:
        yield from _graded(actors, EXCLUDES if deed in SPOKEN else -0.05, "who did it")
    if recipients is not None:
        shared = (_own(left.recipients) & _own(right.recipients)) - left.sides - right.sides
        least = -0.3 if deed in CONTESTED else EXCLUDES
        yield from _graded(recipients, least, "to whom it was done", is_particular=bool(shared))
        if min(actors or 0, recipients) >= 0.6 and "not-happened" in (left.row.status, right.row.status):
            # A denial answers what has just been told, though it seldom says of where and when.
            yield Reason(0.1, "the one denies the same of the same to the same", True)
        if recipients == 0 and left.stands_alone and right.stands_alone:
            yield Reason(-0.1, "to whom or what it was done has no word in common")


def _joint(left: Sketch, right: Sketch) -> Iterator[Reason]:
    """Of what is done together everybody counts; one side that is another makes another meeting."""
    one, other = left.actors + left.recipients, right.actors + right.recipients
    if not one or not other:
        return
    if len(one) > len(other):
        one, other = other, one
    grades = [best_likeness((face,), other) or 0.0 for face in one]
    met = sum(grade for grade in grades if grade > 0)
    if met:
        yield Reason(0.25 * min(1.0, met / min(2, len(one))), "who took part agrees", met > 1)
    if any(grade < 0 for grade in grades):
        yield Reason(-1.0, "somebody who took part in one did not in the other")


def _graded(likeness: float, least: float, what: str, *, is_particular: bool = False) -> Iterator[Reason]:
    if likeness > 0:
        yield Reason(0.2 * likeness, f"{what} agrees", is_particular)
    elif likeness < 0:
        yield Reason(least, f"{what} differs")


def _own(faces: Sequence[Face]) -> frozenset[str]:
    return frozenset().union(*(face.own for face in faces))


def _are_swapped(left: Sketch, right: Sketch) -> bool:
    one = best_likeness(left.actors, right.recipients) or 0
    other = best_likeness(left.recipients, right.actors) or 0
    return min(one, other) >= 0.4 and max(one, other) > 0.5
