"""What a decision on some fields of an item means for its others: what was reckoned from the old value goes."""

from collections.abc import Collection, Mapping
from typing import Any

from onrecord.codebooks.events import MODES
from onrecord.record import Event, Place, Statement, Term, Time

LOCATED = ("lat", "lon", "geonames", "feature", "precision_km", "near", "iso")


def consequences(item: Any, changes: Mapping[str, Any], *, is_whole: bool) -> dict[str, Any]:
    """The fields that change with those a person decided on, and were not decided on themselves.

    `is_whole` says that the person found the item right as a whole.
    """
    changed = {field for field, value in changes.items() if getattr(item, field) != value}
    return {field: None for field in _stale(item, changes, changed, is_whole) if field not in changes}


def _stale(item: Any, changes: Mapping[str, Any], changed: Collection[str], is_whole: bool) -> Collection[str]:
    if isinstance(item, Statement):
        # The coder's chance of being right says nothing of what a person says is right.
        return ("confidence",) if is_whole or "content" in changes else ()
    if isinstance(item, Event) and "type" in changed:
        return () if item.mode in MODES.get(changes["type"], ()) else ("mode",)
    if isinstance(item, Time) and "edtf" in changed:
        return ("anchor", "arithmetic")
    if isinstance(item, Term) and "edtf" in changed:
        return ("arithmetic",)
    if isinstance(item, Place):
        # Another town lies elsewhere, another point is another town, and an area has no point.
        moved = changed & {"geonames", "lat", "lon"} if isinstance(changed, set) else ()
        return LOCATED if moved else ("lat", "lon") if changes.get("kind") == "area" else ()
    return ()
