"""Events as rows, made by hand, for tests of happenings and disputes."""

from dataclasses import replace
from typing import Any

from onrecord.ledger import EventRow, FigureRow, Party

ARMY = Party("the army", "Sudanese army", None, None, "SDN", "MIL")
REBELS = Party("rebels of the Front", "Northern Front", None, None, "SDN", "REB")
MARKET = Party("a crowded market")

SHELLED = EventRow(
    document="d1", uri=None, heading="A market is hit", outlet="Harbour Wire", published="2023-08-14", event="e1",
    type="ASSAULT", mode="heavy-weapons", status="happened", actors=(ARMY,), recipients=(MARKET,), first="2023-08-13",
    last="2023-08-13", place="El Obeid", place_country="SDN", geonames=379003, voice=None, voices=(), figures=(),
    trigger="shelled", words="the army shelled a crowded market in El Obeid on Sunday", start=100, end=155,
)  # fmt: skip


def telling(document: str = "d1", **fields: Any) -> EventRow:
    """One of the shelling of a market, changed in these fields; each document has an outlet of its own."""
    return replace(SHELLED, document=document, outlet=fields.pop("outlet", f"Outlet {document}"), **fields)


def undated(document: str = "d1", **fields: Any) -> EventRow:
    """The same without a day and a place."""
    nowhere = {"first": None, "last": None, "place": None, "place_country": None, "geonames": None}
    return telling(document, **(nowhere | fields))


def said_by(name: str) -> dict[str, Any]:
    """The fields of what somebody claims."""
    return {"voice": "s1", "voices": (Party(name, name),)}


def toll(words: str, low: float | None, high: float | None, counts: str = "killed") -> dict[str, Any]:
    """The fields of a telling with a number."""
    return {"figures": (FigureRow(words, counts, low, high),)}
