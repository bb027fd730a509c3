"""What differs between two codings of one text: two versions of the coder, the coder and a person, two people."""

from collections.abc import Iterator
from typing import Any

from onrecord.analysis.differences.difference import NOUNS, Difference
from onrecord.analysis.differences.items import ITEM_PARTS, Items, Labels, compared_fields
from onrecord.analysis.differences.pairing import pair
from onrecord.errors import RecordError
from onrecord.record import Part, Record, Spans

# Of two contents half must be common, or the cue: contents stand within one another.
LEAST_SHARED: dict[Part, float] = {"statements": 0.5}
# Below this two coders' confidence is the same for a reader; every new model moves all of them a little.
CONFIDENCE_STEP = 0.1
DOCUMENT_FIELDS = ("uri", "title", "outlet", "authors", "published", "modified", "language", "media_type")


def compare_codings(left: Record, right: Record) -> tuple[Difference, ...]:
    """The differences between two records of one text: by part, then in text order.

    Items are paired by kind and place, and compared field by field; what they refer to is compared by what it means,
    so that other ids or another order make no difference. Left out are what people decided (`reviews`), when the text
    was fetched, and a confidence that moved by less than 0.1. Swapping the records swaps before and after and no more.

    Raises RecordError where the texts differ: `compare_revisions` compares those.
    """
    if left.document.text != right.document.text:
        raise RecordError("the two records are not of one text; compare them as revisions", field="document.text")
    earlier, later = Items(left), Items(right)
    pairs = {part: _pairs(part, earlier, later) for part in ITEM_PARTS}
    labels = _labels(earlier, later, pairs)
    found = [*_document_differences(left, right)]
    for part in ITEM_PARTS:
        found += _differences(part, earlier, later, pairs[part], labels)
    return tuple(sorted(found, key=_rank))


Pairs = list[tuple[Any, Any]]


def _pairs(part: Part, earlier: Items, later: Items) -> Pairs:
    """The items of a part, paired; the partner of what only one side has is None."""
    left, right = earlier.of(part), later.of(part)
    paired = pair(
        [earlier.placed(part, item) for item in left],
        [later.placed(part, item) for item in right],
        LEAST_SHARED.get(part, 0.0),
    )
    taken = set(paired.values())
    both = [(item, right[paired[number]] if number in paired else None) for number, item in enumerate(left)]
    return both + [(None, item) for number, item in enumerate(right) if number not in taken]


def _labels(earlier: Items, later: Items, pairs: dict[Part, Pairs]) -> tuple[Labels, Labels]:
    """One label for both items of a pair, whatever their ids."""
    left: dict[tuple[Part, str], object] = {}
    right: dict[tuple[Part, str], object] = {}
    for part, paired in pairs.items():
        for number, (mine, theirs) in enumerate(paired):
            if mine is not None:
                left[part, mine.id] = number
            if theirs is not None:
                right[part, theirs.id] = number
    return left, right


def _document_differences(left: Record, right: Record) -> Iterator[Difference]:
    for name in DOCUMENT_FIELDS:
        before, after = (getattr(record.document, name) for record in (left, right))
        if before != after:
            yield Difference("changed", "document", "document", name, _plain(before), _plain(after), ())


def _plain(value: str | tuple[str, ...] | None) -> str | None:
    return ("; ".join(value) or None) if isinstance(value, tuple) else value


def _differences(
    part: Part, earlier: Items, later: Items, pairs: Pairs, labels: tuple[Labels, Labels]
) -> Iterator[Difference]:
    for mine, theirs in pairs:
        if theirs is None:
            words = earlier.name(part, mine)
            yield Difference("removed", part, words, None, words, None, earlier.place(part, mine))
        elif mine is None:
            words = later.name(part, theirs)
            yield Difference("added", part, words, None, None, words, later.place(part, theirs))
        else:
            yield from _changes(part, earlier, later, mine, theirs, labels)


def _changes(
    part: Part, earlier: Items, later: Items, mine: Any, theirs: Any, labels: tuple[Labels, Labels]
) -> Iterator[Difference]:
    # The words of one side stand for both, the same side whichever comes first.
    place, words = min((side.place(part, item), side.name(part, item)) for side, item in
                       ((earlier, mine), (later, theirs)))  # fmt: skip
    for name in compared_fields(mine):
        old, new = getattr(mine, name), getattr(theirs, name)
        if earlier.meaning(part, name, old, labels[0]) == later.meaning(part, name, new, labels[1]):
            continue
        if name == "confidence" and old is not None and new is not None and round(abs(old - new), 4) < CONFIDENCE_STEP:
            continue
        before, after = earlier.words(part, name, old), later.words(part, name, new)
        if before == after:
            before, after = f"{before}{_where(earlier, part, name, old)}", f"{after}{_where(later, part, name, new)}"
        yield Difference("changed", part, words, name, before, after, place)


def _where(side: Items, part: Part, name: str, value: Any) -> str:
    """Tells values apart that have the same words: where they stand."""
    starts = sorted({span.start for span in side.standing(part, name, value)})
    return f" (at {', '.join(map(str, starts))})" if starts else ""


def _rank(difference: Difference) -> tuple[int, Spans, str, str, str, str, str]:
    order = list(NOUNS)
    told = (difference.item, difference.kind, difference.field, difference.before, difference.after)
    return order.index(difference.part), difference.spans, *(each or "" for each in told)  # type: ignore[return-value]
