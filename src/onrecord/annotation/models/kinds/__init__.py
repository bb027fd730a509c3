"""The learned reader of kinds: whether a phrase is about people, an organisation, a place or something else."""

from onrecord.annotation.models.kinds.model import KindModel

__all__ = ["KindModel"]
