"""The coder: runs the steps over a document and signs the record."""

from functools import cache
from importlib.metadata import version

from onrecord.annotation.actors import ActorResolver
from onrecord.annotation.attribution import AttributionFinder, LearnedFinder, RuleFinder
from onrecord.annotation.entities import ActorFinder
from onrecord.annotation.layers import Layers
from onrecord.annotation.models import (
    EventReader,
    Parser,
    SpacyParser,
    load_actor_models,
    load_attribution_model,
    load_event_model,
)
from onrecord.annotation.places import PlaceFinder
from onrecord.annotation.steps import make_steps
from onrecord.codebooks.acts import acts_version
from onrecord.codebooks.events import lexicon_version
from onrecord.codebooks.figures import figures_version
from onrecord.codebooks.gazetteer import load_gazetteer
from onrecord.codebooks.registry import load_full_registry
from onrecord.codebooks.terms import terms_version
from onrecord.record import Coder, Document, Record


class DocumentCoder:
    """Turns documents into records. The same document gives the same record."""

    def __init__(
        self,
        parser: Parser,
        finder: AttributionFinder,
        actors: ActorFinder | None = None,
        places: PlaceFinder | None = None,
        events: EventReader | None = None,
    ) -> None:
        self.steps = make_steps(parser, finder, actors, places, events)
        versions = {"attribution": finder.version, "parser": parser.version, "acts": acts_version()}
        versions |= {"terms": terms_version(), "figures": figures_version()}
        versions |= (actors.versions if actors else {}) | (places.versions if places else {})
        versions |= {"events": f"{events.version}, {lexicon_version()}" if events else lexicon_version()}
        self._coder = Coder("onrecord", version("onrecord"), versions)

    @property
    def identity(self) -> str:
        """Name, version and models of this coder as one line: two coders that may differ have different ones."""
        return self._coder.identity

    def code(self, document: Document) -> Record:
        """The record of a document."""
        layers = Layers(document)
        for step in self.steps:
            layers = step(layers)
        return Record(
            document=document,
            coder=self._coder,
            entities=layers.actors.entities,
            mentions=layers.actors.mentions,
            times=layers.times,
            places=layers.places,
            statements=layers.statements,
            events=layers.events,
            terms=layers.terms,
            figures=layers.figures,
        )


@cache
def default_coder() -> DocumentCoder:
    """The coder as shipped; its models are loaded on the first call."""
    registry = load_full_registry()
    actors = ActorFinder(ActorResolver(registry), load_actor_models())
    places = PlaceFinder(load_gazetteer(), registry)
    events = load_event_model()
    return DocumentCoder(SpacyParser(), LearnedFinder(load_attribution_model(), RuleFinder()), actors, places, events)
