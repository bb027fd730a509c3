"""What a person means by the value they give a field, in the record's own form."""

from collections.abc import Sequence
from typing import Any

from onrecord.codebooks.registry import load_full_registry
from onrecord.codebooks.registry.countries import country_code
from onrecord.errors import ReviewError
from onrecord.ledger.reviews.anchors import anchor_of
from onrecord.ledger.reviews.fields import REFERENCES, bare_type, has_participants, is_list
from onrecord.ledger.reviews.wording import spans_meant
from onrecord.ledger.words import fold
from onrecord.record import Content, Counted, Cue, Part, Record, Span, Spans, Trigger
from onrecord.record.serialization import from_plain, to_plain


class Meaning:
    """Values as people say them, for one record.

    Words are looked for in the text, the nearest to `near` (see `spans_meant`). Whoever fills a role is given by words,
    an entity's id, or an object `{"words": …, "entity": …}`, another item by its id or by words in it, a country by its
    code or name. None means nothing.
    """

    def __init__(self, record: Record, near: int | None) -> None:
        self._record = record
        self._near = near

    def plain(self, part: Part, field: str, said: Any, now: Any = None) -> Any:
        """The field's plain value, with ids of the record; `now` is the one that it has. Raises ReviewError."""
        if said is None:
            return [] if is_list(part, field) else None
        if (part, field) in REFERENCES:
            return self.item(REFERENCES[part, field], said)
        if has_participants(part, field):
            if is_list(part, field):
                return [self._participant(each, None) for each in _listed(said)]
            return self._participant(said, now)
        kind = bare_type(part, field)
        if kind is Span:
            return self._spans(said)
        if kind in (Content, Cue, Trigger, Counted):
            return self._phrase(kind, said)
        if is_list(part, field):
            return list(said) if isinstance(said, list | tuple) else [each.strip() for each in str(said).split(",")]
        if field == "country":
            return country_code(str(said), load_full_registry()) or said
        return _scalar(kind, said, field)

    def item(self, part: Part, said: Any) -> str:
        """The id of the item that an id, an entity's name or words of it mean.

        Where several have the words, the one with the fewest others (not one around it), then the nearest.
        """
        items: Sequence[Any] = getattr(self._record, part)
        if any(item.id == said for item in items):
            return str(said)
        if part == "entities":
            return self._somebody(str(said))
        wanted = " ".join(fold(str(said)).split())
        fitting = [item for item in items if wanted in _words(anchor_of(part, item).spans)]
        if not wanted or not fitting:
            raise ReviewError(f"there is none of the {part} with the id or the words {said!r}")
        return str(min(fitting, key=lambda item: self._remoteness(anchor_of(part, item).spans)).id)

    def _somebody(self, said: str) -> str:
        named = [each.id for each in self._record.entities if fold(each.name) == fold(said)]
        if len(named) != 1:
            known = ", ".join(f"{each.id} {each.name}" for each in self._record.entities)
            raise ReviewError(f"{len(named)} entities are called {said!r}; give an id of: {known}")
        return named[0]

    def _participant(self, said: Any, now: Any) -> dict[str, Any]:
        if isinstance(said, str) and any(each.id == said for each in self._record.entities):
            said = {"entity": said}
        if not isinstance(said, dict):
            said = {"words": said}
        told = said.get("spans", said.get("words"))
        if told is None:
            spans = now["spans"] if now else to_plain(self._nearest_mention(said.get("entity")))
        else:
            spans = self._spans(told)
        entity = said["entity"] if "entity" in said else self._meant_by(from_plain(Spans, spans))
        known = None if entity is None else self.item("entities", entity)
        return {"spans": spans, "entity": known, "unresolved": said.get("unresolved")}

    def _phrase(self, kind: Any, said: Any) -> dict[str, Any]:
        told = said if isinstance(said, dict) and "spans" in said else {"spans": said}
        spans = self._spans(told["spans"])
        if kind is Counted:
            words = " ".join(span["text"] for span in spans)
            return {"spans": spans, "lemma": told.get("lemma") or words.lower()}
        return {"spans": spans}

    def _spans(self, said: Any) -> list[Any]:
        plain: list[Any] = to_plain(spans_meant(self._record.document.text, said, self._near))
        return plain

    def _nearest_mention(self, entity: Any) -> Spans:
        mentions = [each.spans for each in self._record.mentions if each.entity == self.item("entities", entity)]
        if not mentions:
            raise ReviewError(f"the text mentions {entity} nowhere; give the words that stand for it")
        return min(mentions, key=self._distance)

    def _meant_by(self, spans: Spans) -> str | None:
        """Whom words mean by the mention that they are, or that they end with (`Minister Ana Roca`)."""
        ending = [
            mention
            for mention in self._record.mentions
            if mention.entity and spans[0].start <= mention.spans[0].start and mention.spans[-1].end == spans[-1].end
        ]
        return min(ending, key=lambda mention: mention.spans[0].start).entity if ending else None

    def _remoteness(self, spans: Spans) -> tuple[int, tuple[int, int]]:
        return sum(span.end - span.start for span in spans), self._distance(spans)

    def _distance(self, spans: Spans) -> tuple[int, int]:
        start = spans[0].start if spans else 0
        return abs(start - (self._near or 0)), start


def _listed(said: Any) -> Sequence[Any]:
    return said if isinstance(said, list | tuple) else [said]


def _words(spans: Spans) -> str:
    return " ".join(fold(" ".join(span.text for span in spans)).split())


def _scalar(kind: Any, said: Any, field: str) -> Any:
    """A number or a truth out of words; everything else as it is."""
    if not isinstance(said, str) or kind not in (int, float, bool):
        return said
    if kind is bool:
        if said.lower() not in ("true", "false", "yes", "no"):
            raise ReviewError(f"{field}: {said!r} is neither true nor false")
        return said.lower() in ("true", "yes")
    try:
        return int(said) if kind is int or said.lstrip("-").isdigit() else float(said)
    except ValueError as error:
        raise ReviewError(f"{field}: {said!r} is no number") from error
