"""The one seam to learned models. Each is a Protocol here; tests pass small stand-ins."""

from onrecord.annotation.models.parser import Parser, SpacyParser
from onrecord.annotation.models.reader import (
    ActorModels,
    AttributionReader,
    EventReader,
    Found,
    KindReader,
    PairReader,
    WordVectors,
    load_actor_models,
    load_attribution_model,
    load_event_model,
)

__all__ = [
    "ActorModels",
    "AttributionReader",
    "EventReader",
    "Found",
    "KindReader",
    "PairReader",
    "Parser",
    "SpacyParser",
    "WordVectors",
    "load_actor_models",
    "load_attribution_model",
    "load_event_model",
]
