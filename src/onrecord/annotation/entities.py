"""Chains of mentions made into the entities and mentions of a record, and the entity of every attribution's source."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

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
    names = {id(chain): f"n{number}" for number, chain in enumerate(sorted(kept, key=_first), 1)}
    mentions: list[Mention] = []
    of_entity: dict[str, list[str]] = {name: [] for name in names.values()}
    for number, each in enumerate(found):
        entity = names.get(id(chains.of(number)))
        if entity is None and not (each.form == "pronoun" and each.person != 3):
            continue
        mention = Mention(f"m{len(mentions) + 1}", each.form, cut_all(text, [(each.start, each.end)]), entity)
        mentions.append(mention)
        if entity:
            of_entity[entity].append(mention.id)
    entities = tuple(
        _entity(names[id(chain)], text, chain, found, tuple(of_entity[names[id(chain)]]))
        for chain in sorted(kept, key=_first)
    )
    sources: dict[int, str] = {}
    unresolved: dict[int, str] = {}
    for number, attribution in enumerate(attributions):
        mention_number = speech.sources.get(number)
        entity = names.get(id(chains.of(mention_number))) if mention_number is not None else None
        if entity:
            sources[number] = entity
        elif attribution.source:
            is_pronoun = mention_number is not None and found[mention_number].form == "pronoun"
            unresolved[number] = NO_ANTECEDENT if is_pronoun else NO_ACTOR
    addressees = {
        number: Participant(
            cut_all(text, [(found[mention].start, found[mention].end)]), names.get(id(chains.of(mention)))
        )
        for number, mention in resolved.addressees.items()
    }
    return Actors(entities, tuple(mentions), sources, unresolved, addressees)


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
