"""Statements: attribution relations, who is said to have said, thought or wanted what."""

from dataclasses import dataclass
from typing import Any, Literal

from onrecord.record.entities import Participant
from onrecord.record.serialization import to_plain
from onrecord.record.spans import Spans

Quotation = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute: `said`, `according to`, `expressed regret`."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Content:
    """What is attributed; its quotation marks and its `that` belong to it."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Statement:
    """A source (who), a cue (the words that attribute), a content (what is attributed).

    `quotation` is direct where all of the content stands in quotation marks, mixed where part of it does,
    indirect where none does. `confidence` is the chance, 0 to 1, that the content and its source are right, as
    calibrated on held-out text (docs/model-card.md), null where the coder gives none. `within` is the id of the
    statement in whose content this one stands.
    """

    id: str
    source: Participant | None
    cue: Cue | None
    content: Content
    quotation: Quotation
    confidence: float | None = None
    act: str | None = None
    addressee: Participant | None = None
    within: str | None = None
    time: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The statement as its JSON object."""
        plain: dict[str, Any] = to_plain(self)
        return plain
