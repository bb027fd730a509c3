"""Whether two events are tellings of one happening: what speaks for it and what against it."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger.happened import EventRow
from onrecord.ledger.happenings.circumstances import days_of_both, places_of_both, scenes_of_both
from onrecord.ledger.happenings.involvement import parties_of_both
from onrecord.ledger.happenings.reasons import EXCLUDES, Reason
from onrecord.ledger.happenings.sketches import Sketch, sketch
from onrecord.ledger.happenings.wording import deeds_of_both, figures_of_both, within_document, words_of_both

THRESHOLD = 0.5
"""The score from which two are taken to tell of one happening."""
NOTHING_PARTICULAR = Reason(-0.45, "nothing that is particular to one happening is told of both")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How likely two are one happening, 0 to 1, with the reasons in words; a sum of weights, no probability.

    `is_excluded` says that both cannot be one whatever else they share: other deeds, days or towns.
    """

    score: float
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()
    is_excluded: bool = False


def same_happening(left: EventRow, right: EventRow) -> Evidence:
    """Whether two events tell of one happening.

    Conservative: of a deed of one kind on one day both must tell something more that few share, the town, who or what
    was hit, a number; two attacks of one war on one day in two towns are two.
    """
    return compare(sketch(left), sketch(right))


def compare(left: Sketch, right: Sketch) -> Evidence:
    """The same of rows made ready."""
    deed = next((deed for deed in left.deeds if deed in right.deeds), None)
    if deed is None:
        return Evidence(0.0, (), (f"{left.row.type} and {right.row.type} are no names of one deed",), True)
    reasons = list(days_of_both(left.days, right.days))
    if reasons and reasons[0].weight <= EXCLUDES:
        return Evidence(0.0, (), (reasons[0].words,), True)
    reasons += _all_but_days(left, right, deed)
    if not any(reason.is_particular for reason in reasons):
        reasons.append(NOTHING_PARTICULAR)
    total = sum(reason.weight for reason in reasons)
    excluded = any(reason.weight <= EXCLUDES for reason in reasons)
    return Evidence(
        0.0 if excluded else round(max(0.0, min(1.0, total)), 3),
        tuple(reason.words for reason in reasons if reason.weight > 0),
        tuple(reason.words for reason in reasons if reason.weight < 0),
        excluded,
    )


def _all_but_days(left: Sketch, right: Sketch, deed: str) -> Iterator[Reason]:
    yield from deeds_of_both(left, right)
    yield from places_of_both(left.where, right.where)
    yield from scenes_of_both(left, right)
    yield from parties_of_both(left, right, deed)
    yield from words_of_both(left, right)
    yield from figures_of_both(left.row, right.row)
    if left.row.document == right.row.document:
        yield from within_document(left, right, deed)
