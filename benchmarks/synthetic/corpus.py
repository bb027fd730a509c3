"""The corpus: document number N of a seed is always the same record, whichever others are made."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from random import Random
from typing import Literal

from benchmarks.synthetic.assembly import Filling, assemble, text_of
from benchmarks.synthetic.blocks import Block, Template, cut_templates
from benchmarks.synthetic.casts import Cast, Scene, Vocabulary
from benchmarks.synthetic.pools import Outlet, World

from onrecord.record import Document, Record, document_id

Kind = Literal["original", "copy", "edit", "revision", "retelling"]
# Of all documents: the same text in another outlet, the same lightly edited, a later text at the same address, and
# another report on the same people, places and day. Assumed; one aggregator of news counted 8.7 % of its rows twice.
SHARES: tuple[tuple[Kind, float], ...] = (("copy", 0.08), ("edit", 0.04), ("revision", 0.02), ("retelling", 0.06))
# What is copied was published a few documents before.
REACH = 40
FIRST_DAY, DAYS = date(2015, 1, 1), 3652
# Words a document has at every twentieth of all: log-normal around 400, with a long tail.
LENGTHS = (80, 150, 186, 215, 241, 267, 292, 317, 344, 371, 400, 431, 466, 504, 548, 600, 663, 745, 863, 1073, 3200)


@dataclass(frozen=True, slots=True)
class Making:
    """How a document comes about: of its own, or from an earlier one, which is an original."""

    number: int
    kind: Kind
    origin: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An original before it is written: its day, its outlet and the blocks with who and what stands in them."""

    scene: Scene
    outlet: Outlet
    headline: Filling | None
    body: list[Filling]


class Corpus:
    """Synthetic documents made from coded ones. Raises ValueError where no template has a paragraph."""

    def __init__(self, templates: Sequence[Record], seed: int) -> None:
        self._seed = seed
        self._material = cut_templates(templates)
        if not self._material.templates:
            raise ValueError("no template has a paragraph to make documents from")
        self._vocabulary = Vocabulary(self._material)
        self.world = World(seed)
        self._shares = list(accumulate(share for _, share in SHARES))

    def making(self, number: int) -> Making:
        """How document `number` comes about."""
        random = self._random(number, "making")
        share = bisect(self._shares, random.random())
        if share == len(SHARES) or number == 0:
            return Making(number, "original", number)
        earlier = self.making(max(0, number - 1 - random.randrange(REACH)))
        return Making(number, SHARES[share][0], earlier.origin)

    def record(self, number: int) -> Record:
        """Document `number`."""
        making = self.making(number)
        draft = self._draft(making.origin)
        if making.kind == "original":
            return self._write(draft, number)
        return self._rework(making, draft)

    def _random(self, number: int, purpose: str) -> Random:
        return Random(f"{self._seed} {number} {purpose}")

    def _draft(self, number: int) -> Draft:
        random = self._random(number, "draft")
        day = FIRST_DAY + timedelta(random.randrange(DAYS))
        countries = [self.world.country(random) for _ in range(3)]
        topics = [self._vocabulary.topic(random) for _ in range(2)]
        scene = Scene(str(day), list({country.code: country for country in countries}.values()), topics)
        outlet = self.world.outlet(random)
        body = self._body(scene, _length(random), random)
        first = body[0].cast
        headline = Filling(first, first.template.headline) if first.template.headline else None
        return Draft(scene, outlet, headline, body)

    def _body(self, scene: Scene, words: int, random: Random) -> list[Filling]:
        body: list[Filling] = []
        while words > 0:
            template = random.choice(self._material.templates)
            cast = Cast(template, len(body), scene, self.world, self._vocabulary, random)
            for block in _run(template, words, random):
                body.append(Filling(cast, block))
                words -= block.words
        return body

    def _rework(self, making: Making, draft: Draft) -> Record:
        random = self._random(making.number, making.kind)
        headline, body, outlet = draft.headline, draft.body, draft.outlet
        if making.kind == "retelling":
            casts = _recast(body, {"word": 1.0, "number": 0.5}, random)
            blocks = {filling.cast.number: filling.cast.template.blocks for filling in body}
            body = [
                Filling(casts[number], block)
                for number, each in sorted(blocks.items())
                for block in random.sample(each, max(1, len(each) * 2 // 3))
            ]
        elif making.kind in ("edit", "revision"):
            chances = {"word": 0.06} if making.kind == "edit" else {"word": 0.02, "number": 1.0}
            body = _edit(body, chances, random)
        if making.kind != "revision":
            while outlet == draft.outlet:
                outlet = self.world.outlet(random)
            if headline is not None:
                headline = Filling(headline.cast.recast({"word": 0.7}, random), headline.block)
        return self._write(Draft(draft.scene, outlet, headline, body), making.number, making)

    def _write(self, draft: Draft, number: int, making: Making | None = None) -> Record:
        title = draft.headline.text if draft.headline else " ".join(draft.body[0].text.split()[:9])
        has_headline = draft.headline is not None and draft.outlet.prints_headlines
        fillings = [draft.headline, *draft.body] if draft.headline and has_headline else draft.body
        text = text_of(fillings)
        random = self._random(number, "head")
        day = draft.scene.published
        at = making.origin if making and making.kind == "revision" else number
        modified = f"{day}T{12 + random.randrange(12):02}:{random.randrange(60):02}:00Z"
        country = draft.scene.countries[0].code
        authors = [self.world.person(country, random.choice("fm"), random) for _ in range(random.randrange(3))]
        document = Document(
            id=document_id(text, draft.outlet.name),
            text=text,
            uri=f"https://{draft.outlet.host}/{day.replace('-', '/')}/{at}",
            title=title,
            outlet=draft.outlet.name,
            authors=tuple(f"{author.given} {author.family}" for author in authors),
            published=day,
            modified=modified if at != number else None,
            media_type="text/html",
            digest="sha256:" + sha256(f"<html>{title}\n{text}".encode()).hexdigest(),
        )
        return assemble(fillings, document, self._material.coder)


def synthesize(templates: Sequence[Record], seed: int, count: int, first: int = 0) -> Iterator[Record]:
    """Synthetic records `first` to `first + count` of a seed, made from coded templates.

    Every span of a record slices its text, names are one throughout, dates are moved together. The same seed, templates
    and parser (which tells the templates' nouns from their verbs) give the same records on every platform, and a later
    stretch can be made without the earlier one.
    """
    corpus = Corpus(templates, seed)
    return (corpus.record(number) for number in range(first, first + count))


def _length(random: Random) -> int:
    part, within = divmod(random.random() * (len(LENGTHS) - 1), 1)
    low, high = LENGTHS[int(part)], LENGTHS[int(part) + 1]
    return round(low + (high - low) * within)


def _run(template: Template, words: int, random: Random) -> list[Block]:
    """Blocks of a template that follow one another, as many as are wanted or all."""
    blocks = template.blocks
    total = sum(block.words for block in blocks)
    if words >= total:
        return blocks
    first = 0 if random.random() < 0.5 else random.randrange(len(blocks))
    run: list[Block] = []
    for block in blocks[first:]:
        if words <= 0:
            break
        run.append(block)
        words -= block.words
    return run


def _edit(body: Sequence[Filling], chances: dict[str, float], random: Random) -> list[Filling]:
    """The blocks with some things drawn again, at least one where there is any, and in half of all cases without the
    last one."""
    kept = body[: max(1, len(body) - 1)] if random.random() < 0.5 else body
    for times in (1, 4, 16):
        casts = _recast(body, {kind: chance * times for kind, chance in chances.items()}, random)
        edited = [Filling(casts[filling.cast.number], filling.block) for filling in kept]
        if text_of(edited) != text_of(body):
            break
    return edited


def _recast(body: Sequence[Filling], chances: dict[str, float], random: Random) -> dict[int, Cast]:
    casts = {filling.cast.number: filling.cast for filling in body}
    return {number: cast.recast(chances, random) for number, cast in sorted(casts.items())}
