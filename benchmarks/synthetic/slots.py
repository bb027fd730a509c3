"""What of a template's text is replaced, and by what kind of thing: names, places, dates, numbers and common words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.personal_names import parse_name
from onrecord.codebooks.registry import Entry, cut_words, load_registry, load_roles
from onrecord.record import Entity, Record, Spans

Kind = Literal["date", "number", "town", "person", "office", "body", "country", "word"]
# Small words too: with the same ones between them, all documents of one template would be taken for edited copies.
TAGS = frozenset("NN NNS JJ VB VBD VBG VBN VBZ IN DT RB".split())
# Words of these forms that hold a sentence together, or whose meaning the annotation rests on.
KEPT = frozenset(
    "be been being have has had do does did is was were get got last next other same own many first second such more "
    "most new former late early only several few later earlier much today year month week day hour time percent "
    "that if whether because while although though unless until since before after than not never".split()
)
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in for the same thing throughout a template; `of` says which thing, `part` which words for it.

    | kind | `of` | `part` |
    | date | the time's id | the number of its span |
    | number | the figure's id | |
    | town | its GeoNames id | the code of its country |
    | person | the entity's id | full, given or family |
    | office, body | the entity's id | the body's type |
    | country | its code | name, adjective, people or seat |
    | word | in lower case | its Penn tag |
    """

    kind: Kind
    of: str
    part: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a slot stands in the text."""

    start: int
    end: int
    slot: Slot


def find_slots(record: Record, sentences: Sequence[Sentence]) -> list[Place]:
    """The places of a record's text to be filled anew, in text order; none crosses an edge of a span of the record."""
    edges = sorted({edge for _, span in record.spans() for edge in (span.start, span.end)})
    taken = bytearray(len(record.document.text))
    found = []
    for place in _candidates(record, sentences):
        is_free = not any(taken[place.start : place.end])
        if is_free and not any(place.start < edge < place.end for edge in edges):
            taken[place.start : place.end] = b"\1" * (place.end - place.start)
            found.append(place)
    return sorted(found, key=lambda place: place.start)


def is_town(feature: str | None) -> bool:
    """Whether a place's feature code is a populated place's."""
    return bool(feature and feature.startswith("PPL"))


def _candidates(record: Record, sentences: Sequence[Sentence]) -> Iterator[Place]:
    """What could be replaced, the most particular first."""
    for time in record.times:
        for number, span in enumerate(time.spans):
            yield Place(span.start, span.end, Slot("date", time.id, str(number)))
    for figure in record.figures:
        for span in figure.spans:
            match = NUMBER.search(span.text)
            if match and figure.unit != "%" and figure.low == figure.high == int(match[0].replace(",", "")):
                yield Place(span.start + match.start(), span.start + match.end(), Slot("number", figure.id))
    for place in record.places:
        if is_town(place.feature) and place.geonames and place.country and place.kind == "point":
            for span in place.spans:
                yield _cased(span.start, span.text, Slot("town", str(place.geonames), place.country))
    for entity in record.entities:
        yield from _names(record, entity)
    for code in sorted(_countries(record)):
        yield from _country_words(record.document.text, load_registry()[code])
    for entity in record.entities:
        yield from _offices(record, entity)
    yield from _words(record, sentences)


def _names(record: Record, entity: Entity) -> Iterator[Place]:
    if entity.registry is not None:
        return
    for spans in _mentions(record, entity, "name"):
        for span in spans:
            if entity.type == "person":
                yield from _parts_of_name(entity, span.start, span.text)
            else:
                article = re.match(r"(?:the|The) ", span.text)
                start = article.end() if article else 0
                yield Place(span.start + start, span.end, Slot("body", entity.id, entity.type))


def _parts_of_name(entity: Entity, start: int, text: str) -> Iterator[Place]:
    """Given and family names within a mention, together where they stand together."""
    name = parse_name(text)
    kinds = {**dict.fromkeys(name.given, "given"), **dict.fromkeys(name.family, "family")}
    words = [word for word in cut_words(text) if word.text[:1].isupper()]
    run = [word for word in words if word.folded in kinds]
    if not run:
        return
    parts = sorted({kinds[word.folded] for word in run}, reverse=True)
    part = "full" if len(parts) == 2 else parts[0]
    yield Place(start + run[0].start, start + run[-1].end, Slot("person", entity.id, part))


def _offices(record: Record, entity: Entity) -> Iterator[Place]:
    """The words for what somebody is, where they stand alone: `the minister`, not `the transport minister`."""
    if entity.type != "person" or not entity.role or not any(_mentions(record, entity, "name")):
        return
    found = []
    for form in ("name", "nominal"):
        for spans in _mentions(record, entity, form):
            for span in spans:
                for match in re.finditer(rf"(?<!\w){re.escape(entity.role)}(?!\w)", span.text, re.IGNORECASE):
                    before = record.document.text[: span.start + match.start()].split()[-1:]
                    if match.start() and before and before[0].islower() and before[0] not in ("the", "a", "his", "her"):
                        return
                    found.append(_cased(span.start + match.start(), match[0], Slot("office", entity.id)))
    yield from found


def _countries(record: Record) -> set[str]:
    entries = load_registry().entries
    codes = {entity.registry for entity in record.entities} | {place.country for place in record.places}
    return {code for code in codes if code and code in entries and entries[code].kind == "country"}


def _country_words(text: str, entry: Entry) -> Iterator[Place]:
    words = dict.fromkeys((entry.name, *entry.aliases), "name")
    words |= {word: "people" if word.endswith("s") else "adjective" for word in entry.demonyms}
    words |= dict.fromkeys(entry.seats[:1], "seat")
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if len(word) > 3:
            for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                yield Place(match.start(), match.end(), Slot("country", entry.id, words[word]))


def _words(record: Record, sentences: Sequence[Sentence]) -> Iterator[Place]:
    kept = bytearray(len(record.document.text))
    for span in _kept_spans(record):
        kept[span[0] : span[1]] = b"\1" * (span[1] - span[0])
    for sentence in sentences:
        for word in sentence.words:
            plain = word.text.lower()
            is_word = (
                plain.isalpha()
                and (len(plain) > 2 or word.tag in ("IN", "DT"))
                and (word.text[1:].islower() or len(plain) == 1)
            )
            is_free = plain not in KEPT and not word.dep.startswith("aux") and not any(kept[word.start : word.end])
            # What somebody is decides the sector and the type that the annotation gives.
            if is_word and is_free and word.tag in TAGS and not load_roles().get(cut_words(plain)):
                yield _cased(word.start, word.text, Slot("word", plain, word.tag))


def _kept_spans(record: Record) -> Iterator[tuple[int, int]]:
    """Where words stand that the annotation is about."""
    kept: list[Spans] = [time.spans for time in record.times]
    kept += [place.spans for place in record.places]
    kept += [statement.cue.spans for statement in record.statements if statement.cue]
    kept += [event.trigger.spans for event in record.events]
    kept += [figure.counts.spans for figure in record.figures if figure.counts]
    kept += [mention.spans for mention in record.mentions if mention.form == "name"]
    for spans in kept:
        yield from ((span.start, span.end) for span in spans)


def _mentions(record: Record, entity: Entity, form: str) -> Iterator[Spans]:
    for mention in record.mentions:
        if mention.entity == entity.id and mention.form == form:
            yield mention.spans


def _cased(start: int, text: str, slot: Slot) -> Place:
    """A slot whose filling is written as the text has it: in capitals, or with one at the beginning."""
    case = "upper" if text.isupper() and len(text) > 1 else "first" if text[:1].isupper() else ""
    return Place(start, start + len(text), Slot(slot.kind, slot.of, slot.part, case))


def words_by_tag(slots: Iterable[Slot]) -> dict[str, tuple[str, ...]]:
    """The words of word slots by tag, the commonest first."""
    counts: dict[str, Counter[str]] = {}
    for slot in slots:
        if slot.kind == "word":
            counts.setdefault(slot.part, Counter())[slot.of] += 1
    return {tag: tuple(sorted(count, key=lambda word: (-count[word], word))) for tag, count in sorted(counts.items())}
