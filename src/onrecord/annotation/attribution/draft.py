"""Attributions as they are found, before they become the statements of a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence

Pieces = tuple[Bounds, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and a content by their places in the text; a source or cue that the text lacks is empty.

    `confidence` is the chance that it is right (0 to 1): the content about the true one, and the source the true one.
    None where its finder gives none.
    """

    source: Pieces
    cue: Pieces
    content: Pieces
    confidence: float | None = None

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        return min(piece[0] for piece in self.source + self.cue + self.content)

    @property
    def length(self) -> int:
        """Characters of content."""
        return sum(end - start for start, end in self.content)


class AttributionFinder(Protocol):
    """Finds who is said to have said what. Rules on a parse here; a learned model takes the same place."""

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""

    def find(
        self, text: str, paragraphs: Sequence[Bounds], quotations: Sequence[Quote], sentences: Sequence[Sentence]
    ) -> list[Attribution]:
        """The attributions of a text, those within the content of others included, in no particular order."""
