"""What became of the words of a quotation, and of its quotation marks."""

from collections.abc import Iterator

from onrecord.analysis.differences.change import Change, How
from onrecord.analysis.differences.comparison import Coded, Comparison
from onrecord.analysis.differences.statements import whole
from onrecord.analysis.differences.words import phrase
from onrecord.record import Span, Spans, Statement


def find_quotation_change(comparison: Comparison, mine: Statement, theirs: Statement) -> Iterator[Change]:
    """What was altered within the quotation marks of a statement that both revisions have, or in where they stand."""
    left, right = _quoted(comparison.earlier, mine), _quoted(comparison.later, theirs)
    gone, new = comparison.lost(left), comparison.turned().lost(right)
    spans = _altered_pieces(comparison, mine.content.spans, theirs.content.spans)
    words = phrase(spans[0]) or None, phrase(spans[1]) or None
    who = comparison.earlier.name(mine.source)
    marks_changed = _marks_lost(comparison, mine) or _marks_lost(comparison.turned(), theirs)
    if left and not right and marks_changed:
        yield Change("quotation", "paraphrased", *words, *spans, who)
    elif right and not left and marks_changed:
        yield Change("statement", "quoted", *words, *spans, who)
    elif left and right and (gone or new):
        how: How = "altered" if all(words) else "removed" if words[0] else "added"
        yield Change("quotation", how, *words, *spans, who)
    else:
        return
    if not words[1]:
        comparison.tell(comparison.earlier.with_sentences(gone))
    if not words[0]:
        comparison.tell((), comparison.later.with_sentences(new))
    comparison.tell(comparison.earlier.numbers(whole(mine)), comparison.later.numbers(whole(theirs)))


def _altered_pieces(comparison: Comparison, mine: Spans, theirs: Spans) -> tuple[Spans, Spans]:
    """Those pieces of two contents in which something differs, each with those that it became or came from."""
    turned = comparison.turned()
    lost = [span for span in mine if comparison.lost(comparison.earlier.numbers((span,)))]
    new = [span for span in theirs if turned.lost(comparison.later.numbers((span,)))]
    before = {*lost, *(span for span in mine if _leads_to(comparison, span, new))}
    after = {*new, *(span for span in theirs if _leads_to(turned, span, lost))}
    return tuple(sorted(before)), tuple(sorted(after))


def _leads_to(comparison: Comparison, span: Span, others: list[Span]) -> bool:
    found = {comparison.alignment.later[number] for number in comparison.earlier.numbers((span,))}
    return not found.isdisjoint(comparison.later.numbers(tuple(others)))


def _marks_lost(comparison: Comparison, statement: Statement) -> bool:
    words = comparison.earlier.words
    marks = [number for number in words.within(statement.content.spans) if words.keys[number] == '"']
    return bool(comparison.lost(marks))


def _quoted(side: Coded, statement: Statement) -> list[int]:
    """The words of a content that stand in quotation marks."""
    if statement.quotation == "indirect":
        return []
    quoted, is_open = [], statement.quotation == "direct"
    for number in side.words.within(statement.content.spans):
        if side.words.keys[number] == '"':
            is_open = statement.quotation == "direct" or not is_open
        elif is_open and not side.words.is_mark(number):
            quoted.append(number)
    return quoted
