"""The closed lists that coding rests on, one data file a list. Knows nothing of who looks things up in it."""

from onrecord.codebooks.acts import Act, load_acts, plover_of
from onrecord.codebooks.cues import Cues, load_cues, load_speakers

__all__ = ["Act", "Cues", "load_acts", "load_cues", "load_speakers", "plover_of"]
