"""The learned rating of a mention beside a chain it may belong to."""

from onrecord.annotation.models.pairs.model import PairModel

__all__ = ["PairModel"]
