"""What the days and places of two events say on whether they are one happening."""

from collections.abc import Iterator

from onrecord.ledger.happenings.reasons import Reason
from onrecord.ledger.happenings.sketches import Days, Sketch, Where

MONTH = 31


def days_of_both(one: Days | None, other: Days | None) -> Iterator[Reason]:
    """Told days that agree speak for one; days apart exclude it. What only the documents' dates tell is weak."""
    if one is None or other is None:
        return
    gap = one.gap(other)
    if one.is_told and other.is_told:
        if gap == 0 and one.is_narrow and other.is_narrow:
            yield Reason(0.25, "the days that are told agree")
        elif gap == 0:
            yield Reason(0.05, "the times that are told can be one")
        elif gap == 1:
            yield Reason(-0.05, "the days that are told are next to one another")
        else:
            yield Reason(-1.0, f"{gap} days lie between the days that are told")
    elif gap > MONTH:
        yield Reason(-1.0, f"{gap} days lie between them by the dates of their documents")
    elif gap:
        yield Reason(-0.25, "their documents' dates speak for different days")


def places_of_both(one: Where | None, other: Where | None) -> Iterator[Reason]:
    """One town speaks for one; two towns exclude it."""
    if one is None or other is None:
        return
    both = f"{one.words} and {other.words}"
    if are_one_place(one, other):
        yield Reason(0.15 if one.is_country else 0.25, f"both are in {one.words}", not one.is_country)
    elif one.country and other.country and one.country != other.country:
        yield Reason(-1.0, f"{both} lie in different countries")
    elif one.is_country or other.is_country:
        yield Reason(0.05, f"{both} lie in one country")
    elif set(one.folded.split()) & set(other.folded.split()):
        yield Reason(0.1, f"{both} share a name", True)
    elif one.geonames is not None and other.geonames is not None:
        yield Reason(-1.0, f"{both} are two places")
    else:
        yield Reason(-0.25, f"{both} are named differently")


def scenes_of_both(left: Sketch, right: Sketch) -> Iterator[Reason]:
    """What is told around an event without a day or place of its own: where it goes on from."""
    if left.row.document == right.row.document or not (left.scene or right.scene):
        return
    days, others = left.scene_days, right.scene_days
    places, elsewhere = left.scene_where, right.scene_where
    if days is not None and others is not None and days.gap(others) > 1:
        yield Reason(-0.3, "what is told around them is of other days")
    elif places is not None and elsewhere is not None and not are_one_place(places, elsewhere):
        yield Reason(-0.3, "what is told around them is of other places")
    elif days is not None and others is not None and places is not None and elsewhere is not None:
        yield Reason(0.25, "what is told around them is of one day and place", not places.is_country)


def are_one_place(one: Where, other: Where) -> bool:
    """Whether both are one by GeoNames, or by their names where it does not have both."""
    if one.geonames is not None and other.geonames is not None:
        return one.geonames == other.geonames
    return one.folded == other.folded
