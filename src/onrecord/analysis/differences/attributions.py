"""What became of who said what: statements removed, no longer anybody's, or with another source, cue or content."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.differences.change import Change, What
from onrecord.analysis.differences.comparison import Comparison
from onrecord.analysis.differences.cue_strength import compare_cues
from onrecord.analysis.differences.quotations import find_quotation_change
from onrecord.analysis.differences.statements import Statements, common, cue_of, source_of, teller, told, whole
from onrecord.analysis.differences.words import phrase
from onrecord.record import Content, Spans, Statement


def find_altered(comparison: Comparison, pairs: Statements) -> Iterator[Change]:
    """The sources, cues and quotations that were altered in statements that both revisions have."""
    for mine, theirs in pairs:
        numbers = comparison.earlier.numbers(whole(mine))
        if not comparison.is_altered(numbers) or comparison.is_wholly_told(numbers):
            continue
        if not common(comparison, mine.content.spans, theirs.content.spans):
            yield _reworded(comparison, mine, theirs)
        else:
            yield from _source_change(comparison, mine, theirs)
            yield from _cue_change(comparison, mine, theirs)
            yield from find_quotation_change(comparison, mine, theirs)


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
        cue = comparison.earlier.main(cue_of(mine))
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


def _attribution_removed(comparison: Comparison, mine: Statement) -> Change:
    content = comparison.earlier.numbers(mine.content.spans)
    found = [other for number in content if (other := comparison.alignment.later[number]) is not None]
    after = comparison.later.words.spans(range(min(found), max(found) + 1))
    comparison.tell(comparison.earlier.numbers(source_of(mine) + cue_of(mine)))
    return Change(
        "attribution", "removed", phrase(mine.content.spans), phrase(after), whole(mine), after,
        teller(comparison.earlier, mine),
    )  # fmt: skip


def _statement_removed(comparison: Comparison, mine: Statement, pieces: Spans) -> Change:
    """Told with those pieces of the content that are gone: what was said before and after may still stand."""
    what: What = "denial" if mine.act == "deny" else "statement" if mine.quotation == "indirect" else "quotation"
    lost = replace(mine, content=Content(pieces)) if pieces else mine
    numbers = comparison.earlier.numbers(whole(lost))
    comparison.tell(numbers if mine.within else comparison.earlier.with_sentences(numbers))
    who = comparison.earlier.name(mine.source)
    return Change(what, "removed", told(comparison.earlier, lost), None, whole(lost), (), who)


def _source_change(comparison: Comparison, mine: Statement, theirs: Statement) -> Iterator[Change]:
    before, after = source_of(mine), source_of(theirs)
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
    left, right = comparison.earlier.main(cue_of(mine)), comparison.later.main(cue_of(theirs))
    if not left or not right or not _is_edited(comparison, left, right):
        return
    shift = compare_cues(
        comparison.earlier.keys(comparison.earlier.numbers(cue_of(mine))),
        comparison.later.keys(comparison.later.numbers(cue_of(theirs))),
    )
    who = comparison.earlier.name(mine.source)
    spans = cue_of(mine), cue_of(theirs)
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
    what: What = "quotation" if "indirect" not in (mine.quotation, theirs.quotation) else "statement"
    return Change(
        what, "altered", told(comparison.earlier, mine), told(comparison.later, theirs),
        whole(mine), whole(theirs), comparison.earlier.name(mine.source),
    )  # fmt: skip
