"""Entities, and the mentions by which a text refers to them."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record.spans import Spans

MentionForm = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name, describe or point to an entity."""

    id: str
    form: MentionForm
    spans: Spans
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, country, polity, armed force, group or office that acts, speaks or is acted upon.

    `country` is an ISO 3166-1 alpha-3 code or a documented code of a de-facto state, `sector` a PLOVER sector.
    """

    id: str
    name: str
    type: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    registry: str | None = None
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Whoever fills a role (source, addressee, actor, recipient, subject): the words, and the entity if known.

    `unresolved` says why no entity is known, where the coder tells.
    """

    spans: Spans
    entity: str | None = None
    unresolved: str | None = None
