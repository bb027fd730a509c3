"""The closed lists that coding rests on, one data file a list. Knows nothing of who looks things up in it."""

from onrecord.codebooks.cues import Cues, load_cues, load_speakers

__all__ = ["Cues", "load_cues", "load_speakers"]
