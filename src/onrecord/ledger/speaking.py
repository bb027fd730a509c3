"""Who speaks about whom: whom the contents of a record's statements mention."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Mention, Record, Spans, Statement


@dataclass(frozen=True, slots=True)
class Speaking:
    """That the source of a statement speaks about an entity: the ids of all three, and the words that mention it.

    `spans` are those of all its mentions in the content, pronouns too; of how many mentions, `mentions` says.
    """

    statement: str
    source: str
    entity: str
    mentions: int
    spans: Spans


def speaking_of(record: Record) -> tuple[Speaking, ...]:
    """A row for each statement with a known source and each other entity in its content, in the order of the record.

    What stands in a statement within the content counts for both: who reports what somebody says of a third speaks
    about both. A source is not listed as speaking about itself.
    """
    mentions = sorted((each for each in record.mentions if each.entity), key=lambda each: each.spans)
    starts = [mention.spans[0].start for mention in mentions]
    return tuple(row for statement in record.statements for row in _rows(statement, mentions, starts))


def _rows(statement: Statement, mentions: Sequence[Mention], starts: Sequence[int]) -> Iterator[Speaking]:
    source = statement.source.entity if statement.source else None
    if source is None:
        return
    found: dict[str, list[Mention]] = {}
    for mention in _within(statement.content.spans, mentions, starts):
        if mention.entity is not None and mention.entity != source:
            found.setdefault(mention.entity, []).append(mention)
    for entity, its in found.items():
        spans = tuple(span for mention in its for span in mention.spans)
        yield Speaking(statement.id, source, entity, len(its), spans)


def _within(content: Spans, mentions: Sequence[Mention], starts: Sequence[int]) -> Iterator[Mention]:
    """The mentions all of whose words stand in the content, in the order of the text."""
    for piece in content:
        for mention in mentions[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
            if all(
                any(each.start <= span.start and span.end <= each.end for each in content) for span in mention.spans
            ):
                yield mention
