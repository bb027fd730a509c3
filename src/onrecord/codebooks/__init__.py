"""The closed lists that coding rests on, one data file a list. Knows nothing of who looks things up in it."""

from onrecord.codebooks.acts import Act, load_acts, plover_of
from onrecord.codebooks.cues import Cues, load_cues, load_speakers
from onrecord.codebooks.plover import EventType, load_event_types

__all__ = ["Act", "Cues", "EventType", "load_acts", "load_cues", "load_event_types", "load_speakers", "plover_of"]
