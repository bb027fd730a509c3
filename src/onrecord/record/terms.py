"""Terms: facts with a bound in time, such as mandates, deadlines, ceasefires."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record.entities import Participant

Bound = Literal["from", "until", "by"]


@dataclass(frozen=True, slots=True)
class Term:
    """What holds from, until or by a time, and the statement (`voice`) that says so."""

    id: str
    subject: Participant | None
    matter: str
    bound: Bound
    time: str
    voice: str | None = None
