"""What was said, once for all documents of a day that carry it in the same words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.codebooks.issues import IssueMatch, IssueMatcher
from onrecord.codebooks.registry import cut_words
from onrecord.errors import RecordError
from onrecord.ledger import Hit
from onrecord.record import bounds


@dataclass(frozen=True, slots=True)
class Said:
    """A statement on an issue, everywhere it stands on its day, and what puts it on the issue.

    The first place is the surest; where only another's statement tells of it comes last. `is_repeat` where the same
    words were said on an earlier day.
    """

    places: tuple[Hit, ...]
    matches: tuple[IssueMatch, ...] = ()
    is_repeat: bool = False

    @property
    def hit(self) -> Hit:
        """The statement that stands for all."""
        return self.places[0]

    @property
    def published(self) -> str | None:
        """When its document was published."""
        return self.hit.document.published

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which that can have been; None where the document has no date."""
        return days_of(self.published)


def gather(hits: Iterable[Hit], matcher: IssueMatcher | None = None) -> tuple[Said, ...]:
    """What was said, in order of time and then of documents and places, those without a date last.

    With a matcher only what is on one of its issues. The same words of one day are one.
    """
    grouped: dict[tuple[tuple[date, date] | None, tuple[str, ...]], list[Hit]] = {}
    for hit in sorted(hits, key=_order):
        grouped.setdefault((days_of(hit.document.published), words_of(hit)), []).append(hit)
    found: list[Said] = []
    seen: set[tuple[str, ...]] = set()
    for (_, words), hits_alike in grouped.items():
        places = tuple(sorted(hits_alike, key=_doubt))
        matches = matcher.match_spans(places[0].statement.content.spans) if matcher else ()
        if matches or matcher is None:
            found.append(Said(places, matches, words in seen))
            seen.add(words)
    return tuple(found)


def _doubt(hit: Hit) -> tuple[bool, float]:
    statement = hit.statement
    return (statement.within is not None, 0.0 if statement.confidence is None else 1.0 - statement.confidence)


def words_of(hit: Hit) -> tuple[str, ...]:
    """The act of a statement and the folded words of its content, by which two are the same or not."""
    folded = [word.folded for span in hit.statement.content.spans for word in cut_words(span.text)]
    return (hit.statement.act or "", *(folded[1:] if folded[:1] == ["that"] else folded))


def days_of(published: str | None) -> tuple[date, date] | None:
    """The first and last day of a publication date; None for none, and for what is no date."""
    try:
        first, last = bounds(published) if published else (None, None)
    except RecordError:
        return None
    return (first, last) if first and last else None


def _order(hit: Hit) -> tuple[str, str, int, str]:
    start = hit.statement.content.spans[0].start
    return (hit.document.published or "9999", hit.document.id, start, hit.statement.id)
