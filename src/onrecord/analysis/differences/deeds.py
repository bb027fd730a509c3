"""What became of who did what to whom: events of two revisions, paired by where their triggers stand."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from onrecord.analysis.differences.change import Change
from onrecord.analysis.differences.comparison import Coded, Comparison
from onrecord.analysis.differences.words import phrase
from onrecord.record import Event, Participant, Spans

Events = list[tuple[Event, Event]]
Role = Literal["actor", "recipient"]
NEAR = 6
"""So many words from its trigger stand the words that tell what became of an event."""


def pair_events(comparison: Comparison) -> Events:
    """The events that are one, in the order of the earlier text.

    Either a word of the trigger is the same; or of two of one type one trigger stands where the other stood, or both
    are new to the other text and somebody whom they involve is the same: `soldiers beat a nurse`, `a nurse was beaten`.
    """
    rated = []
    theirs = comparison.later.events
    near = _by_sentence(comparison.later)
    for order, mine in enumerate(comparison.earlier.events):
        numbers = comparison.earlier.main(mine.trigger.spans)
        found = {comparison.alignment.later[number] for number in numbers}
        opposite = comparison.alignment.opposite(numbers)
        is_lost = comparison.is_lost(numbers)
        for other in {each for sentence in comparison.counterparts(numbers[0]) for each in near[sentence]}:
            triggers = comparison.later.main(theirs[other].trigger.spans)
            common = len(found.intersection(triggers))
            same_type = theirs[other].type == mine.type
            in_place = any(number in opposite for number in triggers)
            if common or (same_type and (in_place or (is_lost and _is_retold(comparison, mine, theirs[other])))):
                rated.append((-common, not same_type, not in_place, order, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, order, other in sorted(rated):
        if order not in pairs and other not in taken:
            pairs[order] = other
            taken.add(other)
    return [(comparison.earlier.events[order], theirs[other]) for order, other in sorted(pairs.items())]


def _by_sentence(side: Coded) -> dict[int, list[int]]:
    """The numbers of a revision's events by the sentence in which their trigger begins."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, event in enumerate(side.events):
        found[side.words.sentence_of(side.words.within(event.trigger.spans)[0])].append(number)
    return found


def _is_retold(comparison: Comparison, mine: Event, theirs: Event) -> bool:
    """Whether the other trigger is new too, and words of somebody involved stand in both events for somebody."""
    if not comparison.turned().is_lost(comparison.later.main(theirs.trigger.spans)):
        return False
    found = {comparison.alignment.later[number] for number in comparison.earlier.main(_party_spans(mine))}
    return not found.isdisjoint(comparison.later.main(_party_spans(theirs)))


def _party_spans(event: Event) -> Spans:
    return tuple(span for each in (*event.actors, *event.recipients) for span in each.spans)


def find_altered_events(comparison: Comparison, pairs: Events) -> Iterator[Change]:
    """What became of an event, who did it and to whom, where an edit of its sentence altered that."""
    for mine, theirs in pairs:
        numbers = comparison.earlier.main(mine.trigger.spans)
        if comparison.is_altered(numbers):
            yield from _status_change(comparison, mine, theirs)
            yield from _party_change(comparison, "actor", mine, theirs)
            yield from _party_change(comparison, "recipient", mine, theirs)
            yield from _type_change(comparison, mine, theirs)


def find_removed_events(comparison: Comparison, pairs: Events) -> Iterator[Change]:
    """The events of the earlier revision whose words are gone, the outermost only."""
    paired = {mine.id for mine, _ in pairs}
    gone: set[str] = set()
    cues = {
        number
        for each in comparison.earlier.record.statements
        if each.cue
        for number in comparison.earlier.main(each.cue.spans)
    }
    for mine in comparison.earlier.events:
        trigger = comparison.earlier.main(mine.trigger.spans)
        if mine.id in paired or not cues.isdisjoint(trigger) or not comparison.is_lost(trigger):
            continue
        gone.add(mine.id)
        if mine.within not in gone and not comparison.is_told(trigger):
            spans = whole_event(mine)
            numbers = comparison.earlier.numbers(_sentence(comparison.earlier, mine))
            in_stead = comparison.in_stead(comparison.earlier.words.within(mine.trigger.spans))
            kept = comparison.alignment.kept(numbers)
            comparison.tell(numbers if kept < 0.5 else comparison.earlier.numbers(spans), in_stead)
            yield Change("event", "removed", told_event(comparison.earlier, mine), None, spans)


def _status_change(comparison: Comparison, mine: Event, theirs: Event) -> Iterator[Change]:
    if mine.status == theirs.status:
        return
    before, after = _near_trigger(comparison, mine), _near_trigger(comparison.turned(), theirs)
    if not before and not after:
        return
    comparison.tell(before, after)
    spans = _with_trigger(comparison.earlier, mine, before), _with_trigger(comparison.later, theirs, after)
    yield Change(
        "status", "altered", phrase(spans[0]), phrase(spans[1]), *spans, None, f"{mine.status} → {theirs.status}"
    )  # fmt: skip


def _near_trigger(comparison: Comparison, event: Event) -> list[int]:
    """The words lost near the trigger, within its sentence: what made the status what it was."""
    words = comparison.earlier.words
    trigger = words.within(event.trigger.spans)
    first, last = words.sentences[words.sentence_of(trigger[0])]
    return comparison.untold(range(max(first, trigger[0] - NEAR), min(last, trigger[-1] + NEAR + 1)))


def _with_trigger(side: Coded, event: Event, numbers: list[int]) -> Spans:
    return side.words.spans({*numbers, *side.words.within(event.trigger.spans)})


def _party_change(comparison: Comparison, role: Role, mine: Event, theirs: Event) -> Iterator[Change]:
    before, after = _parties(mine, role), _parties(theirs, role)
    left = [each for each in before if not _stands_among(comparison, each, after)]
    right = [each for each in after if not _stands_among(comparison.turned(), each, before)]
    gone = [each for each in left if comparison.is_lost(comparison.earlier.main(each.spans))]
    new = [each for each in right if comparison.turned().is_lost(comparison.later.main(each.spans))]
    # A pronoun that is new points to somebody whom the sentence named before.
    if not gone and all(comparison.later.referents.is_pronoun(each) for each in new):
        return
    spans = _spans(gone), _spans(new)
    numbers = comparison.earlier.numbers(spans[0]), comparison.later.numbers(spans[1])
    if comparison.is_told(numbers[0]) or comparison.turned().is_told(numbers[1]):
        return
    triggers = comparison.earlier.numbers(mine.trigger.spans), comparison.later.numbers(theirs.trigger.spans)
    comparison.tell([*numbers[0], *triggers[0]], [*numbers[1], *triggers[1]])
    yield Change(
        role, "altered", _names(gone), _names(new), *spans, None, told_event(comparison.later, theirs)
    )  # fmt: skip


def _stands_among(comparison: Comparison, party: Participant, others: tuple[Participant, ...]) -> bool:
    """Whether one of the others is the same by its words, wherever in the sentence they stand."""
    numbers = comparison.earlier.main(party.spans)
    found = {comparison.alignment.later[number] for number in numbers}
    keys = set(comparison.earlier.keys(numbers))
    for each in others:
        theirs = comparison.later.main(each.spans)
        other_keys = set(comparison.later.keys(theirs))
        if not found.isdisjoint(theirs) or keys <= other_keys or other_keys <= keys:
            return True
    return False


def _type_change(comparison: Comparison, mine: Event, theirs: Event) -> Iterator[Change]:
    trigger = comparison.earlier.main(mine.trigger.spans)
    if (mine.type, mine.mode) == (theirs.type, theirs.mode) or not comparison.untold(trigger):
        return
    comparison.tell(trigger, comparison.later.main(theirs.trigger.spans))
    yield Change(
        "event", "altered", told_event(comparison.earlier, mine), told_event(comparison.later, theirs),
        whole_event(mine), whole_event(theirs), None, f"{_kind(mine)} → {_kind(theirs)}",
    )  # fmt: skip


def _kind(event: Event) -> str:
    return f"{event.type} {event.mode}" if event.mode else event.type


def told_event(side: Coded, event: Event) -> str:
    """The words that tell an event, from the first of its actors, trigger and recipients to the last."""
    spans = whole_event(event)
    return " ".join(side.record.document.text[spans[0].start : max(span.end for span in spans)].split())


def whole_event(event: Event) -> Spans:
    """An event's trigger, actors and recipients, in text order."""
    return tuple(sorted({*event.trigger.spans, *_party_spans(event)}))


def _sentence(side: Coded, event: Event) -> Spans:
    number = side.words.within(event.trigger.spans)[0]
    first, last = side.words.sentences[side.words.sentence_of(number)]
    return (side.words.span(first, last - 1),)


def _parties(event: Event, role: Role) -> tuple[Participant, ...]:
    return event.actors if role == "actor" else event.recipients


def _spans(parties: list[Participant]) -> Spans:
    return tuple(sorted(span for each in parties for span in each.spans))


def _names(parties: list[Participant]) -> str | None:
    return "; ".join(phrase(each.spans) for each in parties) or None
