"""Terms: facts with a bound in time, such as mandates, deadlines, ceasefires."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record.entities import Participant
from onrecord.record.events import Status
from onrecord.record.spans import Spans

Bound = Literal["from", "until", "by"]


@dataclass(frozen=True, slots=True)
class Term:
    """What holds from, until or by a time, and the statement (`voice`) that says so.

    `spans` are the words that tell it. `edtf` is the date of the bound itself, a point or a short period, where the
    time's value tells it or it can be reckoned (`arithmetic`: `2024-04-29 + P30D = 2024-05-29`); None for no date.
    `status` is None for what is fixed, else what the text says of it: only demanded, planned or possible, or denied.
    """

    id: str
    subject: Participant | None
    matter: str
    bound: Bound
    time: str
    voice: str | None = None
    spans: Spans = ()
    edtf: str | None = None
    arithmetic: str | None = None
    status: Status | None = None
