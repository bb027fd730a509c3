"""The corpora on which actors are learned: GUM, and news of PolNeAR's training part annotated by us as offsets."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.alignment import align
from evaluation.gum_entities import mention_of, read_gum

OURS: Final = Path(__file__).parent / "coreference"
GUM_KINDS: Final = {"person": "person", "organization": "organisation", "place": "place"}
OUR_KINDS: Final = {"person": "person", "group": "person", "country": "place", "polity": "place"}
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the gold says of a span: its entity and whether it is a person, an organisation, a place or other.

    Both are None where it has no such mention; `kind` too where it would not say.
    """

    group: str | None
    kind: str | None


@dataclass(frozen=True)
class Annotated:
    """A text and its gold. `answers` gives what that says of spans of the text."""

    name: str
    text: str
    published: str | None
    answers: Callable[[Sequence[Bounds]], list[Answer]]


def gum(folder: Path) -> Iterator[Annotated]:
    """The documents of a folder of GUM, whose every noun phrase has a kind."""
    for path in sorted(folder.glob("*.conllu")):
        gold = read_gum(path)

        def answers(spans: Sequence[Bounds], gold: object = gold) -> list[Answer]:
            found = [mention_of(gold, span) for span in spans]  # type: ignore[arg-type]
            return [
                Answer(each.group, GUM_KINDS.get(each.kind, "other")) if each else Answer(None, "other")
                for each in found
            ]

        yield Annotated(path.stem, gold.text, gold.published, answers)


def news(texts: Path) -> Iterator[Annotated]:
    """Our annotations of actors over PolNeAR's texts; what is none there may be a place or anything else."""
    for part in sorted(OURS.glob("*.json")):
        for document in json.loads(part.read_text(encoding="utf-8"))["documents"]:
            with (texts / f"{document['document']}.txt").open(encoding="utf-8", newline="") as file:
                text = file.read()
            kinds = {label: OUR_KINDS.get(kind, "organisation") for label, kind in document["entities"].items()}
            mentions = [((start, end), label) for start, end, label in document["mentions"]]

            def answers(spans: Sequence[Bounds], mentions: object = mentions, kinds: object = kinds) -> list[Answer]:
                pairs = align([bounds for bounds, _ in mentions], spans)  # type: ignore[attr-defined]
                labels = {ours: mentions[theirs][1] for theirs, ours in pairs.items()}  # type: ignore[index]
                return [
                    Answer(labels[number], kinds[labels[number]]) if number in labels else Answer(None, None)  # type: ignore[index]
                    for number in range(len(spans))
                ]

            yield Annotated(document["document"], text, document["document"].split("_")[1], answers)
