"""Other people's codebooks: what our types, modes, acts, sectors and countries are in GDELT's, ACLED's and UCDP's.

The tab-separated files beside this file are meant to be read, and corrected, by political scientists. A conversion that
a codebook does not settle is left out, never guessed.
"""

from onrecord.codebooks.exchange.acled import AcledKind, Sides, acled_kind, inter_of, interaction_of
from onrecord.codebooks.exchange.armed import Armed, armed_side
from onrecord.codebooks.exchange.cameo import Cameo, CameoActor, cameo_actor, cameo_of
from onrecord.codebooks.exchange.fips import fips_of
from onrecord.codebooks.exchange.lines import rows

__all__ = [
    "AcledKind",
    "Armed",
    "Cameo",
    "CameoActor",
    "Sides",
    "acled_kind",
    "armed_side",
    "cameo_actor",
    "cameo_of",
    "fips_of",
    "inter_of",
    "interaction_of",
    "rows",
]
