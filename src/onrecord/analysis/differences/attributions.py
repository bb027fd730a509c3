"""What became of who said what: statements of two revisions, paired by where their words stand."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.differences.change import Change, How
from onrecord.analysis.differences.comparison import Coded, Comparison, phrase
from onrecord.analysis.differences.cue_strength import compare_cues
from onrecord.record import Content, Span, Spans, Statement

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
    content = _common(comparison, mine.content.spans, theirs.content.spans)
    cue = _common(comparison, _cue(mine), _cue(theirs))
    source = _common(comparison, _source(mine), _source(theirs))
    framed = (cue > 0) + (source > 0)
    is_one = content >= LEAST_COMMON or (content >= LEAST_COMMON_FRAMED and framed) or framed == 2
    return content + 0.25 * framed if is_one else 0.0


def _common(comparison: Comparison, mine: Spans, theirs: Spans) -> float:
    """What share of the words of both stands in both."""
    left, right = comparison.earlier.main(mine), set(comparison.later.main(theirs))
    if not left or not right:
        return 0.0
    return 2 * sum(comparison.alignment.later[number] in right for number in left) / (len(left) + len(right))


def find_altered(comparison: Comparison, pairs: Statements) -> Iterator[Change]:
    """The sources, cues and quotations that were altered in statements that both revisions have."""
    for mine, theirs in pairs:
        numbers = comparison.earlier.numbers(whole(mine))
        if not comparison.is_altered(numbers) or comparison.is_wholly_told(numbers):
            continue
        if not _common(comparison, mine.content.spans, theirs.content.spans):
            yield _reworded(comparison, mine, theirs)
        else:
            yield from _source_change(comparison, mine, theirs)
            yield from _cue_change(comparison, mine, theirs)
            yield from _quotation_change(comparison, mine, theirs)


def find_removed(comparison: Comparison, pairs: Statements) -> Iterator[Change]:
    """The statements of the earlier revision that the later one has no more, or not as anybody's.

    A statement whose words all still stand is none of them: there the coder read the same words differently.
    """
    paired = {mine.id for mine, _ in pairs}
    gone: set[str] = set()
    for mine in comparison.earlier.statements:
        if mine.id in paired or comparison.is_wholly_told(comparison.earlier.numbers(whole(mine))):
            continue
        content = comparison.earlier.main(mine.content.spans)
        cue = comparison.earlier.main(_cue(mine))
        is_unattributed = bool(cue) and comparison.is_lost(cue) and not comparison.is_told(cue)
        pieces = _lost_pieces(comparison, mine)
        if is_unattributed and not pieces:
            yield _attribution_removed(comparison, mine)
        elif comparison.is_lost(content) or (is_unattributed and pieces):
            gone.add(mine.id)
            if mine.within not in gone and not comparison.is_told(content):
                yield _statement_removed(comparison, mine, pieces)


def _lost_pieces(comparison: Comparison, mine: Statement) -> Spans:
    """The pieces of a content that are gone, of one that is broken up."""
    return tuple(span for span in mine.content.spans if comparison.is_lost(comparison.earlier.main((span,))))


def _sentences(side: Coded, numbers: list[int]) -> Iterator[int]:
    """The words that stand in the sentence with a statement belong to it: `, on a visit to the port`."""
    for sentence in {side.words.sentence_of(number) for number in numbers}:
        yield from range(*side.words.sentences[sentence])


def _attribution_removed(comparison: Comparison, mine: Statement) -> Change:
    content = comparison.earlier.numbers(mine.content.spans)
    found = [other for number in content if (other := comparison.alignment.later[number]) is not None]
    after = comparison.later.words.spans(range(min(found), max(found) + 1))
    comparison.tell(comparison.earlier.numbers(_source(mine) + _cue(mine)))
    return Change(
        "attribution", "removed", phrase(mine.content.spans), phrase(after), whole(mine), after,
        _teller(comparison.earlier, mine),
    )  # fmt: skip


def _statement_removed(comparison: Comparison, mine: Statement, pieces: Spans) -> Change:
    """Told with those pieces of the content that are gone: what was said before and after may still stand."""
    what = "denial" if mine.act == "deny" else "statement" if mine.quotation == "indirect" else "quotation"
    lost = replace(mine, content=Content(pieces)) if pieces else mine
    numbers = comparison.earlier.numbers(whole(lost))
    comparison.tell(numbers if mine.within else _sentences(comparison.earlier, numbers))
    who = comparison.earlier.name(mine.source)
    return Change(what, "removed", told(comparison.earlier, lost), None, whole(lost), (), who)  # type: ignore[arg-type]


def _source_change(comparison: Comparison, mine: Statement, theirs: Statement) -> Iterator[Change]:
    before, after = _source(mine), _source(theirs)
    left, right = comparison.earlier.main(before), comparison.later.main(after)
    if comparison.earlier.keys(left) == comparison.later.keys(right):
        return
    if not _is_edited(comparison, left, right) or _is_same_person(comparison, mine, theirs):
        return
    comparison.tell(comparison.earlier.numbers(before), comparison.later.numbers(after))
    yield Change(
        "source", "altered", phrase(before) or None, phrase(after) or None, before, after, None,
        phrase(theirs.content.spans),
    )  # fmt: skip


def _is_edited(comparison: Comparison, left: list[int], right: list[int]) -> bool:
    """Whether an edit put some words in the stead of others.

    Where the words of either still stand in a sentence as it was, the coder has only turned to other ones.
    """
    turned = comparison.turned()
    is_new = not right or turned.is_altered(right)
    is_old = not left or comparison.is_altered(left)
    return is_new and is_old and bool(comparison.lost(left) or turned.lost(right))


def _is_same_person(comparison: Comparison, mine: Statement, theirs: Statement) -> bool:
    """Whether the source is named otherwise and is still the same: `Stein`, `the minister`, `she`."""
    entities = comparison.earlier.referents.entity(mine.source), comparison.later.referents.entity(theirs.source)
    if entities[0] is None or entities[1] is None:
        return False
    if entities[0].registry and entities[0].registry == entities[1].registry:
        return True
    names = [set(entity.name.casefold().split()) for entity in entities if entity]
    return names[0] <= names[1] or names[1] <= names[0]


def _cue_change(comparison: Comparison, mine: Statement, theirs: Statement) -> Iterator[Change]:
    left, right = comparison.earlier.main(_cue(mine)), comparison.later.main(_cue(theirs))
    if not left or not right or not _is_edited(comparison, left, right):
        return
    shift = compare_cues(
        comparison.earlier.keys(comparison.earlier.numbers(_cue(mine))),
        comparison.later.keys(comparison.later.numbers(_cue(theirs))),
    )
    who = comparison.earlier.name(mine.source)
    spans = _cue(mine), _cue(theirs)
    words = phrase(spans[0]), phrase(spans[1])
    if {mine.act, theirs.act} == {"deny", "assert"}:
        yield Change(
            "denial", "removed" if mine.act == "deny" else "added",
            told(comparison.earlier, mine), told(comparison.later, theirs), whole(mine), whole(theirs), who,
        )  # fmt: skip
    elif shift:
        yield Change("cue", "hardened" if shift.is_harder else "softened", *words, *spans, who, shift.line)
    elif mine.act != theirs.act and mine.act and theirs.act:
        yield Change("cue", "altered", *words, *spans, who, f"{mine.act} → {theirs.act}")
    else:
        return
    comparison.tell(left, right)


def _quotation_change(comparison: Comparison, mine: Statement, theirs: Statement) -> Iterator[Change]:
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
        comparison.tell(_sentences(comparison.earlier, gone))
    if not words[0]:
        comparison.tell((), _sentences(comparison.later, new))
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


def find_reworded(comparison: Comparison, pairs: Statements) -> Iterator[Change]:
    """The statements whose content was altered otherwise than any change so far tells."""
    for mine, theirs in pairs:
        left = comparison.untold(comparison.earlier.numbers(mine.content.spans))
        right = comparison.turned().untold(comparison.later.numbers(theirs.content.spans))
        if not left and not right:
            continue
        yield _reworded(comparison, mine, theirs)


def _reworded(comparison: Comparison, mine: Statement, theirs: Statement) -> Change:
    comparison.tell(comparison.earlier.numbers(whole(mine)), comparison.later.numbers(whole(theirs)))
    what = "quotation" if "indirect" not in (mine.quotation, theirs.quotation) else "statement"
    return Change(
        what, "altered", told(comparison.earlier, mine), told(comparison.later, theirs),  # type: ignore[arg-type]
        whole(mine), whole(theirs), comparison.earlier.name(mine.source),
    )  # fmt: skip


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
    return tuple(sorted({*_source(statement), *_cue(statement), *statement.content.spans}))


def _teller(side: Coded, statement: Statement) -> str | None:
    """`officials said`."""
    words = [phrase(spans) for spans in (_source(statement), _cue(statement)) if spans]
    return " ".join(words) or None


def _source(statement: Statement) -> Spans:
    return statement.source.spans if statement.source else ()


def _cue(statement: Statement) -> Spans:
    return statement.cue.spans if statement.cue else ()
