"""What remains of a record's parts when some of its items go."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from onrecord.record.entities import Entity, Mention, Participant
from onrecord.record.events import Event
from onrecord.record.figures import Figure
from onrecord.record.places import Place
from onrecord.record.reviews import Part
from onrecord.record.statements import Statement
from onrecord.record.terms import Term
from onrecord.record.times import Time


class Remains:
    """The parts of one record without the items of some ids, and without what only those claim.

    What stood within a statement or an event that goes stands within the next one out. With a statement go the events,
    terms and figures of which it is the voice, with a time the terms that it bounds. Whatever else named an item that
    goes names nothing there.
    """

    def __init__(
        self, ids: Mapping[Part, Collection[str]], statements: Iterable[Statement], events: Iterable[Event]
    ) -> None:
        self._gone = {part: frozenset(names) for part, names in ids.items()}
        self._statements = {each.id: each.within for each in statements if self._has_gone("statements", each.id)}
        self._events = {
            each.id: each.within
            for each in events
            if self._has_gone("events", each.id) or each.voice in self._statements
        }

    def entities(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The entities that stay, with the mentions that do."""
        return tuple(
            replace(each, mentions=tuple(name for name in each.mentions if not self._has_gone("mentions", name)))
            for each in entities
            if not self._has_gone("entities", each.id)
        )

    def mentions(self, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """The mentions that stay; those of an entity that goes are nobody's."""
        return tuple(
            replace(each, entity=self._named("entities", each.entity))
            for each in mentions
            if not self._has_gone("mentions", each.id)
        )

    def times(self, times: Iterable[Time]) -> tuple[Time, ...]:
        """The times that stay."""
        return tuple(each for each in times if not self._has_gone("times", each.id))

    def places(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """The places that stay."""
        return tuple(each for each in places if not self._has_gone("places", each.id))

    def statements(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """The statements that stay."""
        return tuple(
            replace(
                each,
                source=self._participant(each.source),
                addressee=self._participant(each.addressee),
                within=_standing(each.within, self._statements),
                time=self._named("times", each.time),
            )
            for each in statements
            if each.id not in self._statements
        )

    def events(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """The events that stay."""
        return tuple(
            replace(
                each,
                actors=tuple(map(self._somebody, each.actors)),
                recipients=tuple(map(self._somebody, each.recipients)),
                within=_standing(each.within, self._events),
                time=self._named("times", each.time),
                place=self._named("places", each.place),
            )
            for each in events
            if each.id not in self._events
        )

    def terms(self, terms: Iterable[Term]) -> tuple[Term, ...]:
        """The terms that stay."""
        return tuple(
            replace(each, subject=self._participant(each.subject))
            for each in terms
            if not self._has_gone("terms", each.id)
            and not self._has_gone("times", each.time)
            and each.voice not in self._statements
        )

    def figures(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """The figures that stay."""
        return tuple(
            replace(each, entity=self._named("entities", each.entity))
            for each in figures
            if not self._has_gone("figures", each.id) and each.voice not in self._statements
        )

    def _has_gone(self, part: Part, name: str | None) -> bool:
        return name in self._gone.get(part, ())

    def _named(self, part: Part, name: str | None) -> str | None:
        return None if self._has_gone(part, name) else name

    def _participant(self, participant: Participant | None) -> Participant | None:
        return None if participant is None else self._somebody(participant)

    def _somebody(self, participant: Participant) -> Participant:
        """Whoever fills a role: the words stay, whom they mean may not."""
        entity = self._named("entities", participant.entity)
        return participant if entity == participant.entity else replace(participant, entity=entity)


def _standing(within: str | None, gone: Mapping[str, str | None]) -> str | None:
    """What a thing stands within when some go: the next one out that stays."""
    while within is not None and within in gone:
        within = gone[within]
    return within
