"""The one seam to learned models. Each is a Protocol here; tests pass small stand-ins."""

from onrecord.annotation.models.parser import Parser, SpacyParser

__all__ = ["Parser", "SpacyParser"]
