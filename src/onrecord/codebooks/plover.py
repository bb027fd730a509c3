"""What PLOVER's event types mean."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: its quad class (verbal or material, cooperation or conflict), how hostile or friendly it is on the
    manual's scale from -10 to 10, and what the actor does in it.
    """

    name: str
    quad: str
    scale: float
    meaning: str


@cache
def load_event_types() -> dict[str, EventType]:
    """The sixteen types by name, in PLOVER's order."""
    lines = (files("onrecord.codebooks") / "plover.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {name: EventType(name, quad, float(scale), meaning) for name, quad, scale, meaning in rows}
