"""Whoever fills a role by words that a person found to mean somebody else, follows."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from onrecord.ledger.reviews.items import Item, Items
from onrecord.ledger.reviews.review import Review
from onrecord.record import Mention, Part, Participant, Spans

ROLES: tuple[tuple[Part, str], ...] = (
    ("statements", "source"),
    ("statements", "addressee"),
    ("events", "actors"),
    ("events", "recipients"),
    ("terms", "subject"),
)


def follow(items: Items, mention: Mention, before: str | None, review: Review) -> None:
    """Gives the roles that a mention's words fill to whoever it means now, where nobody decided on them themselves.

    `before` is the entity that it meant. Words around the mention follow too (`Minister Ana Roca`), unless they hold
    another mention of the same entity.
    """
    if mention.entity == before:
        return
    others = [
        each.value.spans for each in items.of("mentions") if each.value.entity == before and each.id != mention.id
    ]

    def is_meant(participant: Participant) -> bool:
        if participant.entity != before:
            return False
        if participant.spans == mention.spans:
            return True
        around = before is not None and _holds(participant.spans, mention.spans)
        return around and not any(_holds(participant.spans, each) for each in others)

    def renamed(participant: Participant) -> Participant:
        if not is_meant(participant):
            return participant
        return replace(participant, entity=mention.entity, unresolved=None)

    for part, role in ROLES:
        for item in items.of(part):
            if role not in item.decided:
                _fill(item, role, renamed, review)


def _fill(item: Item, role: str, renamed: Callable[[Participant], Participant], review: Review) -> None:
    filled: Any = getattr(item.value, role)
    if isinstance(filled, tuple):
        follows: Any = tuple(map(renamed, filled))
    else:
        follows = renamed(filled) if filled else None
    if follows != filled:
        item.value = replace(item.value, **{role: follows})
        item.followed[role] = review


def _holds(outer: Spans, inner: Spans) -> bool:
    return all(any(a.start <= b.start and b.end <= a.end for a in outer) for b in inner)
