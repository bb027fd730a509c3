"""The one seam to learned models. Each is a Protocol here; tests pass small stand-ins."""

from onrecord.annotation.models.parser import Parser, SpacyParser
from onrecord.annotation.models.reader import AttributionReader, Found, load_attribution_model

__all__ = ["AttributionReader", "Found", "Parser", "SpacyParser", "load_attribution_model"]
