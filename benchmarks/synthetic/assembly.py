"""Blocks put together to a record: the text, and the annotation at its new places with new ids."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from benchmarks.synthetic.blocks import Block
from benchmarks.synthetic.casts import Cast
from benchmarks.synthetic.dates import moved
from benchmarks.synthetic.pools import Town
from benchmarks.synthetic.slots import is_town

from onrecord.record import (
    Coder,
    Content,
    Counted,
    Cue,
    Document,
    Entity,
    Event,
    Figure,
    Mention,
    Participant,
    Place,
    Record,
    Span,
    Spans,
    Statement,
    Term,
    Time,
    Trigger,
)

PARAGRAPH = "\n\n"
# As the coder says it of a source without an entity.
NOBODY = "points to nobody that the text names"
FORMS = ("pronoun", "nominal", "name")


class Filling:
    """A block, the cast that fills its slots, and the text that comes of both."""

    def __init__(self, cast: Cast, block: Block) -> None:
        self.cast = cast
        self.block = block
        self._pieces = [piece if isinstance(piece, str) else cast.text(piece) for piece in block.pieces]
        self.text = "".join(self._pieces)

    def spans(self, start: int) -> dict[tuple[int, int], Span]:
        """By where a span stands in the template, where it stands when the block begins at `start`."""
        places = list(accumulate(map(len, self._pieces), initial=0))
        text = self.text
        return {
            key: Span(start + places[first], start + places[last], text[places[first] : places[last]])
            for key, (first, last) in self.block.edges.items()
        }


@dataclass(slots=True)
class Met:
    """Somebody met in a document, as which entity of a cast, with the fullest words for them and their mentions."""

    cast: Cast
    entity: Entity
    name: str = ""
    fullness: tuple[int, bool, int] = (-1, False, 0)
    mentions: list[str] = field(default_factory=list)


def text_of(fillings: Sequence[Filling]) -> str:
    """The text of a document of these blocks."""
    return PARAGRAPH.join(filling.text for filling in fillings) + "\n"


def assemble(fillings: Sequence[Filling], document: Document, coder: Coder) -> Record:
    """The record of a document that has the text of these blocks."""
    start = 0
    placed = []
    for filling in fillings:
        placed.append((filling, filling.spans(start)))
        start += len(filling.text) + len(PARAGRAPH)
    mentions, met = _meet(placed)
    ids = {key: f"n{number}" for number, key in enumerate(met, 1)}
    entities = {filling.cast: _entities_of(filling.cast, ids) for filling in fillings}
    parts: dict[str, list[object]] = defaultdict(list)
    for filling, spans in placed:
        _Copy(filling.cast, spans, entities[filling.cast], parts).of(filling.block)
    return Record(
        document,
        coder,
        entities=tuple(_entity(ids[key], each) for key, each in met.items()),
        mentions=tuple(Mention(each.id, each.form, each.spans, ids.get(each.entity or "")) for each in mentions),
        **{part: tuple(items) for part, items in parts.items()},  # type: ignore[arg-type]
    )


def _meet(
    placed: Sequence[tuple[Filling, dict[tuple[int, int], Span]]],
) -> tuple[list[Mention], dict[str, Met]]:
    """The mentions, each with the identity of whom it mentions, and who has more than pronouns for a name."""
    mentions: list[Mention] = []
    met: dict[str, Met] = {}
    for filling, spans in placed:
        for mention in filling.block.items["mentions"]:
            own = tuple(spans[span.start, span.end] for span in mention.spans)
            name = f"m{len(mentions) + 1}"
            key = None
            entity = filling.cast.template.entities.get(mention.entity or "")
            if entity is not None:
                key = filling.cast.identity(entity)
                _mention(met.setdefault(key, Met(filling.cast, entity)), entity, mention, own, name)
            mentions.append(Mention(name, mention.form, own, key))
    known = {key: each for key, each in met.items() if each.fullness[0] > 0 or each.entity.registry}
    return mentions, known


def _mention(met: Met, entity: Entity, mention: Mention, spans: Spans, name: str) -> None:
    met.mentions.append(name)
    is_its_name = entity.name == " ".join(span.text for span in mention.spans)
    words = " ".join(span.text for span in spans)
    fullness = (FORMS.index(mention.form), is_its_name, len(words))
    if fullness > met.fullness:
        met.name, met.fullness = words, fullness


def _entity(name: str, met: Met) -> Entity:
    template, cast = met.entity, met.cast
    person = cast.people.get(template.id)
    country = cast.country(template.country)
    registry = cast.country(template.registry)
    called = met.name if template.name[:4].lower() == "the " else met.name.removeprefix("the ").removeprefix("The ")
    if registry is not None:
        called = cast.world.by_code[registry].name if registry in cast.world.by_code else template.name
    office = cast.value("office", template.id)
    return Entity(
        name, called, template.type, country,
        person.sector if person and office and template.sector else template.sector,
        office or template.role, registry, tuple(met.mentions),
    )  # fmt: skip


def _entities_of(cast: Cast, ids: dict[str, str]) -> dict[str, str | None]:
    """The new id of each entity of a cast's template; None for those that no mention of the document names."""
    return {name: ids.get(cast.identity(entity)) for name, entity in cast.template.entities.items()}


class _Copy:
    """The items of one block made anew; what refers to one another keeps doing so."""

    def __init__(
        self,
        cast: Cast,
        spans: dict[tuple[int, int], Span],
        entities: dict[str, str | None],
        parts: dict[str, list[object]],
    ) -> None:
        self._cast = cast
        self._made = spans
        self._entities = entities
        self._parts = parts
        self._ids: dict[str | None, str] = {}

    def of(self, block: Block) -> None:
        """Adds the block's items to the parts of the record."""
        makers: dict[str, tuple[str, Callable[..., object]]] = {
            "times": ("t", self._time), "places": ("p", self._place), "statements": ("s", self._statement),
            "events": ("e", self._event), "terms": ("x", self._term), "figures": ("f", self._figure),
        }  # fmt: skip
        for part, (letter, _) in makers.items():
            before = len(self._parts[part])
            self._ids |= {item.id: f"{letter}{before + number}" for number, item in enumerate(block.items[part], 1)}
        for part, (_, make) in makers.items():
            self._parts[part] += [make(item, self._ids[item.id]) for item in block.items[part]]

    def _spans(self, spans: Spans) -> Spans:
        if len(spans) == 1:
            return (self._made[spans[0].start, spans[0].end],)
        return tuple(self._made[span.start, span.end] for span in spans)

    def _participant(self, each: Participant | None) -> Participant | None:
        return None if each is None else self._known(each)

    def _known(self, each: Participant) -> Participant:
        return Participant(self._spans(each.spans), self._entities.get(each.entity or ""), each.unresolved)

    def _source(self, each: Participant | None) -> Participant | None:
        if each is None:
            return None
        known = self._known(each)
        return replace(known, unresolved=NOBODY) if each.entity and not known.entity else known

    def _moved(self, value: str | None) -> str | None:
        return None if value is None else moved(value, self._cast.days)

    def _time(self, each: Time, name: str) -> Time:
        edtf = each.edtf if each.kind in ("duration", "set") else self._moved(each.edtf)
        return Time(
            name, self._spans(each.spans), each.kind, edtf, self._moved(each.anchor), self._moved(each.arithmetic)
        )

    def _place(self, each: Place, name: str) -> Place:
        spans = self._spans(each.spans)
        country = self._cast.country(each.country)
        town: Town | None = None
        if is_town(each.feature):
            town = self._cast.value("town", str(each.geonames), each.country or "")
        if town is not None:
            feature = "PPLC" if town.is_capital else "PPL"
            return replace(
                each, id=name, spans=spans, name=town.name, country=country, lat=town.lat, lon=town.lon,
                geonames=town.geonames, feature=feature,
            )  # fmt: skip
        if country != each.country and country in self._cast.world.by_code and each.feature == "PCLI":
            state = self._cast.world.by_code[country]
            return replace(each, id=name, spans=spans, name=state.name, country=country, geonames=state.geonames)
        return replace(each, id=name, spans=spans, country=country)

    def _statement(self, each: Statement, name: str) -> Statement:
        return Statement(
            name,
            self._source(each.source),
            Cue(self._spans(each.cue.spans)) if each.cue else None,
            Content(self._spans(each.content.spans)),
            each.quotation,
            each.confidence,
            each.act,
            self._participant(each.addressee),
            self._ids.get(each.within),
            self._ids.get(each.time),
        )

    def _event(self, each: Event, name: str) -> Event:
        return Event(
            name,
            each.type,
            Trigger(self._spans(each.trigger.spans)),
            each.mode,
            tuple(map(self._known, each.actors)),
            tuple(map(self._known, each.recipients)),
            self._ids.get(each.time),
            self._ids.get(each.place),
            self._ids.get(each.voice),
            each.status,
            self._ids.get(each.within),
            each.root,
            each.contexts,
        )

    def _term(self, each: Term, name: str) -> Term:
        return Term(
            name,
            self._participant(each.subject),
            each.matter,
            each.bound,
            self._ids[each.time],
            self._ids.get(each.voice),
            self._spans(each.spans),
            self._moved(each.edtf),
            self._moved(each.arithmetic),
            each.status,
        )

    def _figure(self, each: Figure, name: str) -> Figure:
        number = self._cast.number_of(each.id)
        return Figure(
            name,
            self._spans(each.spans),
            each.low if number is None else number,
            each.high if number is None else number,
            each.exact,
            Counted(self._spans(each.counts.spans), each.counts.lemma) if each.counts else None,
            each.unit,
            self._ids.get(each.voice),
            self._entities.get(each.entity or ""),
        )
