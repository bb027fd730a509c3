"""Chains of mentions made into the entities and mentions of a record, and the entity of every attribution's source."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.annotation.actors import ActorResolver
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.coreference.chains import STATES, Chain
from onrecord.annotation.coreference.resolving import Resolved, resolve_mentions
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.models import ActorModels
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.personal_names import parse_name
from onrecord.codebooks.registry import Entry, Kind
from onrecord.record import Document, Entity, Mention, Participant, cut_all

NOBODYS = ("UNK", "ELI")
# What has these is a state's, and so of its country.
OF_STATES = ("GOV", "LEG", "JUD", "MIL", "COP", "SPY")
# Why a source has no entity.
NO_ACTOR = "names no person, body or state"
NO_ANTECEDENT = "points to nobody that the text names"


@dataclass(frozen=True, slots=True)
class Actors:
    """The entities and mentions of a document; by attribution number, its source's entity or why there is none,
    and to whom it is said."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sources: dict[int, str] = field(default_factory=dict)
    unresolved: dict[int, str] = field(default_factory=dict)
    addressees: dict[int, Participant] = field(default_factory=dict)


NO_ACTORS = Actors()


class ActorFinder:
    """Finds who is who in a document: mentions, coreference, entities."""

    def __init__(self, resolver: ActorResolver, models: ActorModels) -> None:
        self._resolver = resolver
        self._models = models

    @property
    def versions(self) -> dict[str, str]:
        """The versions of the models and of the registry, for the record's coder."""
        return {
            "kinds": self._models.kinds.version,
            "coreference": self._models.pairs.version,
            "registry": self._resolver.registry.version,
        }

    def find(
        self,
        document: Document,
        paragraphs: Sequence[Bounds],
        quotations: Sequence[Quote],
        sentences: Sequence[Sentence],
        attributions: Sequence[Attribution],
    ) -> Actors:
        """The actors of a document; offices count as on the day it was published."""
        text = document.text
        page = (text, paragraphs, quotations, sentences, attributions)
        resolved = resolve_mentions(*page, self._resolver, self._models, document.published)
        return make_actors(text, attributions, resolved)


def make_actors(text: str, attributions: Sequence[Attribution], resolved: Resolved) -> Actors:
    """The actors of a document."""
    found, chains, speech = resolved.found, resolved.chains, resolved.speech
    speaking = {id(chains.of(mention)) for mention in speech.sources.values()}
    kept = [
        chain
        for chain in chains
        if chain.mentions[0] in resolved.acting or _is_entity(chain, found, speaks=id(chain) in speaking)
    ]
    kept.sort(key=_first)
    names = {id(chain): f"n{number}" for number, chain in enumerate(kept, 1)}
    entity_of = [names.get(id(chains.of(number))) for number in range(len(found))]
    mentions = _mentions(text, found, entity_of)
    of_entity: dict[str, list[str]] = {name: [] for name in names.values()}
    for mention in mentions:
        if mention.entity:
            of_entity[mention.entity].append(mention.id)
    entities = [_entity(names[id(chain)], text, chain, found, tuple(of_entity[names[id(chain)]])) for chain in kept]
    sources: dict[int, str] = {}
    unresolved: dict[int, str] = {}
    for number, attribution in enumerate(attributions):
        source = speech.sources.get(number)
        entity = entity_of[source] if source is not None else None
        if entity:
            sources[number] = entity
        elif attribution.source:
            is_pronoun = source is not None and found[source].form == "pronoun"
            unresolved[number] = NO_ANTECEDENT if is_pronoun else NO_ACTOR
    addressees = {
        number: Participant(cut_all(text, [(found[mention].start, found[mention].end)]), entity_of[mention])
        for number, mention in resolved.addressees.items()
    }
    return Actors(_with_owners(entities, kept, found, entity_of), mentions, sources, unresolved, addressees)


def _mentions(text: str, found: Sequence[Found], entity_of: Sequence[str | None]) -> tuple[Mention, ...]:
    """The mentions of entities, and the pronouns of a speaker or reader whom the text does not name."""
    kept = [
        (each, entity)
        for each, entity in zip(found, entity_of, strict=True)
        if entity is not None or (each.form == "pronoun" and each.person != 3)
    ]
    return tuple(
        Mention(f"m{number}", each.form, cut_all(text, [(each.start, each.end)]), entity)
        for number, (each, entity) in enumerate(kept, 1)
    )


def _with_owners(
    entities: Sequence[Entity], kept: Sequence[Chain], found: Sequence[Found], entity_of: Sequence[str | None]
) -> tuple[Entity, ...]:
    """The entities, a state's bodies with the country of whoever the text says has them: `its parliament`."""
    country_of = {entity.id: entity.country for entity in entities}
    owned: list[Entity] = []
    owners = {each.start: entity_of[number] for number, each in enumerate(found) if each.form == "pronoun"}

    for entity, chain in zip(entities, kept, strict=True):
        told = None
        if not entity.country and not entity.registry and entity.sector in OF_STATES:
            owning = (owners.get(found[number].start) for number in chain.mentions if found[number].form == "nominal")
            told = next((country_of[owner] for owner in owning if owner and country_of[owner]), None)
        country_of[entity.id] = entity.country or told
        owned.append(replace(entity, country=told) if told else entity)
    return tuple(owned)


def _first(chain: Chain) -> int:
    return chain.mentions[0]


def _is_entity(chain: Chain, found: Sequence[Found], *, speaks: bool) -> bool:
    """Whether a chain is about an actor: a name or description in it says who or what.

    A coordination alone is one only where it speaks; a land (`the region`) and a place only where a state is meant.
    """
    own = [found[number] for number in chain.mentions]
    if any(each.members for each in own):
        return speaks or len(own) > 1
    return any(each.kind and not each.is_weak for each in own)


def _entity(name: str, text: str, chain: Chain, found: Sequence[Found], mentions: tuple[str, ...]) -> Entity:
    own = [found[number] for number in chain.mentions]
    entry = _entry(own)
    kind = _kind(chain, own, entry)
    return Entity(
        id=name,
        name=_name(text, own, kind, entry),
        type=kind,
        country=_country(own, entry),
        sector=None if kind in STATES else _sector(own),
        role=next((each.identity.role for each in own if each.identity.role), None) if kind == "person" else None,
        registry=entry.id if entry else None,
        mentions=mentions,
    )


def _entry(own: Sequence[Found]) -> Entry | None:
    """The registry's entry that most of the names are."""
    entries = [each.entry for each in own if each.form == "name" and each.entry]
    return Counter(entries).most_common(1)[0][0] if entries else None


def _kind(chain: Chain, own: Sequence[Found], entry: Entry | None) -> Kind:
    """The registry's, else the state that the chain was found to be, else what most of its names are."""
    if entry:
        return entry.kind
    sure = [each for each in own if each.kind and not each.is_weak]
    if chain.is_state or not sure:
        # A chain of weak mentions alone is kept only as a place that acts.
        return "polity"
    named = [each.kind for each in sure if each.form == "name"]
    kind = Counter(named or [each.kind for each in sure]).most_common(1)[0][0]
    assert kind is not None
    return kind


def _name(text: str, own: Sequence[Found], kind: Kind, entry: Entry | None) -> str:
    """What to call an entity: the fullest name the text gives it, else its first description."""
    if entry:
        return entry.name
    names = [each for each in own if each.form == "name" and not each.is_part] or [
        each for each in own if each.form == "name"
    ]
    if kind == "person" and names:
        return max((_bare_name(text[each.start : each.end]) for each in names), key=lambda name: len(name.split()))
    chosen = max(names, key=lambda each: each.end - each.start) if names else _description(own)
    words = " ".join(text[chosen.start : chosen.end].split())
    return words.removeprefix("the ").removeprefix("The ") if names else words


def _description(own: Sequence[Found]) -> Found:
    return next((each for each in own if each.form == "nominal"), own[0])


def _bare_name(words: str) -> str:
    """A person's name as written, without the titles before it."""
    parsed = parse_name(words)
    parts = words.split()
    kept = len(parsed.given) + len(parsed.particles) + len(parsed.family) + len(parsed.nicknames)
    return " ".join(parts[-kept:]) if 0 < kept <= len(parts) and not parsed.generation else " ".join(parts)


def _country(own: Sequence[Found], entry: Entry | None) -> str | None:
    if entry and entry.country:
        return entry.country
    told = [each.identity.country for each in own if each.identity.country]
    return Counter(told).most_common(1)[0][0] if told else None


def _sector(own: Sequence[Found]) -> str | None:
    """The first sector that says something, else that the actor was somebody once, or unknown."""
    told = [sector for each in own for sector in each.identity.sectors[:1]]
    return next((sector for sector in told if sector not in NOBODYS), next((s for s in told if s != "UNK"), None))
