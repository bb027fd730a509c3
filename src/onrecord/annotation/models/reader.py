"""The learned models, as the rest of the annotation sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Protocol

from onrecord.annotation.paragraphs import Bounds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class Found(Protocol):
    """One attribution: each role's code-point offsets in reading order, none where the text has none."""

    @property
    def source(self) -> tuple[Bounds, ...]:
        """Who."""

    @property
    def cue(self) -> tuple[Bounds, ...]:
        """The words that attribute."""

    @property
    def content(self) -> tuple[Bounds, ...]:
        """What is attributed."""

    @property
    def confidence(self) -> float:
        """The calibrated chance, 0 to 1, that content and source are right."""


class AttributionReader(Protocol):
    """Reads attributions out of a text."""

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""

    def read(self, text: str, *, part: bool = False) -> Sequence[Found]:
        """The attributions of a text, in reading order; `part` says that it is a piece of one already read."""


@cache
def load_attribution_model() -> AttributionReader:
    """The model as shipped. Raises ModelError where its files are missing or altered."""
    from onrecord.annotation.models.attribution import AttributionModel

    with as_file(files("onrecord.annotation.models.attribution") / "weights") as folder:
        return AttributionModel(folder)


class WordVectors(Protocol):
    """What an encoder makes of words."""

    @property
    def version(self) -> str:
        """Name and version of the encoder."""

    def of(self, text: str, heads: Sequence[int]) -> "tuple[Vectors, Vectors]":
        """Of the words that begin at `heads` a row each: vectors in the text's context, and vectors by themselves."""


class KindReader(Protocol):
    """Rates noun phrases by what they are about."""

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""

    def read(self, context: "Vectors", lexical: "Vectors", clues: Sequence[Sequence[float]]) -> "Vectors":
        """A row a phrase: its chances to be about a person, an organisation, a place, something else.

        The vectors are those of its head word, `clues` what annotation/mentions/clues.py tells of it.
        """


class PairReader(Protocol):
    """Rates the chains that a mention may belong to."""

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""

    def rate(self, rows: Sequence[Sequence[float]]) -> Sequence[float]:
        """The chance of each of a mention's candidates, from its features (annotation/coreference/pairs.py)."""


class EventReader(Protocol):
    """Rates words as triggers of events."""

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""

    @property
    def types(self) -> tuple[str, ...]:
        """What the columns of `read` stand for: `none` and the PLOVER types."""

    def read(self, text: str, starts: Sequence[int]) -> "Vectors":
        """A row for each word that begins at `starts`: its chances to tell of an event of each type."""


@cache
def load_event_model() -> EventReader:
    """The reader as shipped. Raises ModelError where its files are missing or altered."""
    from onrecord.annotation.models.attribution import AttributionModel
    from onrecord.annotation.models.events import EventEncoder, EventModel

    attribution = load_attribution_model()
    assert isinstance(attribution, AttributionModel)
    with as_file(files("onrecord.annotation.models.events") / "weights") as folder:
        return EventModel(attribution, EventEncoder(folder))


@dataclass(frozen=True, slots=True)
class ActorModels:
    """What is learned about actors: vectors, kinds of phrases, pairs of mentions."""

    vectors: WordVectors
    kinds: KindReader
    pairs: PairReader


@cache
def load_actor_models() -> ActorModels:
    """The models as shipped. Raises ModelError where their files are missing or altered."""
    from onrecord.annotation.models.attribution import AttributionModel, AttributionVectors
    from onrecord.annotation.models.kinds import KindModel
    from onrecord.annotation.models.pairs import PairModel

    encoder = load_attribution_model()
    assert isinstance(encoder, AttributionModel)
    here = files("onrecord.annotation.models")
    with as_file(here / "kinds" / "weights") as kinds, as_file(here / "pairs" / "weights") as pairs:
        return ActorModels(AttributionVectors(encoder), KindModel(kinds, encoder.version), PairModel(pairs))
