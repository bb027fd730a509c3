"""Whom the words of a record refer to."""

import re
from collections import defaultdict

from onrecord.record.entities import Entity, Mention, MentionForm, Participant
from onrecord.record.record import Record
from onrecord.record.spans import Spans


class Referents:
    """The entities behind the words of one record, indexed once so that each question is quick."""

    def __init__(self, record: Record) -> None:
        self._entities = {entity.id: entity for entity in record.entities}
        self._forms: dict[Spans, MentionForm] = {mention.spans: mention.form for mention in record.mentions}
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in record.mentions:
            if mention.entity is not None:
                self._mentions[mention.entity].append(mention)

    def entity(self, participant: Participant | None) -> Entity | None:
        """Who fills the role, where that is known."""
        return self._entities.get(participant.entity) if participant and participant.entity else None

    def mentions(self, entity: Entity) -> tuple[Mention, ...]:
        """The entity's mentions, in the order of the text."""
        return tuple(sorted(self._mentions[entity.id], key=lambda mention: mention.spans))

    def is_pronoun(self, participant: Participant) -> bool:
        """Whether the words only point to somebody: `she`, `they`."""
        return self._forms.get(participant.spans) == "pronoun"

    def unnamed(self, participant: Participant | None) -> Entity | None:
        """Who fills the role, where that is known and the words do not name them.

        Somebody whom the text never names has a description for a name: it tells more than a pronoun, and no more than
        another description.
        """
        entity = self.entity(participant)
        if participant is None or entity is None or self._is_named_by(participant.spans, entity):
            return None
        has_name = any(mention.form == "name" for mention in self._mentions[entity.id])
        return entity if has_name or self.is_pronoun(participant) else None

    def _is_named_by(self, spans: Spans, entity: Entity) -> bool:
        whole_name = re.compile(rf"(?<!\w){re.escape(entity.name)}(?!\w)", re.IGNORECASE)
        names = [mention.spans[0] for mention in self._mentions[entity.id] if mention.form == "name"]
        return any(
            whole_name.search(span.text) or any(span.start <= name.start and name.end <= span.end for name in names)
            for span in spans
        )
