"""The learned attribution model, as the rest of the annotation sees it."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Protocol

from onrecord.annotation.paragraphs import Bounds


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

    def read(self, text: str) -> Sequence[Found]:
        """The attributions of a text, in reading order."""


@cache
def load_attribution_model() -> AttributionReader:
    """The model as shipped. Raises ModelError where its files are missing or altered."""
    from onrecord.annotation.models.attribution import AttributionModel

    with as_file(files("onrecord.annotation.models.attribution") / "weights") as folder:
        return AttributionModel(folder)
