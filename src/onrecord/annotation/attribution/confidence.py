"""How likely what labels and rules find is right; the model says so itself.

Each figure is the share that was right on the PolNeAR documents held back for calibration and on our own examples, of
what labels and rules add to the model there (training/README.md).
"""

from dataclasses import replace

from onrecord.annotation.attribution.draft import Attribution
from onrecord.annotation.attribution.page import Page

LABELLED = 0.97
QUOTED = 0.75
FRAMED = 0.4


def with_confidence(page: Page, found: Attribution) -> Attribution:
    """An attribution with the chance that it is right; its own where it has one."""
    if found.confidence is not None:
        return found
    if [page.text[start:end] for start, end in found.cue] == [":"]:
        return replace(found, confidence=LABELLED)
    return replace(found, confidence=QUOTED if page.is_quoted(*found.content[0]) else FRAMED)
