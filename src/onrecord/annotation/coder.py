"""The coder: runs the steps over a document and signs the record."""

from functools import cache
from importlib.metadata import version

from onrecord.annotation.attribution import AttributionFinder, LearnedFinder, RuleFinder
from onrecord.annotation.layers import Layers
from onrecord.annotation.models import Parser, SpacyParser, load_attribution_model
from onrecord.annotation.steps import make_steps
from onrecord.record import Coder, Document, Record


class DocumentCoder:
    """Turns documents into records. The same document gives the same record."""

    def __init__(self, parser: Parser, finder: AttributionFinder) -> None:
        self.steps = make_steps(parser, finder)
        self._coder = Coder("onrecord", version("onrecord"), {"attribution": finder.version, "parser": parser.version})

    @property
    def identity(self) -> str:
        """Name, version and models of this coder as one line: two coders that may differ have different ones."""
        return self._coder.identity

    def code(self, document: Document) -> Record:
        """The record of a document."""
        layers = Layers(document)
        for step in self.steps:
            layers = step(layers)
        return Record(document=document, coder=self._coder, times=layers.times, statements=layers.statements)


@cache
def default_coder() -> DocumentCoder:
    """The coder as shipped; its models are loaded on the first call."""
    return DocumentCoder(SpacyParser(), LearnedFinder(load_attribution_model(), RuleFinder()))
