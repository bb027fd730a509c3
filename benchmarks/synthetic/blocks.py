"""Templates cut into blocks: paragraphs with their annotation, ready to be put together anew.

A block's text is a list of pieces, each a string or the number of a slot, cut at every edge of a span. A span is then a
pair of numbers, the edges between pieces, whatever stands in the slots.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from benchmarks.synthetic.slots import Place, Slot, find_slots, words_by_tag
from benchmarks.synthetic.templates import UNDATED, day_of

from onrecord.annotation.models import SpacyParser
from onrecord.annotation.paragraphs import find_paragraphs
from onrecord.record import Coder, Entity, Event, Figure, Record, Span, Spans, Statement, Term

# A first line of fewer words is a headline, unless it ends as a sentence does.
LONGEST_HEADLINE = 25
SENTENCE_ENDS = (".", '."', ".”", ".»", ":")
# What a slot stands for: its kind, `of`, and the tag of a word or the country of a town.
Thing = tuple[str, str, str]
PARTS = ("mentions", "times", "places", "statements", "events", "terms", "figures")


@dataclass(slots=True)
class Block:
    """A paragraph, or several that one thing runs over, and what is annotated in it.

    `edges` has for every span of an item, by its place in the template, the numbers of the edges where it begins and
    ends.
    """

    pieces: list[str | int]
    edges: dict[tuple[int, int], tuple[int, int]]
    items: dict[str, list[Any]]
    words: int


@dataclass(slots=True)
class Template:
    """A record cut up: its headline if it has one, its blocks in text order, its entities and its slots.

    `things` numbers the distinct things that slots stand for, `thing_of` has the number of each slot's.
    """

    record: Record
    day: str
    headline: Block | None
    blocks: list[Block]
    slots: list[Slot]
    things: dict[Thing, int]
    thing_of: list[int]
    entities: dict[str, Entity] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Material:
    """All templates, and the words that stand in for one another, by Penn tag, the commonest first."""

    templates: list[Template]
    words: dict[str, tuple[str, ...]]
    coder: Coder


def cut_templates(records: Sequence[Record]) -> Material:
    """The material that records are made into; those without a paragraph beside the headline are left out."""
    templates = [template for template in map(cut_template, records) if template.blocks]
    return Material(templates, words_by_tag(slot for each in templates for slot in each.slots), records[0].coder)


def cut_template(record: Record) -> Template:
    """One record cut up."""
    paragraphs = find_paragraphs(record.document.text)
    places = find_slots(record, SpacyParser().parse(record.document.text, paragraphs))
    slots = list(dict.fromkeys(place.slot for place in places))
    numbers = {slot: number for number, slot in enumerate(slots)}
    things = {thing: number for number, thing in enumerate(dict.fromkeys(map(_thing, slots)))}
    blocks = list(_cut_blocks(record, _join(record, paragraphs), places, numbers))
    is_short = len(blocks) > 1 and blocks[0].words < LONGEST_HEADLINE
    headline = blocks.pop(0) if is_short and not str(blocks[0].pieces[-1]).endswith(SENTENCE_ENDS) else None
    return Template(
        record, day_of(record) or UNDATED, headline, blocks, slots, things,
        [things[_thing(slot)] for slot in slots], {each.id: each for each in record.entities}, _genders(record),
    )  # fmt: skip


def spans_of(item: object) -> Iterator[Spans]:
    """The spans of an item and of its parts."""
    parts: tuple[Any, ...]
    if isinstance(item, Statement):
        parts = (item.source, item.cue, item.content, item.addressee)
    elif isinstance(item, Event):
        parts = (item.trigger, *item.actors, *item.recipients)
    elif isinstance(item, Term):
        yield item.spans
        parts = (item.subject,)
    elif isinstance(item, Figure):
        yield item.spans
        parts = (item.counts,)
    else:
        yield item.spans  # type: ignore[attr-defined]
        return
    yield from (part.spans for part in parts if part is not None)


def _thing(slot: Slot) -> Thing:
    return slot.kind, slot.of, slot.part if slot.kind in ("word", "town") else ""


def _join(record: Record, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs, those as one that a thing, or a thing and what it refers to, runs over."""
    reach = {item.id: _bounds(item) for part in PARTS for item in getattr(record, part)}
    together = [[item.id, *_needs(item)] for part in PARTS for item in getattr(record, part)]
    stretches = [(min(reach[each][0] for each in ids), max(reach[each][1] for each in ids)) for ids in together]
    joined: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        if joined and any(start < joined[-1][1] and end > paragraph[0] for start, end in stretches):
            joined[-1] = (joined[-1][0], paragraph[1])
        else:
            joined.append(paragraph)
    return joined


def _needs(item: object) -> list[str]:
    """The ids of what an item cannot stand without in one block."""
    fields = ("within", "voice", "time", "place")
    return [value for name in fields if isinstance(value := getattr(item, name, None), str)]


def _bounds(item: object) -> tuple[int, int]:
    spans = [span for each in spans_of(item) for span in each]
    return min(span.start for span in spans), max(span.end for span in spans)


def _cut_blocks(
    record: Record, bounds: Sequence[tuple[int, int]], places: Sequence[Place], numbers: dict[Slot, int]
) -> Iterator[Block]:
    text = record.document.text
    for start, end in bounds:
        items = {
            part: [item for item in getattr(record, part) if start <= _bounds(item)[0] and _bounds(item)[1] <= end]
            for part in PARTS
        }
        spans = {span for each in items.values() for item in each for spans in spans_of(item) for span in spans}
        inside = [place for place in places if start <= place.start and place.end <= end]
        yield _cut_block(text, (start, end), items, spans, inside, numbers)


def _cut_block(
    text: str,
    bounds: tuple[int, int],
    items: dict[str, list[Any]],
    spans: Iterable[Span],
    places: Sequence[Place],
    numbers: dict[Slot, int],
) -> Block:
    slots = {place.start: place for place in places}
    cuts = {*bounds, *(edge for span in spans for edge in (span.start, span.end))}
    cuts |= {edge for place in places for edge in (place.start, place.end)}
    ordered = sorted(cuts)
    pieces = [numbers[slots[start].slot] if start in slots else text[start:end] for start, end in pairwise(ordered)]
    number = {cut: index for index, cut in enumerate(ordered)}
    edges = {(span.start, span.end): (number[span.start], number[span.end]) for span in spans}
    return Block(pieces, edges, items, len(text[bounds[0] : bounds[1]].split()))


def _genders(record: Record) -> dict[str, str]:
    """Of entities that pronouns point to: f or m."""
    pronouns = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
    found: dict[str, str] = {}
    for mention in record.mentions:
        gender = pronouns.get(mention.spans[0].text.lower())
        if gender and mention.entity:
            found.setdefault(mention.entity, gender)
    return found
