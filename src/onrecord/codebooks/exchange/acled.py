"""Events and actors in ACLED's types."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from onrecord.codebooks.exchange.lines import rows

Sides = Literal["armed", "civilians"]

# ACLED's kinds of actors in the order of its old numeric codes, 1 to 8, by which an interaction is put together; the
# names as its data has them since the numbers were dropped (2024).
INTERS = (
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
)


@dataclass(frozen=True, slots=True)
class AcledKind:
    """What kind of event it is for ACLED; None for what type and mode do not settle."""

    disorder: str
    event: str | None
    sub_event: str | None


def acled_kind(
    type_: str, mode: str | None, contexts: Collection[str] = (), sides: Sides | None = None
) -> AcledKind | None:
    """ACLED's kind of a PLOVER type, mode and contexts, and of who is involved; None for what ACLED does not code."""
    for key, its_mode, context, its_sides, disorder, event, sub_event in rows("acled.tsv"):
        fits = key == type_ and its_mode in ("", mode) and its_sides in ("", sides)
        if fits and (not context or context in contexts):
            return None if disorder == "none" else AcledKind(disorder, event or None, sub_event or None)
    return None


def inter_of(sector: str | None, kind: str | None, *, is_abroad: bool | None) -> str | None:
    """ACLED's kind of an actor by PLOVER sector and type of entity; None where they do not tell.

    A state's forces are `State forces` at home and `External/Other forces` abroad; where the place is not known, None.
    """
    sector = "GOV" if sector is None and kind == "country" else sector
    inter = next((inter for code, _, inter, _ in rows("armed.tsv") if code == sector), None)
    if inter != "State forces" or is_abroad is False:
        return inter
    return "External/Other forces" if is_abroad else None


def interaction_of(first: str | None, second: str | None, *, is_alone: bool) -> str | None:
    """ACLED's interaction: the two kinds in its order, or `State forces only` for one who is alone."""
    if first is not None and is_alone:
        return f"{first} only"
    if first is None or second is None:
        return None
    return "-".join(sorted((first, second), key=INTERS.index))
