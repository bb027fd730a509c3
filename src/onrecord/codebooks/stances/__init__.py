"""The words by which a position is told: for and against, with what force, on what condition.

The tab-separated files beside this one are meant to be read and mended by those who know the language of diplomacy.
"""

from onrecord.codebooks.stances.loading import (
    ActStance,
    Family,
    Force,
    Pole,
    StanceWords,
    load_act_stances,
    load_stance_words,
)

__all__ = ["ActStance", "Family", "Force", "Pole", "StanceWords", "load_act_stances", "load_stance_words"]
