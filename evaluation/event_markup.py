"""Gold events in the text itself: triggers, participants and voices marked in articles and sentences.

    python -m evaluation.event_markup FILE...      check files and count what they hold

`{1 ASSAULT:aerial happened v=2 shelled}` is the trigger of event 1: its PLOVER type (`AGREE|CONCEDE` where either is
right), a mode if one fits, its status, its voice (`v=2`, the innermost statement that claims it; none where the text
itself reports it), then its words; `{1 talks}` adds words to the trigger of event 1 (`{1 CONSULT happened held} long
{1 talks}`). `[a1,r2 Russian troops]` is an actor of event 1 and a recipient of event 2; `<s2 the ministry>` and
`<q2 said>` are source and cue of statement 2. Marks may stand in marks.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from onrecord.codebooks.events import TYPES
from onrecord.codebooks.events.modes import MODES as MODES_BY_TYPE
from onrecord.record import Status

Bounds = tuple[int, int]
MODES = frozenset(mode for modes in MODES_BY_TYPE.values() for mode in modes)
STATUSES = frozenset(get_args(Status))
PARTICIPANT = re.compile(r"\[([ar]\d+(?:,[ar]\d+)*) ")
TRIGGER = re.compile(r"\{(\d+) (?:([A-Z]+(?:\|[A-Z]+)*)(?::([a-z-]+))? ([a-z-]+) (?:v=(\d+) )?)?")
VOICE = re.compile(r"<([sq])(\d+) ")
CLOSING = {"]": "[", "}": "{", ">": "<"}


@dataclass
class MarkedEvent:
    """One event of the gold."""

    number: int
    types: tuple[str, ...] = ()
    mode: str | None = None
    status: str = ""
    voice: int | None = None
    trigger: list[Bounds] = field(default_factory=list)
    actors: list[Bounds] = field(default_factory=list)
    recipients: list[Bounds] = field(default_factory=list)


@dataclass
class MarkedVoice:
    """Source and cue of a statement that claims events."""

    source: list[Bounds] = field(default_factory=list)
    cue: list[Bounds] = field(default_factory=list)


@dataclass
class MarkedText:
    """A text without its marks, and what they say."""

    text: str
    events: list[MarkedEvent]
    voices: dict[int, MarkedVoice]


def read_events(marked: str) -> MarkedText:
    """The text and its events. Raises ValueError, saying where, for marks that do not pair up or say what is none."""
    text: list[str] = []
    length = position = 0
    events: dict[int, MarkedEvent] = {}
    voices: dict[int, MarkedVoice] = {}
    waiting: list[tuple[str, list[list[Bounds]], int]] = []
    while position < len(marked):
        char = marked[position]
        targets: list[list[Bounds]] | None = None
        match: re.Match[str] | None = None
        if match := PARTICIPANT.match(marked, position):
            targets = []
            for label in match[1].split(","):
                event = events.setdefault(int(label[1:]), MarkedEvent(int(label[1:])))
                targets.append(event.actors if label[0] == "a" else event.recipients)
        elif match := TRIGGER.match(marked, position):
            event = events.setdefault(int(match[1]), MarkedEvent(int(match[1])))
            if match[2]:
                _describe(event, match, marked[position : position + 60])
            targets = [event.trigger]
        elif match := VOICE.match(marked, position):
            voice = voices.setdefault(int(match[2]), MarkedVoice())
            targets = [voice.source if match[1] == "s" else voice.cue]
        if match and targets is not None:
            waiting.append((char, targets, length))
            position = match.end()
        elif char in CLOSING and waiting:
            opened, targets, start = waiting.pop()
            if opened != CLOSING[char]:
                raise ValueError(f"{opened} is closed by {char} before {marked[position + 1 : position + 40]!r}")
            for target in targets:
                target.append((start, length))
            position += 1
        elif char in "[]{}<>":
            raise ValueError(f"{char} opens or closes no mark: {marked[max(0, position - 20) : position + 40]!r}")
        else:
            text.append(char)
            length += 1
            position += 1
    if waiting:
        raise ValueError(f"{waiting[-1][0]} is not closed")
    for event in events.values():
        if not event.types:
            raise ValueError(f"event {event.number} has no trigger with a type")
        if event.voice is not None and event.voice not in voices:
            raise ValueError(f"event {event.number} has voice {event.voice}, whose source or cue is not marked")
    return MarkedText("".join(text), sorted(events.values(), key=lambda event: event.trigger), voices)


def _describe(event: MarkedEvent, match: re.Match[str], where: str) -> None:
    if event.types:
        raise ValueError(f"event {event.number} is described twice: {where!r}")
    types = tuple(match[2].split("|"))
    for kind in types:
        if kind not in TYPES:
            raise ValueError(f"{kind} is no PLOVER type: {where!r}")
    if match[3] and match[3] not in MODES:
        raise ValueError(f"{match[3]} is no PLOVER mode: {where!r}")
    if match[4] not in STATUSES:
        raise ValueError(f"{match[4]} is no status: {where!r}")
    event.types, event.mode, event.status = types, match[3], match[4]
    event.voice = int(match[5]) if match[5] else None


def main() -> int:
    """Check the files named on the command line: `.article` whole, `.sentences` a text a line."""
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    texts = voiced = wrong = 0
    for name in sys.argv[1:]:
        content = Path(name).read_text(encoding="utf-8")
        pieces = [content] if name.endswith(".article") else content.splitlines()
        for number, piece in enumerate(pieces, 1):
            if not piece.strip() or piece.startswith("#"):
                continue
            try:
                read = read_events(piece)
            except ValueError as error:
                print(f"{name}:{number}: {error}")
                wrong += 1
                continue
            texts += 1
            for event in read.events:
                types[event.types[0]] += 1
                statuses[event.status] += 1
                voiced += event.voice is not None
    print(f"{texts} texts, {types.total()} events, {voiced} with a voice, {wrong} wrong")
    print("  ".join(f"{kind} {count}" for kind, count in types.most_common()))
    print("  ".join(f"{status} {count}" for status, count in statuses.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
