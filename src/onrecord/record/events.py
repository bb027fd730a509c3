"""Events: who did what to whom, as whose claim."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record.entities import Participant
from onrecord.record.spans import Spans

Status = Literal["happened", "ongoing", "not-happened", "planned", "demanded", "possible"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that tell of an event."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event; `voice` is the id of the statement that claims it, None where the document itself reports it.

    `within` is the id of the event whose content this one is: what was promised, demanded, refused, threatened. `root`
    is true where the event is what its sentence tells, false where it stands in a subordinate phrase (as GDELT's
    IsRootEvent). `contexts` are PLOVER's.
    """

    id: str
    type: str
    trigger: Trigger
    mode: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    time: str | None = None
    place: str | None = None
    voice: str | None = None
    status: Status = "happened"
    within: str | None = None
    root: bool = True
    contexts: tuple[str, ...] = ()
