"""On what side somebody stands in armed violence."""

from typing import Literal

from onrecord.codebooks.exchange.lines import rows

Armed = Literal["state", "group", "civilian"]


def armed_side(sector: str | None, kind: str | None = None) -> Armed | None:
    """A state, an organised armed group or civilians, by a PLOVER sector and the type of an entity.

    A country without a sector is the state itself. None where neither tells.
    """
    if sector is None and kind == "country":
        return "state"
    return next((side for code, side, *_ in rows("armed.tsv") if code == sector), None)  # type: ignore[misc]
