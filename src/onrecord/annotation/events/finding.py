"""Finds the events of a document's sentences: triggers, roles, status, and what stands under what."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.annotation.attachment import times_in
from onrecord.annotation.claims import is_reported
from onrecord.annotation.clauses import finite_head, is_finite, is_passive, subject_of
from onrecord.annotation.events.circumstances import times_of
from onrecord.annotation.events.participants import Cast, Phrase, cast_of
from onrecord.annotation.events.roles import MUTUAL_NOUNS, ON_THINGS, Roles
from onrecord.annotation.events.status import status_of
from onrecord.annotation.events.triggers import Trigger, find_triggers, match, part_of
from onrecord.annotation.models import EventReader
from onrecord.annotation.places import place_of
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues
from onrecord.codebooks.events import load_classes
from onrecord.record import Mention, Place, Status, Time

# A trigger with the heads of its actors and recipients.
Filled = tuple[Trigger, list[int], list[int]]


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as found in one sentence, before it has an id; `within` counts the drafts of the document.

    `beside` are the places of verbs that grammar joins it to (`threatened to leave and that they had lied`): it is no
    part of what they tell.
    """

    sentence: int
    trigger: Trigger
    status: Status
    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    within: int | None
    is_root: bool
    is_reported: bool
    beside: tuple[int, ...] = ()
    time: str | None = None
    place: str | None = None


def find_drafts(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    places: Sequence[Place],
    reader: EventReader | None = None,
) -> list[Draft]:
    """The events of all sentences in text order; by the lexicon alone without a reader."""
    starts = [mention.spans[0].start for mention in mentions]
    time_starts = [time.spans[0].start for time in times]
    place_starts = [place.spans[0].start for place in places]
    found: list[Draft] = []
    for number, sentence in enumerate(sentences):
        triggers = find_triggers(sentence, _told(text, sentence, reader) if reader else None)
        if triggers:
            first, last = bisect_left(starts, sentence.start), bisect_right(starts, sentence.end)
            here = times_in(sentence, times, time_starts)
            cast = cast_of(
                sentence, mentions[first:last], [(span.start, span.end) for time in here for span in time.spans]
            )
            low, high = bisect_left(place_starts, sentence.start), bisect_left(place_starts, sentence.end)
            found += _of_sentence(number, sentence, triggers, cast, here, places[low:high], len(found))
    return found


def _told(text: str, sentence: Sentence, reader: EventReader) -> dict[int, tuple[str, float]]:
    """What the reader takes the verbs, nouns and adjectives of a sentence to tell of, by index."""
    asked = [index for index in range(len(sentence.words)) if part_of(sentence, index) is not None]
    none = reader.types.index("none")
    told = {}
    for index, row in zip(asked, reader.read(text, [sentence.words[index].start for index in asked]), strict=True):
        best = max((k for k in range(len(row)) if k != none), key=lambda k: float(row[k]))
        told[index] = (reader.types[best], float(row[best]))
    return told


def _of_sentence(
    number: int,
    sentence: Sentence,
    triggers: Sequence[Trigger],
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    offset: int,
) -> Iterator[Draft]:
    roles = Roles(sentence, cast)
    filled = [(each, *roles.of(each)) for each in (without_people(found, cast) for found in triggers)]
    # What only the reader tells of, and to nobody and by nobody, is too little to go by.
    filled = [each for each in filled if each[1] or each[2] or not each[0].is_told]
    filled = [each for each in filled if each[1] or not _is_done_by_a_thing(sentence, each[0])]
    filled = [each for each in filled if not _only_warns(sentence, each, filled)]
    index_of = {trigger.head: offset + place for place, (trigger, _, _) in enumerate(filled)}
    is_question = any(word.text == "?" for word in sentence.words[-3:])
    is_headline = number == 0 and sentence.words[-1].text not in (".", "!", "”", '"')
    when = times_of(sentence, triggers, times)
    for trigger, actors, recipients in filled:
        outer = governor(sentence, trigger, index_of)
        yield Draft(
            number,
            trigger,
            status_of(sentence, trigger, is_question=is_question, is_headline=is_headline),
            _once(each for head in actors for each in cast.phrases(head)),
            _once(each for head in recipients for each in cast.phrases(head, roles.owner(head))),
            outer,
            outer is None and not is_background(sentence, trigger),
            is_reported(sentence, trigger.head),
            tuple(joined_to(sentence, trigger)),
            when[trigger.head].id if trigger.head in when else None,
            where.id if (where := place_of(sentence, trigger.head, places)) else None,
        )


def _is_done_by_a_thing(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a thing is said to do what only people do: `the rain helped the farmers`."""
    if trigger.part != "verb" or trigger.type not in BY_PEOPLE or is_passive(sentence, trigger.head):
        return False
    return subject_of(sentence, trigger.head) is not None


def _only_warns(sentence: Sentence, each: Filled, filled: Sequence[Filled]) -> bool:
    """Whether a warning threatens nobody: it is to nobody, and of nothing that anybody would do."""
    trigger, _, recipients = each
    if sentence.words[trigger.head].lemma not in ("warn", "caution") or recipients:
        return False
    below = set(sentence.subtree(trigger.head))
    return not any(other.head in below and other.type in HOSTILE for other, _, _ in filled if other is not trigger)


def without_people(trigger: Trigger, cast: Cast) -> Trigger:
    """A trigger without the people or things that its verb's object is: it is done to them, they are no part of it."""
    absorbed = trigger.absorbed
    if absorbed is None or cast.sentence.words[absorbed].lemma in MUTUAL_NOUNS:
        return trigger
    if not cast.can_act(absorbed) and not _is_hit(cast.sentence, absorbed, trigger.type):
        return trigger
    return replace(trigger, absorbed=None, words=tuple(index for index in trigger.words if index != absorbed))


def _is_hit(sentence: Sentence, noun: int, kind: str) -> bool:
    """Whether a noun is what an attack or a seizure is done to, not the means or the kind of it."""
    classes = load_classes()
    means = classes["weapon"] | classes["missile"] | classes["attack"] | classes["rights"] | classes["restriction"]
    return kind in ON_THINGS and sentence.words[noun].lemma not in means and match(sentence, noun, "noun") is None


def _once(phrases: Iterator[Phrase]) -> tuple[Phrase, ...]:
    """The phrases, an entity once: where it is named rather than pointed to."""
    kept: list[Phrase] = []
    for phrase in phrases:
        same = next((k for k, each in enumerate(kept) if each.entity and each.entity == phrase.entity), None)
        if same is None:
            kept.append(phrase)
        elif kept[same].is_pronoun and not phrase.is_pronoun:
            kept[same] = phrase
    return tuple(kept)


HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "PROTEST", "REJECT", "THREATEN"})
BY_PEOPLE = frozenset({"AID", "COOPERATE", "CONSULT", "PROTEST"})
BACKGROUND = frozenset({"relcl", "advcl", "acl", "appos"})
# A noun under these depends on a verb as a circumstance: `after the attack`.
CIRCUMSTANCES = frozenset("after before following during since amid despite over until because ahead due in at".split())


def governor(sentence: Sentence, trigger: Trigger, index_of: dict[int, int]) -> int | None:
    """The event whose content a trigger is (`agreed to withdraw`): the nearest trigger that it is a complement of."""
    index = trigger.head
    words = sentence.words
    while words[index].head != index:
        word = words[index]
        head = word.head
        if word.dep == "conj":
            # What is joined to a trigger stands beside it, what both stand under is above both.
            index = finite_head(sentence, index)
            continue
        if word.dep in BACKGROUND and not (word.dep in ("acl", "advcl") and _infinitive(sentence, index)):
            return None
        if word.dep == "advcl":
            return None
        if word.dep == "nsubj":
            return None
        if word.dep in ("prep",) and word.lemma in CIRCUMSTANCES:
            return None
        if head in index_of and head not in trigger.words:
            return index_of[head]
        index = head
    return None


def is_background(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an event is told by the way: in a relative clause or a circumstance."""
    words = sentence.words
    index = trigger.head
    while words[index].head != index:
        word = words[index]
        if word.dep in BACKGROUND:
            return True
        if word.dep == "prep" and word.lemma in CIRCUMSTANCES:
            return True
        index = finite_head(sentence, index) if word.dep == "conj" else word.head
    return False


def joined_to(sentence: Sentence, trigger: Trigger) -> Iterator[int]:
    """Where the verbs begin beside which, or above which, grammar puts a trigger: what they tell is not about it.

    `X condemned the vote and blocked the road`; `they threatened to leave and that they had lied` beside the threat;
    `protesters demanding reforms blocked the road`.
    """
    words = sentence.words
    for index, word in enumerate(words):
        # `, he claimed,` is a clause below the verb for the parser too: only one that modifies a noun is meant.
        below = trigger.part == "verb" and word.dep == "acl" and word.is_verb and index < trigger.head
        if below and trigger.head in sentence.ancestors(index) and word.head != trigger.head:
            yield word.start
    for index in [trigger.head, *sentence.ancestors(trigger.head)]:
        if words[index].dep == "conj" and is_finite(sentence, index):
            beside = finite_head(sentence, index)
            frames = load_cues().verbs.get(words[beside].lemma, frozenset())
            # Of what is said that things are, a parser cannot be trusted to know where it ends.
            told_after = words[beside].is_verb and beside < trigger.head and sentence.child(beside, "ccomp") is None
            if told_after and "clause" not in frames:
                yield words[beside].start
        marks = [words[child] for child in sentence.children[index] if words[child].dep == "mark"]
        above = finite_head(sentence, index)
        is_moved = words[index].dep == "conj" and above != words[index].head
        if is_moved and any(mark.lemma == "that" for mark in marks):
            yield words[above].start


def _infinitive(sentence: Sentence, index: int) -> bool:
    return any(sentence.words[c].tag == "TO" for c in sentence.children[index])
