"""When the events of a sentence are told to be."""

from collections.abc import Mapping, Sequence

from onrecord.annotation.attachment import governors
from onrecord.annotation.events.triggers import Trigger
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues
from onrecord.record import Time


def times_of(sentence: Sentence, triggers: Sequence[Trigger], times: Sequence[Time]) -> Mapping[int, Time]:
    """The time of each trigger, by its head: the expression attached to it, or to the verb that carries it."""
    owner = {index: trigger.head for trigger in triggers for index in (*trigger.words, *trigger.others)}
    owner |= {trigger.head: trigger.head for trigger in triggers}
    found: dict[int, Time] = {}
    for time in times:
        for index in governors(sentence, time):
            heads = [owner[index]] if index in owner else _carried_by(sentence, index, triggers)
            if heads:
                for head in heads:
                    # The first dates an event best; a duration only where nothing else does.
                    if head not in found or (found[head].kind == "duration" and time.kind != "duration"):
                        found[head] = time
                break
    return found


def _carried_by(sentence: Sentence, verb: int, triggers: Sequence[Trigger]) -> list[int]:
    """The nominal triggers that a verb is said of, where the verb is none itself: `talks resumed on Monday`."""
    if not sentence.words[verb].is_verb or load_cues().knows(sentence.words[verb].lemma):
        return []
    return [
        trigger.head
        for trigger in triggers
        if trigger.part == "noun"
        and sentence.words[trigger.head].dep in ("nsubj", "nsubjpass", "dobj", "attr")
        and sentence.words[trigger.head].head == verb
    ]
