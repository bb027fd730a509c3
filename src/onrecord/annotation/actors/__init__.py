"""Actors: who the words for a person, a body or a state mean."""

from onrecord.annotation.actors.identity import Identity
from onrecord.annotation.actors.resolver import ActorResolver

__all__ = ["ActorResolver", "Identity"]
