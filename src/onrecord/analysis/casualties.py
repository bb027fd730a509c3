"""How many an event killed, injured or arrested: the figures that stand beside it and say so themselves."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.record import Event, Figure, Record

# What a figure counts where no noun stands (`three were killed`), or the noun itself (`12 deaths`).
LEMMAS = {
    "dead": frozenset("kill die dead death fatality slay".split()),
    "injured": frozenset("wound wounded injure injured hurt injury".split()),
    "arrested": frozenset("arrest arrested detain detained detainee".split()),
}
# Right behind what is counted: `12 people were killed`, `12 dead`; right before it: `killed at least 12`, `killing 12`.
BEHIND = {
    "dead": r"(?:killed|dead|died|slain)",
    "injured": r"(?:wounded|injured|hurt)",
    "arrested": r"(?:arrested|detained)",
}
BEFORE = {
    "dead": r"(?:kill(?:s|ed|ing)|claim(?:s|ed|ing) the lives of|death of)",
    "injured": r"(?:wound(?:s|ed|ing)|injur(?:es|ed|ing))",
    "arrested": r"(?:arrest(?:s|ed|ing)|detain(?:s|ed|ing))",
}
AUXILIARIES = r"(?:\s+(?:were|was|have|has|had|been|being|are|is|others|people|more|also|reportedly))*"
SENTENCE_END = re.compile(r"[.!?]['\"”’»)\]]*\s+(?=['\"“‘«(\[]*[A-Z0-9])|\n\s*")
REACH = 60


# Which events have such people: an assault or a protest kills and injures, coercion and protests lead to arrests.
SUFFERED_IN = {
    "dead": frozenset({"ASSAULT", "PROTEST"}),
    "injured": frozenset({"ASSAULT", "PROTEST"}),
    "arrested": frozenset({"COERCE", "PROTEST"}),
}


@dataclass(frozen=True, slots=True)
class Casualties:
    """The figures that tell how many an event killed, injured or arrested; None where none or several do."""

    dead: Figure | None = None
    injured: Figure | None = None
    arrested: Figure | None = None


class CasualtyFigures:
    """The figures of one record that count casualties, each given to one event.

    That is the nearest event of a fitting type in the figure's sentence, that happened and is the same voice's: what
    one side claims to have killed is never the document's own number.
    """

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._ends = [match.end() for match in SENTENCE_END.finditer(self._text)]
        events: dict[int, list[Event]] = {}
        for event in record.events:
            if event.status in ("happened", "ongoing"):
                events.setdefault(self._sentence(event.trigger.spans[0].start), []).append(event)
        self._told: dict[tuple[str, str], list[Figure]] = {}
        for figure in record.figures:
            what = self._what(figure)
            near = _nearest(figure, what, events.get(self._sentence(figure.spans[0].start), [])) if what else None
            if what and near:
                self._told.setdefault((near.id, what), []).append(figure)

    def of(self, event: Event) -> Casualties:
        """The casualties of an event; of each kind only where one figure alone tells them."""
        told = {what: self._told.get((event.id, what), []) for what in LEMMAS}
        return Casualties(**{what: figures[0] for what, figures in told.items() if len(figures) == 1})

    def _sentence(self, start: int) -> int:
        return bisect_right(self._ends, start)

    def _what(self, figure: Figure) -> str | None:
        """Whether a figure counts dead, injured or arrested people."""
        if figure.unit is not None:
            return None
        for what, lemmas in LEMMAS.items():
            if figure.counts is not None and figure.counts.lemma.lower() in lemmas:
                return what
        start, end = figure.spans[0].start, figure.spans[-1].end
        if figure.counts is not None:
            end = max(end, figure.counts.spans[-1].end)
        before, behind = self._text[max(0, start - REACH) : start], self._text[end : end + REACH]
        for what in LEMMAS:
            if _pattern(what, is_before=True).search(before) or _pattern(what, is_before=False).match(behind):
                return what
        return None


def _nearest(figure: Figure, what: str, events: Sequence[Event]) -> Event | None:
    """The event, of those in the figure's sentence, that the figure stands nearest to."""
    start = figure.spans[0].start
    fitting = [each for each in events if each.type in SUFFERED_IN[what] and each.voice == figure.voice]
    return min(fitting, key=lambda each: abs(each.trigger.spans[0].start - start), default=None)


@cache
def _pattern(what: str, *, is_before: bool) -> re.Pattern[str]:
    if is_before:
        return re.compile(rf"\b{BEFORE[what]}(?:\s+(?:some|another|the|a|an))*\s+$", re.IGNORECASE)
    return re.compile(rf"{AUXILIARIES}\s+{BEHIND[what]}\b", re.IGNORECASE)
