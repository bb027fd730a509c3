"""Events of our own articles: triggers, types, participants, status and voice against the gold marked in the texts.

    python -m evaluation.events [FOLDER ...] [--errors]

Without folders, evaluation/events/articles (open) and evaluation/events/kept. A found event and one of the gold are the
same where their triggers share a character (one to one, those of the same type first). One table, a column a folder:
triggers found (precision, recall, F1), types right among them and end to end, modes, actors and recipients (half of the
shorter phrase shared, or the same entity), status (accuracy, F1 of each, their mean), and voice: of the events found,
those whose voice is right; apart, those told as the text's own report and those told as somebody's claim. The last line
is one JSON object.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.event_markup import Bounds, MarkedEvent, MarkedText, read_events

import onrecord
from onrecord.record import Event, Participant, Record, Spans

HERE = Path(__file__).parent / "events"
# What has a floor (floors.json): its name there, and the figure.
FLOORED = {"event F1": "event_f1", "voice precision": "voice_precision", "status macro-F1": "status_macro_f1"}


@dataclass
class Score:
    """Counts over texts."""

    gold: int = 0
    found: int = 0
    aligned: int = 0
    typed: int = 0
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    modes: Counter[bool] = field(default_factory=Counter)
    roles: dict[str, Counter[str]] = field(default_factory=lambda: {"actors": Counter(), "recipients": Counter()})
    voices: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def add(self, marked: MarkedText, record: Record, errors: list[str]) -> None:
        """Count one text."""
        self.gold += len(marked.events)
        self.found += len(record.events)
        pairs = list(align(marked.events, record.events))
        self.aligned += len(pairs)
        matched_gold, matched_found = {id(gold) for gold, _ in pairs}, {event.id for _, event in pairs}
        for gold in marked.events:
            if id(gold) not in matched_gold:
                errors.append(
                    f"missed {'|'.join(gold.types)} {words(marked, gold.trigger)!r}: {context(marked, gold.trigger)}"
                )
        for event in record.events:
            if event.id not in matched_found:
                where = context(marked, places(event.trigger.spans))
                errors.append(f"spurious {event.type} {said(event.trigger.spans)!r}: {where}")
        for gold, event in pairs:
            where = f"{words(marked, gold.trigger)!r}: {context(marked, gold.trigger)}"
            self.typed += event.type in gold.types
            if event.type not in gold.types:
                errors.append(f"type {event.type}, not {'|'.join(gold.types)} {where}")
            self.statuses[(gold.status, event.status)] += 1
            if gold.status != event.status:
                errors.append(f"status {event.status}, not {gold.status} {where}")
            if gold.mode:
                self.modes[gold.mode == event.mode] += 1
            for role in ("actors", "recipients"):
                self._add_role(role, getattr(gold, role), getattr(event, role), record, where, errors, marked)
            right = voice_is_right(marked, gold, record, event)
            self.voices[("claim" if event.voice else "own", right)] += 1
            if not right:
                errors.append(f"voice {event.voice}, not {gold.voice} {where}")

    def _add_role(
        self,
        role: str,
        gold: list[Bounds],
        found: Sequence[Participant],
        record: Record,
        where: str,
        errors: list[str],
        marked: MarkedText,
    ) -> None:
        left = list(found)
        for wanted in gold:
            entities = entities_at(record, wanted)
            hit = next((each for each in left if any(overlaps(wanted, piece) for piece in places(each.spans))), None)
            hit = hit or next((each for each in left if each.entity in entities), None)
            if hit is not None:
                left.remove(hit)
                self.roles[role]["right"] += 1
            else:
                self.roles[role]["missed"] += 1
                errors.append(f"{role[:-1]} missed {marked.text[slice(*wanted)]!r} {where}")
        self.roles[role]["spurious"] += len(left)
        errors += [f"{role[:-1]} spurious {said(each.spans)!r} {where}" for each in left]

    def figures(self) -> dict[str, float]:
        """The figures in per cent."""

        def share(part: float, whole: float) -> float:
            return 100 * part / whole if whole else 0.0

        def f1(right: float, found: float, gold: float) -> float:
            return share(2 * right, found + gold)

        out = {
            "trigger_precision": share(self.aligned, self.found),
            "trigger_recall": share(self.aligned, self.gold),
            "trigger_f1": f1(self.aligned, self.found, self.gold),
            "type_accuracy": share(self.typed, self.aligned),
            "event_f1": f1(self.typed, self.found, self.gold),
            "mode_accuracy": share(self.modes[True], self.modes.total()),
        }
        for role, counts in self.roles.items():
            out[f"{role}_f1"] = f1(
                counts["right"], counts["right"] + counts["spurious"], counts["right"] + counts["missed"]
            )
        out["status_accuracy"] = share(sum(n for (a, b), n in self.statuses.items() if a == b), self.statuses.total())
        kinds = sorted({gold for gold, _ in self.statuses})
        by_status = [
            f1(
                self.statuses[(kind, kind)],
                sum(n for (_, b), n in self.statuses.items() if b == kind),
                sum(n for (a, _), n in self.statuses.items() if a == kind),
            )
            for kind in kinds
        ]
        out["status_macro_f1"] = sum(by_status) / len(by_status) if by_status else 0.0
        out |= {f"status_{kind}": value for kind, value in zip(kinds, by_status, strict=True)}
        right = sum(n for (_, ok), n in self.voices.items() if ok)
        out["voice_precision"] = share(right, self.voices.total())
        out["own_report_precision"] = share(
            self.voices[("own", True)], self.voices[("own", True)] + self.voices[("own", False)]
        )
        out["claim_precision"] = share(
            self.voices[("claim", True)], self.voices[("claim", True)] + self.voices[("claim", False)]
        )
        return out


def align(gold: list[MarkedEvent], found: tuple[Event, ...]) -> Iterator[tuple[MarkedEvent, Event]]:
    """Pairs of events whose triggers share a character, each event in one pair at most."""
    options = sorted(
        (
            (event.type not in wanted.types, -shared, i, j)
            for i, wanted in enumerate(gold)
            for j, event in enumerate(found)
            if (shared := sum(overlap(a, b) for a in wanted.trigger for b in places(event.trigger.spans)))
        ),
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, _, i, j in options:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            yield gold[i], found[j]


def voice_is_right(marked: MarkedText, gold: MarkedEvent, record: Record, event: Event) -> bool:
    """Whether the statement that claims an event is the one that the gold says: by its cue, its source's words, or
    its source's entity."""
    if gold.voice is None or event.voice is None:
        return gold.voice is None and event.voice is None
    voice = marked.voices[gold.voice]
    statement = next(each for each in record.statements if each.id == event.voice)
    if statement.cue and any(overlap(a, b) for a in voice.cue for b in places(statement.cue.spans)):
        return True
    source = places(statement.source.spans) if statement.source else []
    if any(overlap(a, b) for a in voice.source for b in source):
        return True
    speaker = statement.source.entity if statement.source else None
    return any(speaker in entities_at(record, piece) for piece in voice.source)


def entities_at(record: Record, place: Bounds) -> set[str]:
    """The entities whose mentions are about the words at a place."""
    return {
        mention.entity
        for mention in record.mentions
        if mention.entity
        and any(2 * overlap(place, b) > max(place[1] - place[0], b[1] - b[0]) for b in places(mention.spans))
    }


def places(spans: Spans) -> list[Bounds]:
    """Spans as pairs."""
    return [(span.start, span.end) for span in spans]


def overlap(one: Bounds, other: Bounds) -> int:
    """How many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def overlaps(one: Bounds, other: Bounds) -> bool:
    """Whether two phrases share half of the shorter one."""
    return 2 * overlap(one, other) >= min(one[1] - one[0], other[1] - other[0])


def words(marked: MarkedText, pieces: list[Bounds]) -> str:
    """The words of a broken stretch."""
    return " … ".join(marked.text[start:end] for start, end in pieces)


def said(spans: Spans) -> str:
    """The words of spans."""
    return " … ".join(span.text for span in spans)


def context(marked: MarkedText, pieces: list[Bounds]) -> str:
    """The line around a stretch, shortened."""
    start = max(marked.text.rfind("\n", 0, pieces[0][0]) + 1, pieces[0][0] - 90)
    end = marked.text.find("\n", pieces[0][1])
    return marked.text[start : min(end if end >= 0 else len(marked.text), pieces[0][1] + 90)]


def read_folder(folder: Path) -> Iterator[MarkedText]:
    """The texts of a folder's articles and sentences, or of one such file."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else [folder]:
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".article":
            yield read_events(content)
        elif path.suffix == ".sentences":
            yield from (read_events(line) for line in content.splitlines() if line.strip() and not line.startswith("#"))


def score(folder: Path, errors: list[str]) -> Score:
    """The installed coder against the texts of a folder; what is wrong goes to `errors`."""
    total = Score()
    for marked in read_folder(folder):
        total.add(marked, onrecord.read(marked.text), errors)
    return total


def open_figures() -> dict[str, float]:
    """What has a floor, of the open articles."""
    figures = score(HERE / "articles", []).figures()
    return {name: figures[key] for name, key in FLOORED.items()}


def table(scores: dict[str, Score]) -> str:
    """One table: what has a floor first, then all else."""
    figures = {name: each.figures() for name, each in scores.items()}
    keys = list(dict.fromkeys(key for each in figures.values() for key in each))
    rows = [
        ("events in the gold", [str(each.gold) for each in scores.values()]),
        ("events found", [str(each.found) for each in scores.values()]),
        ("  the same", [str(each.aligned) for each in scores.values()]),
    ]
    for key in (*FLOORED.values(), *(key for key in keys if key not in FLOORED.values())):
        name = key.replace("_", " ").replace(" f1", " F1")
        rows.append((name, [f"{each[key]:.1f}" if key in each else "–" for each in figures.values()]))
    head = f"{'':24}" + "".join(f"{name:>12}" for name in scores)
    return "\n".join([head, *(f"{name:24}" + "".join(f"{cell:>12}" for cell in cells) for name, cells in rows)])


def main() -> None:
    """Print the table, and as the last line all figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[HERE / "articles", HERE / "kept"])
    parser.add_argument("--errors", action="store_true", help="list what is wrong (never of the kept articles)")
    options = parser.parse_args()
    scores: dict[str, Score] = {}
    for folder in options.folders:
        errors: list[str] = []
        scores[folder.name] = score(folder, errors)
        if options.errors and folder.name != "kept":
            print("\n".join(sorted(errors)))
    print(table(scores))
    rounded = {name: {key: round(value, 1) for key, value in each.figures().items()} for name, each in scores.items()}
    print(json.dumps(rounded))


if __name__ == "__main__":
    main()
