"""The items of a record as two codings are compared by them: where each stands, what each field means, in words.

Ids say nothing across codings. What a field refers to is therefore taken by the pair that it belongs to, and shown by
the words of the item referred to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from onrecord.analysis.differences.pairing import Placed
from onrecord.analysis.differences.words import phrase
from onrecord.record import Content, Counted, Cue, Part, Participant, Record, Span, Spans, Trigger

ITEM_PARTS: tuple[Part, ...] = (
    "statements", "events", "terms", "figures", "entities", "mentions", "times", "places"
)  # fmt: skip
REFERENCES: Mapping[str, Part] = {"entity": "entities", "time": "times", "place": "places", "voice": "statements"}
# An entity's list of mentions is the mentions' own field `entity` seen from the other side.
TOLD_ELSEWHERE = frozenset({"id", "mentions"})
Labels = Mapping[tuple[Part, str], object]


class Items:
    """The items of one record, looked up by part and id."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._items: dict[tuple[Part, str], Any] = {
            (part, item.id): item for part in ITEM_PARTS for item in getattr(record, part)
        }
        self._mentioned: dict[str, list[Span]] = {}
        for mention in record.mentions:
            if mention.entity is not None:
                self._mentioned.setdefault(mention.entity, []).extend(mention.spans)

    def of(self, part: Part) -> tuple[Any, ...]:
        """The items of a part, in the order of the record."""
        found: tuple[Any, ...] = getattr(self.record, part)
        return found

    def placed(self, part: Part, item: Any) -> Placed:
        """The item as it is looked for in another coding."""
        beside = item.cue.spans if part == "statements" and item.cue else ()
        traits = tuple(str(self.words(part, name, getattr(item, name))) for name in compared_fields(item))
        return Placed(self.place(part, item), beside, traits)

    def place(self, part: Part, item: Any) -> Spans:
        """The words of the text that an item is about; none for an entity that nothing mentions."""
        spans: Spans
        if part == "entities":
            return tuple(sorted(self._mentioned.get(item.id, ())))
        if part == "terms" and not item.spans:
            return self.place("times", self._items["times", item.time])
        if part == "statements":
            spans = item.content.spans
        elif part == "events":
            spans = item.trigger.spans
        else:
            spans = item.spans
        return spans

    def name(self, part: Part, item: Any) -> str:
        """The words by which a person knows an item."""
        if part == "entities":
            return str(item.name)
        if part == "terms":
            subject = f"{phrase(item.subject.spans)}: " if item.subject else ""
            return f"{subject}{item.matter} {item.bound} {phrase(self.place(part, item))}"
        words = phrase(self.place(part, item))
        return f"{item.type}: {words}" if part == "events" else words

    def meaning(self, part: Part, name: str, value: Any, labels: Labels) -> object:
        """What a field's value is apart from ids: equal values mean the same, given what items are labelled alike."""
        target = _referred(part, name)
        if target is not None and value is not None:
            return labels[target, value]
        if isinstance(value, Span):
            return value.start, value.end
        if isinstance(value, tuple):
            return tuple(self.meaning(part, "", each, labels) for each in value)
        if is_dataclass(value):
            return tuple(
                self.meaning(part, each.name, getattr(value, each.name), labels) for each in fields(value)
            )  # fmt: skip
        return value

    def words(self, part: Part, name: str, value: Any) -> str | None:
        """What a field's value is, in words; None for null."""
        target = _referred(part, name)
        if value is None or value == ():
            return None
        if target is not None:
            return self.name(target, self._items[target, value])
        if isinstance(value, Participant):
            return self._participant(value)
        if isinstance(value, tuple):
            if isinstance(value[0], Span):
                return phrase(value)
            return "; ".join(str(self.words(part, "", each)) for each in value)
        if isinstance(value, Cue | Content | Trigger | Counted):
            return phrase(value.spans)
        return str(value)

    def standing(self, part: Part, name: str, value: Any) -> Iterator[Span]:
        """Where the words of a value stand, those of the items that it refers to included."""
        target = _referred(part, name)
        if target is not None and value is not None:
            yield from self.place(target, self._items[target, value])
        elif isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            for each in value:
                yield from self.standing(part, "", each)
        elif is_dataclass(value):
            for field in fields(value):
                yield from self.standing(part, field.name, getattr(value, field.name))

    def _participant(self, participant: Participant) -> str:
        words = phrase(participant.spans)
        if participant.entity is None:
            return f"{words} (nobody known{f': {participant.unresolved}' if participant.unresolved else ''})"
        name = str(self._items["entities", participant.entity].name)
        return words if name == words else f"{words} ({name})"


def compared_fields(item: Any) -> Iterator[str]:
    """The fields of an item that are compared, in the order of its JSON object."""
    return (each.name for each in fields(item) if each.name not in TOLD_ELSEWHERE)


def _referred(part: Part, name: str) -> Part | None:
    """The part of the record that a field names an item of."""
    return part if name == "within" else REFERENCES.get(name)
