"""Numbers, times, places, names and hedges that an edit put in another's stead."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.analysis.differences.change import Change, What
from onrecord.analysis.differences.comparison import Coded, Comparison
from onrecord.analysis.differences.words import phrase
from onrecord.codebooks.cue_scales import load_cue_scales
from onrecord.record import Figure, Mention, Place, Spans, Time


@dataclass(frozen=True, slots=True)
class Detail:
    """Something with a value that a text tells in a few words; `core` are those of them that give the value."""

    core: Spans
    spans: Spans
    value: object
    kind: object = None


AROUND = 5
"""So many words on either side are shown with a negation."""
Finder = Callable[[Coded], list[Detail]]


def figures_of(side: Coded) -> list[Detail]:
    """The figures of a revision with what they count, and the numbers that are no figures: ages, days, resolutions."""
    found = [_figure(each) for each in side.record.figures]
    covered = {number for each in found for number in side.numbers(each.core)}
    covered |= {number for each in side.record.times for number in side.numbers(each.spans)}
    bare = (number for number, key in enumerate(side.words.keys) if key[0].isdigit() and number not in covered)
    return found + [
        Detail(spans, spans, side.keys([number])) for number in bare for spans in [side.words.spans([number])]
    ]


def _figure(figure: Figure) -> Detail:
    counted = figure.counts.spans if figure.counts else ()
    value = (figure.low, figure.high, figure.exact, figure.unit)
    near = tuple(span for span in counted if 0 <= span.start - figure.spans[-1].end < 30)
    return Detail(figure.spans, figure.spans + near, value, figure.counts.lemma if figure.counts else None)


def times_of(side: Coded) -> list[Detail]:
    """The times of a revision."""
    return [_time(each) for each in side.record.times]


def _time(time: Time) -> Detail:
    return Detail(time.spans, time.spans, time.edtf or phrase(time.spans), time.kind)


def places_of(side: Coded) -> list[Detail]:
    """The places of a revision."""
    return [_place(each) for each in side.record.places]


def _place(place: Place) -> Detail:
    return Detail(place.spans, place.spans, place.geonames or place.name)


def names_of(side: Coded) -> list[Detail]:
    """The names that a revision mentions, and words with a capital inside a sentence that nobody knows."""
    found = [_name(each) for each in side.record.mentions if each.form == "name"]
    covered = {number for each in found for number in side.numbers(each.core)}
    firsts = {first for first, _ in side.words.sentences}
    return found + [
        Detail(spans, spans, side.keys([number]))
        for number, start in enumerate(side.words.starts)
        if side.words.text[start].isupper() and number not in covered and number not in firsts
        for spans in [side.words.spans([number])]
    ]


def _name(mention: Mention) -> Detail:
    return Detail(mention.spans, mention.spans, phrase(mention.spans).casefold())


def find_altered_details(comparison: Comparison, what: What, finder: Finder) -> Iterator[Change]:
    """The details of one sort in whose place another stands now."""
    turned = comparison.turned()
    theirs = finder(comparison.later)
    by_word: dict[int, list[int]] = {}
    for number, each in enumerate(theirs):
        for word in comparison.later.numbers(each.core):
            by_word.setdefault(word, []).append(number)
    taken: set[int] = set()
    for mine in finder(comparison.earlier):
        left = comparison.earlier.numbers(mine.core)
        if not left or not comparison.untold(left):
            continue
        where = {*comparison.alignment.opposite(left), *(comparison.alignment.later[number] for number in left)}
        near = {number for word in where if word is not None for number in by_word.get(word, ())} - taken
        for number in sorted(near, key=lambda each: (theirs[each].kind != mine.kind, theirs[each].core)):
            other = theirs[number]
            right = comparison.later.numbers(other.core)
            if mine.value == other.value or not turned.untold(right):
                continue
            taken.add(number)
            comparison.tell(left, right)
            yield Change(what, "altered", phrase(mine.spans), phrase(other.spans), mine.spans, other.spans)
            break


def find_removed_figures(comparison: Comparison) -> Iterator[Change]:
    """The figures that an altered sentence has no more, with nothing in their stead and not in another place either."""
    turned = comparison.turned()
    new = {
        detail.value: numbers
        for detail in map(_figure, comparison.later.record.figures)
        if turned.untold(numbers := comparison.later.numbers(detail.core))
    }
    for detail in map(_figure, comparison.earlier.record.figures):
        numbers = comparison.earlier.numbers(detail.core)
        if comparison.untold(numbers) != numbers:
            continue
        if detail.value in new:
            comparison.tell(numbers, new[detail.value])
        elif _is_sentence_kept(comparison, numbers[0]):
            comparison.tell(numbers)
            yield Change("figure", "altered", phrase(detail.spans), None, detail.spans)


def find_removed_hedges(comparison: Comparison) -> Iterator[Change]:
    """The words that kept a claim at a distance, where the rest of their sentence stayed."""
    hedges = load_cue_scales().hedges
    longest = max(len(hedge) for hedge in hedges)
    keys = comparison.earlier.words.keys
    for first in comparison.untold(range(len(keys))):
        for size in range(longest, 0, -1):
            numbers = range(first, min(first + size, len(keys)))
            if tuple(keys[first : first + size]) in hedges and _is_sentence_kept(comparison, first):
                spans = comparison.earlier.words.spans(numbers)
                comparison.tell(numbers, comparison.in_stead(numbers))
                yield Change("hedge", "removed", phrase(spans), None, spans)
                break


def find_removed_negations(comparison: Comparison) -> Iterator[Change]:
    """The negations that an altered sentence has no more, with the sentence of both revisions."""
    words = comparison.earlier.words
    for number in comparison.untold(range(len(words.keys))):
        in_stead = comparison.in_stead([number])
        if words.is_negation(number) and _is_sentence_kept(comparison, number):
            if any(comparison.later.words.is_negation(other) for other in in_stead):
                continue
            comparison.tell([number], in_stead)
            before, after = _clause(comparison, number)
            yield Change("negation", "removed", phrase(before), phrase(after), before, after)


def _clause(comparison: Comparison, number: int) -> tuple[Spans, Spans]:
    """The words around one, as many of either text."""
    words = comparison.earlier.words
    first, last = words.sentences[words.sentence_of(number)]
    around = range(max(first, number - AROUND), min(last, number + AROUND + 1))
    found = [other for each in around if (other := comparison.alignment.later[each]) is not None]
    after = comparison.later.words.spans(range(min(found), max(found) + 1)) if found else ()
    return words.spans(around), after


def _is_sentence_kept(comparison: Comparison, number: int) -> bool:
    """Whether most of the words of a word's sentence stayed."""
    words = comparison.earlier.words
    return comparison.alignment.kept(range(*words.sentences[words.sentence_of(number)])) >= 0.5
