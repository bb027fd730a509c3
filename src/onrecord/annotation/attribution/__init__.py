"""Who is said to have said what: from a text and its quotations to attributions."""

from onrecord.annotation.attribution.draft import Attribution, AttributionFinder
from onrecord.annotation.attribution.learned import LearnedFinder
from onrecord.annotation.attribution.overlaps import enclosing
from onrecord.annotation.attribution.rules import RuleFinder

__all__ = ["Attribution", "AttributionFinder", "LearnedFinder", "RuleFinder", "enclosing"]
