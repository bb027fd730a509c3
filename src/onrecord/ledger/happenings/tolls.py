"""What the figures told with an event count: the killed, the wounded, the arrested, those who marched."""

import re

from onrecord.ledger.happened import FigureRow
from onrecord.record import Event, Figure, Spans

# What befell people, by the word that tells it. A number before or behind such a word counts them.
FATES = {
    "killed": r"kill(?:ed|ing|s)?|dead|died|die|dies|dying|deaths?|slain|lives|bodies|fatalities",
    "wounded": r"wound(?:ed|ing|s)?|injur(?:ed|ing|es|ies)|hurt",
    "arrested": r"arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|jailed|rounded up",
    "abducted": r"abduct(?:ed|ing|s)?|kidnapp?(?:ed|ing|s)?|hostages?",
    "released": r"releas(?:ed|ing|es)|freed|freeing|frees",
    "displaced": r"displaced|fled|flee(?:ing|s)?|evacuated",
    "missing": r"missing",
}
FATE = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in FATES.items()), re.IGNORECASE)
# What a number of people are when the event alone tells it, by type and mode.
DEEDS = {
    ("PROTEST", None): "protesters",
    ("COERCE", "arrest"): "arrested",
    ("COERCE", "deport"): "expelled",
    ("SANCTION", "expel"): "expelled",
    ("RETREAT", "release"): "released",
    ("ASSAULT", "abduct"): "abducted",
}
# Whoever is counted as people and not as a part of them: 3 soldiers and 12 people can both be right.
PEOPLE = frozenset(
    "people person man inhabitant resident villager civilian victim passenger other prisoner detainee captive hostage "
    "pupil student schoolchild child demonstrator protester marcher supporter diplomat kill dead die death body "
    "fatality life wound wounded injure injured hurt arrest detain abduct kidnap release free".split()
)
FAR = 1_000_000
NEAR = 40
"""How many characters a word that tells somebody's fate may stand from the figure."""


def figure_row(text: str, figure: Figure, event: Event, within: tuple[int, int]) -> FigureRow:
    """A figure as it is told of an event; `within` are the bounds of its sentence."""
    words = " ".join(" ".join(span.text for span in figure.spans).split())
    return FigureRow(words, counted(text, figure, event, within), figure.low, figure.high, figure.unit)


def distance(clause: tuple[int, int], figure: Figure) -> int:
    """How far a figure stands from a clause: 0 within it; in front of it farther than anything behind one."""
    start, end = clause
    first = figure.spans[0].start
    if start <= first < end:
        return 0
    return first - end + 1 if first >= end else FAR + start - first


def counted(text: str, figure: Figure, event: Event, within: tuple[int, int]) -> str | None:
    """What a figure counts: `killed` of people, `soldier killed` of some of them, else the noun's lemma."""
    noun = figure.counts.lemma.lower() if figure.counts else None
    if figure.unit is not None or (noun is None and not _is_participant(figure, event)):
        return noun
    fate = _fate(text, figure, within) if noun is None or _is_human(noun, figure) else None
    if fate is None and _is_participant(figure, event):
        fate = DEEDS.get((event.type, event.mode)) or DEEDS.get((event.type, None))
    if fate is None:
        return noun
    return fate if noun is None or noun in PEOPLE or fate in DEEDS.values() else f"{noun} {fate}"


def _is_human(noun: str, figure: Figure) -> bool:
    return noun in PEOPLE or figure.entity is not None or noun.endswith(("er", "or", "ist", "man", "ant"))


def _fate(text: str, figure: Figure, within: tuple[int, int]) -> str | None:
    """The nearest word that tells a fate; one behind the number comes before one in front of it at equal distance."""
    first, last = figure.spans[0].start, _end_of(figure)
    low, high = max(within[0], first - NEAR), min(within[1], last + NEAR)
    found = []
    for match in FATE.finditer(text, low, high):
        distance = match.start() - last if match.start() >= first else first - match.end() + 1
        # Another number between takes the word for itself: `killed four and wounded eleven`.
        between = text[last : match.start()] if match.start() >= last else text[match.end() : first]
        if not re.search(r"\d|\band\b|,", between):
            found.append((distance, match.lastgroup))
    return min(found)[1] if found else None


def _end_of(figure: Figure) -> int:
    ends = [figure.spans[-1].end, *(span.end for span in (figure.counts.spans if figure.counts else ()))]
    return max(ends)


def _is_participant(figure: Figure, event: Event) -> bool:
    """Whether the number stands within the words for those who act or are acted upon."""
    return any(_covers(each.spans, figure.spans[0].start) for each in event.actors + event.recipients)


def _covers(spans: Spans, place: int) -> bool:
    return any(span.start <= place < span.end for span in spans)
