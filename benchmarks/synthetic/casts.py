"""Who and what stands in a template's slots in one document: the same person under every name, the same town twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from benchmarks.synthetic.blocks import Material, Template, Thing
from benchmarks.synthetic.dates import rewritten
from benchmarks.synthetic.pools import Country, Frequencies, Person, Town, World, load_topics
from benchmarks.synthetic.slots import NUMBER, Slot

from onrecord.record import Entity

# Of the nouns that could be, how many are the document's topic's.
TOPICAL = 0.12
# How often the countries of a further template are those that the document is about already, and its people too.
SHARED = 0.7
FACTORS = (0.3, 0.5, 0.8, 1.0, 1.2, 1.7, 2.5, 4.0)


@dataclass(slots=True)
class Scene:
    """What a whole document shares: its day, its countries and topics, and the people met so far."""

    published: str
    countries: list[Country]
    topics: list[int]
    people: list[Person] = field(default_factory=list)


class Vocabulary:
    """The material's words, the commonest drawn most often."""

    def __init__(self, material: Material) -> None:
        self.words = material.words
        self._ranks = {tag: Frequencies(len(words), 20.0) for tag, words in material.words.items()}
        self._topic = Frequencies(len(load_topics()), 2.0)
        self._phrase = Frequencies(5, 1.0)

    def topic(self, random: Random) -> int:
        """The number of a topic."""
        return self._topic.draw(random)

    def word(self, tag: str, topics: list[int], random: Random) -> str:
        """A word with a tag, or a noun of one of the topics."""
        if tag in ("NN", "NNS") and random.random() < TOPICAL:
            return load_topics()[random.choice(topics)][tag == "NNS"][self._phrase.draw(random)]
        return self.words[tag][self._ranks[tag].draw(random)]


class Cast:
    """One template's slots filled for one document; drawn whole, so that leaving out a block changes no other."""

    def __init__(
        self, template: Template, number: int, scene: Scene, world: World, vocabulary: Vocabulary, random: Random
    ) -> None:
        self.template = template
        self.number = number
        # Whole weeks, so that a Tuesday stays one.
        self.days = 7 * round((date.fromisoformat(scene.published) - date.fromisoformat(template.day)).days / 7)
        self.world = world
        self._scene, self._vocabulary = scene, vocabulary
        self._countries: dict[str, Country] = {}
        self._towns: list[Town] = []
        self.people: dict[str, Person] = {}
        self._values: list[Any] = [self._draw(thing, random) for thing in template.things]
        self._texts: list[str | None] = [None] * len(template.slots)

    def recast(self, chances: Mapping[str, float], random: Random) -> "Cast":
        """The same with some of its words and numbers drawn again, each by the chance of its kind."""
        other = object.__new__(Cast)
        for name in ("template", "number", "days", "people", "world", "_scene", "_vocabulary", "_countries", "_towns"):
            setattr(other, name, getattr(self, name))
        other._values = [
            self._draw(thing, random) if random.random() < chances.get(thing[0], 0.0) else value
            for thing, value in zip(self.template.things, self._values, strict=True)
        ]
        other._texts = [None] * len(self._texts)
        return other

    def text(self, number: int) -> str:
        """What stands in a slot."""
        text = self._texts[number]
        if text is None:
            slot = self.template.slots[number]
            text = self._text(slot, self._values[self.template.thing_of[number]])
            text = text.upper() if slot.case == "upper" else text[0].upper() + text[1:] if slot.case else text
            self._texts[number] = text
        return text

    def value(self, kind: str, of: str, part: str = "") -> Any:
        """What was drawn for a thing; None where nothing stands in for it."""
        number = self.template.things.get((kind, of, part))
        return None if number is None else self._values[number]

    def identity(self, entity: Entity) -> str:
        """What makes entities of several casts one: the person, the registry's entry or the body's name."""
        person = self.people.get(entity.id)
        if person is not None:
            return person.key
        if entity.registry is not None:
            return self.country(entity.registry) or entity.registry
        return self.value("body", entity.id) or f"{self.number} {entity.id}"

    def country(self, code: str | None) -> str | None:
        """The code that stands in for a country's code."""
        return self._countries[code].code if code in self._countries else code

    def _draw(self, thing: Thing, random: Random) -> Any:
        kind, of, part = thing
        if kind == "word":
            return self._vocabulary.word(part, self._scene.topics, random)
        if kind == "country":
            return self._country(of, random)
        if kind == "town":
            return self._town(part, random)
        if kind == "person":
            return self._person(of, random)
        if kind == "office":
            person = self.people.get(of) or self._person(of, random)
            return random.choice(person.offices)
        if kind == "body":
            entity = self.template.entities[of]
            return self.world.body(self._country(entity.country, random), entity.type, random)
        if kind == "number":
            return random.choice(FACTORS)
        return None

    def _country(self, code: str | None, random: Random) -> Country:
        """The country that stands for one of the template's; for none the document's first."""
        if code is None:
            return self._scene.countries[0]
        if code not in self._countries:
            used = self._countries.values()
            free = [country for country in self._scene.countries if country not in used]
            drawn = free[0] if free and random.random() < SHARED else self.world.country(random)
            while drawn in used:
                drawn = self.world.country(random)
            self._countries[code] = drawn
        return self._countries[code]

    def _town(self, code: str, random: Random) -> Town:
        country = self._country(code, random)
        town = self.world.town(country, random)
        while town in self._towns and len(self._towns) < len(country.towns):
            town = self.world.town(country, random)
        self._towns.append(town)
        return town

    def _person(self, entity: str, random: Random) -> Person:
        gender = self.template.genders.get(entity) or random.choice("fm")
        country = self._country(self.template.entities[entity].country, random).code
        known = [each for each in self._scene.people if each.country == country and each not in self.people.values()]
        if known and random.random() < SHARED:
            person = random.choice(known)
        else:
            person = self.world.person(country, gender, random)
            while person in self.people.values():
                person = self.world.person(country, gender, random)
            self._scene.people.append(person)
        self.people[entity] = person
        return person

    def _text(self, slot: Slot, value: Any) -> str:
        if isinstance(value, str):  # words, offices, bodies
            return value
        if isinstance(value, Person):
            parts = {"full": f"{value.given} {value.family}", "given": value.given, "family": value.family}
            return parts[slot.part]
        if isinstance(value, Country):
            return {"name": value.name, "people": value.people, "seat": value.seat}.get(slot.part, value.adjective)
        if isinstance(value, Town):
            return value.name
        if slot.kind == "number":
            return f"{self.number_of(slot.of):,}"
        time = next(time for time in self.template.record.times if time.id == slot.of)
        return rewritten(time.spans[int(slot.part)].text, time.edtf, self.days)

    def number_of(self, figure: str) -> int | None:
        """What stands for the number of a figure, at least 1; None where it keeps its own."""
        factor = self.value("number", figure)
        if factor is None:
            return None
        spans = next(each.spans for each in self.template.record.figures if each.id == figure)
        match = next(match for span in spans if (match := NUMBER.search(span.text)))
        return max(1, int(int(match[0].replace(",", "")) * factor))
