"""The steps of annotation, in order. A new step is a new module and a line here."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.annotation.acts import find_acts
from onrecord.annotation.attribution import AttributionFinder
from onrecord.annotation.entities import NO_ACTORS, ActorFinder, Actors
from onrecord.annotation.events import make_events
from onrecord.annotation.figures import make_figures
from onrecord.annotation.layers import Layers
from onrecord.annotation.models import EventReader, Parser
from onrecord.annotation.paragraphs import find_paragraphs
from onrecord.annotation.places import PlaceFinder
from onrecord.annotation.quotations import find_quotations
from onrecord.annotation.readable import make_readable, split_datelines
from onrecord.annotation.statements import make_statements
from onrecord.annotation.terms import make_terms
from onrecord.annotation.times import find_times
from onrecord.record import Place


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the layers it requires, the layer it provides, and how."""

    requires: tuple[str, ...]
    provides: str
    run: Callable[[Layers], object]

    def __call__(self, layers: Layers) -> Layers:
        """The layers with what this step finds."""
        return replace(layers, **{self.provides: self.run(layers)})  # type: ignore[arg-type]


def make_steps(
    parser: Parser,
    finder: AttributionFinder,
    actors: ActorFinder | None = None,
    places: PlaceFinder | None = None,
    events: EventReader | None = None,
) -> tuple[Step, ...]:
    """The steps with what they use put in; without `actors` nobody is looked for, without `places` no place, and
    without `events` only what the lexicon knows."""

    def find_actors(at: Layers) -> Actors:
        if actors is None:
            return NO_ACTORS
        return actors.find(at.document, at.paragraphs, at.quotations, at.sentences, at.attributions)

    def find_places(at: Layers) -> tuple[Place, ...]:
        if places is None:
            return ()
        return places.find(at.document.text, at.paragraphs, at.sentences, at.actors)

    return (
        Step(("document",), "paragraphs", lambda at: tuple(find_paragraphs(at.document.text))),
        Step(
            ("document", "paragraphs"),
            "quotations",
            lambda at: tuple(find_quotations(at.document.text, at.paragraphs)),
        ),
        Step(
            ("document", "paragraphs", "quotations"),
            "sentences",
            lambda at: tuple(
                parser.parse(
                    make_readable(at.document.text, at.quotations, at.paragraphs),
                    split_datelines(at.document.text, at.paragraphs),
                )
            ),
        ),
        Step(
            ("document", "paragraphs", "quotations", "sentences"),
            "attributions",
            lambda at: tuple(finder.find(at.document.text, at.paragraphs, at.quotations, at.sentences)),
        ),
        Step(("document", "paragraphs", "quotations", "sentences", "attributions"), "actors", find_actors),
        Step(
            ("document", "quotations", "sentences", "attributions", "actors"),
            "acts",
            lambda at: find_acts(at.document.text, at.quotations, at.sentences, at.attributions, at.actors),
        ),
        Step(
            ("document", "paragraphs", "sentences"),
            "times",
            lambda at: find_times(at.document.text, at.document.published, at.paragraphs, at.sentences),
        ),
        Step(
            ("document", "quotations", "sentences", "attributions", "actors", "acts", "times"),
            "statements",
            lambda at: make_statements(
                at.document.text, at.quotations, at.sentences, at.attributions, at.actors, at.acts, at.times
            ),
        ),
        Step(("document", "paragraphs", "sentences", "actors"), "places", find_places),
        Step(
            ("document", "paragraphs", "sentences", "actors", "times", "places", "statements"),
            "events",
            lambda at: make_events(
                at.document.text,
                at.sentences,
                at.actors.mentions,
                at.times,
                at.statements,
                at.places,
                at.document.published,
                events,
                at.paragraphs,
                at.actors.entities,
            ),
        ),
        Step(
            ("document", "sentences", "actors", "times", "statements"),
            "terms",
            lambda at: make_terms(at.document.text, at.sentences, at.actors.mentions, at.times, at.statements),
        ),
        Step(
            ("document", "sentences", "actors", "times", "statements"),
            "figures",
            lambda at: make_figures(at.document.text, at.sentences, at.actors.mentions, at.times, at.statements),
        ),
    )
