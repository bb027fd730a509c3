"""What an edit did to the record: two revisions of one document compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.analysis.differences.attributions import find_altered, find_removed, find_reworded
from onrecord.analysis.differences.change import Change
from onrecord.analysis.differences.comparison import Coded, Comparison
from onrecord.analysis.differences.deeds import find_altered_events, find_removed_events, pair_events
from onrecord.analysis.differences.details import (
    figures_of,
    find_altered_details,
    find_removed_figures,
    find_removed_hedges,
    find_removed_negations,
    names_of,
    places_of,
    times_of,
)
from onrecord.analysis.differences.passages import Passage, find_passages
from onrecord.analysis.differences.statements import pair_statements
from onrecord.analysis.differences.words import phrase
from onrecord.record import Record, Spans

LONGEST_HEADLINE = 30
"""A first line of more words than this, or one that ends with a full stop, is no headline."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What is different in a later revision of a document: sentence by sentence, and what that did to the record.

    `earlier` and `later` are the ids of the two documents. `changes` come the weightiest first, then in text order.
    """

    earlier: str
    later: str
    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]


def compare_revisions(earlier: Record, later: Record) -> Revision:
    """Compares the records of two revisions of one document.

    Every change rests on words that the edit took away or put in: where a sentence stayed as it was, the records may
    differ and nothing is told. Each edit is told once, as the most telling kind that it is; what is none of them is
    told as a passage altered, removed, added or moved.
    """
    comparison = Comparison(earlier, later)
    passages = find_passages(comparison.alignment, comparison.groups)
    changes = _changes(comparison, passages)
    ordered = sorted(changes, key=lambda each: (each.weight, each.after_spans or each.before_spans, each.line))
    return Revision(earlier.document.id, later.document.id, passages, tuple(ordered))


def _changes(comparison: Comparison, passages: Iterable[Passage]) -> Iterator[Change]:
    """The finders, the most telling first: each leaves alone what those before it have told."""
    statements, events = pair_statements(comparison), pair_events(comparison)
    turned = comparison.turned()
    later_statements = [(theirs, mine) for mine, theirs in statements]
    later_events = [(theirs, mine) for mine, theirs in events]
    yield from _headline_change(comparison)
    yield from find_altered_details(comparison, "figure", figures_of)
    yield from find_altered_details(comparison, "time", times_of)
    yield from find_altered(comparison, statements)
    yield from find_removed_hedges(comparison)
    yield from (change.turned() for change in find_removed_hedges(turned))
    yield from find_removed(comparison, statements)
    yield from (change.turned() for change in find_removed(turned, later_statements))
    yield from find_altered_events(comparison, events)
    yield from find_removed_negations(comparison)
    yield from (change.turned() for change in find_removed_negations(turned))
    yield from find_removed_events(comparison, events)
    yield from (change.turned() for change in find_removed_events(turned, later_events))
    yield from find_altered_details(comparison, "place", places_of)
    yield from find_altered_details(comparison, "name", names_of)
    yield from find_removed_figures(comparison)
    yield from (change.turned() for change in find_removed_figures(turned))
    yield from find_reworded(comparison, statements)
    yield from _other_passages(comparison, passages)


def _headline_change(comparison: Comparison) -> Iterator[Change]:
    before, after = comparison.earlier.record.document.title, comparison.later.record.document.title
    left, right = _headline(comparison.earlier), _headline(comparison.later)
    keys = comparison.earlier.keys(comparison.earlier.numbers(left)), comparison.later.keys(
        comparison.later.numbers(right)
    )  # fmt: skip
    if left and right and keys[0] != keys[1]:
        comparison.tell(comparison.earlier.numbers(left), comparison.later.numbers(right))
        yield Change("headline", "altered", phrase(left), phrase(right), left, right)
    elif before and after and " ".join(before.split()) != " ".join(after.split()):
        yield Change("headline", "altered", before, after)


def _headline(side: Coded) -> Spans:
    """The first line where it reads as a headline."""
    if not side.words.sentences:
        return ()
    first, last = side.words.sentences[0]
    text = side.record.document.text
    ends_line = "\n" in text[side.words.ends[last - 1] :][:2] and text[side.words.ends[last - 1] :].strip()
    if not ends_line or last - first > LONGEST_HEADLINE or side.words.keys[last - 1] == ".":
        return ()
    return (side.words.span(first, last - 1),)


def _other_passages(comparison: Comparison, passages: Iterable[Passage]) -> Iterator[Change]:
    """The passages with words that no change so far accounts for."""
    turned = comparison.turned()
    for passage in passages:
        if passage.kind == "moved":
            yield _passage_change(passage)
        elif passage.kind != "kept":
            left = comparison.untold(comparison.earlier.numbers(passage.before))
            right = turned.untold(comparison.later.numbers(passage.after))
            if left or right:
                yield _passage_change(passage)


def _passage_change(passage: Passage) -> Change:
    kind = passage.kind
    assert kind != "kept"
    return Change(
        "passage", kind, phrase(passage.before) or None, phrase(passage.after) or None, passage.before, passage.after
    )  # fmt: skip
