"""The statements of two revisions: which are one, and what each is made of."""

from collections import defaultdict

from onrecord.analysis.differences.comparison import Coded, Comparison
from onrecord.analysis.differences.words import phrase
from onrecord.record import Spans, Statement

LEAST_COMMON = 0.5
"""Two statements are one from this share of common content on;"""
LEAST_COMMON_FRAMED = 0.2
"""or from this, where source or cue stand where they stood."""
Statements = list[tuple[Statement, Statement]]


def pair_statements(comparison: Comparison) -> Statements:
    """The statements that are one, in the order of the earlier text."""
    theirs = {each.id: each for each in comparison.later.statements}
    near: dict[int, set[str]] = defaultdict(set)
    for each in theirs.values():
        for number in comparison.later.numbers(whole(each)):
            near[number].add(each.id)
    rated = []
    for order, mine in enumerate(comparison.earlier.statements):
        found = [comparison.alignment.later[number] for number in comparison.earlier.numbers(whole(mine))]
        for other in {id_ for number in found if number is not None for id_ in near[number]}:
            likeness = _likeness(comparison, mine, theirs[other])
            if likeness:
                rated.append((-likeness, order, theirs[other].content.spans, other, mine))
    pairs: dict[str, tuple[Statement, Statement]] = {}
    taken: set[str] = set()
    for _, _, _, other, mine in sorted(rated, key=lambda each: each[:4]):
        if mine.id not in pairs and other not in taken:
            pairs[mine.id] = mine, theirs[other]
            taken.add(other)
    for mine in comparison.earlier.statements:
        again = (each for each in theirs.values() if each.id not in taken and _is_retold(comparison, mine, each))
        if mine.id not in pairs and (found_again := next(again, None)):
            pairs[mine.id] = mine, found_again
            taken.add(found_again.id)
    return sorted(pairs.values(), key=lambda each: each[0].content.spans)


def _is_retold(comparison: Comparison, mine: Statement, theirs: Statement) -> bool:
    """Whether one source does the same by both, in other words: `denied the charge`, `rejected the accusation`."""
    if not mine.act == theirs.act == "deny":
        return False
    name = comparison.earlier.name(mine.source)
    return name is not None and name == comparison.later.name(theirs.source)


def _likeness(comparison: Comparison, mine: Statement, theirs: Statement) -> float:
    """How surely two statements are one; 0 for not."""
    content = common(comparison, mine.content.spans, theirs.content.spans)
    cue = common(comparison, cue_of(mine), cue_of(theirs))
    source = common(comparison, source_of(mine), source_of(theirs))
    framed = (cue > 0) + (source > 0)
    is_one = content >= LEAST_COMMON or (content >= LEAST_COMMON_FRAMED and framed) or framed == 2
    return content + 0.25 * framed if is_one else 0.0


def common(comparison: Comparison, mine: Spans, theirs: Spans) -> float:
    """What share of the words of both stands in both."""
    left, right = comparison.earlier.main(mine), set(comparison.later.main(theirs))
    if not left or not right:
        return 0.0
    return 2 * sum(comparison.alignment.later[number] in right for number in left) / (len(left) + len(right))


def told(side: Coded, statement: Statement) -> str:
    """A statement as the text tells it, from its first word to its last; of a long broken one the content alone."""
    spans = whole(statement)
    first, last = spans[0].start, max(span.end for span in spans)
    length = sum(span.end - span.start for span in spans)
    if last - first > 2 * length:
        return phrase(statement.content.spans)
    return " ".join(side.record.document.text[first:last].split())


def whole(statement: Statement) -> Spans:
    """All pieces of a statement, in text order."""
    return tuple(sorted({*source_of(statement), *cue_of(statement), *statement.content.spans}))


def teller(side: Coded, statement: Statement) -> str | None:
    """Source and cue: `officials said`."""
    words = [phrase(spans) for spans in (source_of(statement), cue_of(statement)) if spans]
    return " ".join(words) or None


def source_of(statement: Statement) -> Spans:
    """The words of a statement's source; none where it has none."""
    return statement.source.spans if statement.source else ()


def cue_of(statement: Statement) -> Spans:
    """The words of a statement's cue; none where it has none."""
    return statement.cue.spans if statement.cue else ()
