"""Statements that are events themselves: what is done in saying it, by PLOVER's types for acts.

`X lambasted Y` is an accusation whether or not the lexicon of triggers has the word, since its act is; `X said that Y
must leave` is a request told by its `must`, and `X said it would not leave` a refusal told by its verb.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation.clauses import is_finite, subject_of
from onrecord.annotation.events.participants import cast_of
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.acts import load_act_cues, plover_of
from onrecord.record import Mention, Participant, Span, Spans, Statement, cut_all

# Acts that a plain `said` performs by what is said, and the words in which it does so.
DEMANDING = frozenset({"must"})
PARTS = ("verb", "noun")
# Acts that a cue by itself makes an event; being glad or proud (`welcome`) and consenting may be thoughts alone.
SPOKEN = frozenset(
    "accuse criticise threaten demand request promise refuse support praise congratulate thank apologise".split()
)
# What is declined and yet no event.
NO_EVENT = frozenset("comment say answer reply discuss elaborate name identify disclose specify give believe".split())


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """A statement that is an event: its type, the words that tell, who does it to whom."""

    type: str
    trigger: Spans
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    time: str | None


def acts_as_events(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    taken: Sequence[Span],
) -> Iterator[SpeechAct]:
    """The statements that are events and that no trigger tells of yet."""
    starts = [sentence.start for sentence in sentences]
    held = {index for span in taken for index in range(span.start, span.end)}
    first_mention = [mention.spans[0].start for mention in mentions]
    for statement in statements:
        kind = plover_of(statement.act) if statement.act else None
        if kind is None or statement.source is None:
            continue
        actors = (Participant(statement.source.spans, statement.source.entity),)
        addressed = (statement.addressee,) if statement.addressee else ()
        for span in statement.content.spans:
            sentence = sentences[max(bisect_right(starts, span.start) - 1, 0)]
            found = _told_in(sentence, span, str(statement.act))
            if found is None or not held.isdisjoint(range(*found[0][0])):
                continue
            places, subject = found
            if not addressed and subject is not None and kind == "REQUEST":
                low, high = bisect_right(first_mention, sentence.start - 1), bisect_right(first_mention, sentence.end)
                phrase = cast_of(sentence, mentions[low:high], ()).phrase(subject)
                addressed = (Participant(cut_all(text, [phrase.bounds]), phrase.entity),)
            yield SpeechAct(kind, cut_all(text, list(places)), actors, addressed, statement.time)
            break
        else:
            cue = statement.cue.spans if statement.cue else ()
            taken_already = any(index in held for span in cue for index in range(span.start, span.end))
            if (
                cue
                and not taken_already
                and statement.act in SPOKEN
                and not _opens_with(sentences, starts, statement.content.spans[0], NO_EVENT)
                and _tells(sentences, starts, cue, str(statement.act))
            ):
                yield SpeechAct(kind, cue, actors, addressed, statement.time)


def _opens_with(sentences: Sequence[Sentence], starts: Sequence[int], content: Span, lemmas: frozenset[str]) -> bool:
    """Whether a content begins with an infinitive of one of these verbs: `to comment`, `not to be named`."""
    sentence = sentences[max(bisect_right(starts, content.start) - 1, 0)]
    words = [word for word in sentence.words if content.start <= word.start < content.end][:4]
    return any(word.tag == "TO" for word in words[:2]) and any(word.lemma in lemmas for word in words[1:])


def _tells(sentences: Sequence[Sentence], starts: Sequence[int], cue: Spans, act: str) -> bool:
    """Whether the cue itself tells the act: `lambasted` does, `emphasised` does not, whatever is emphasised."""
    lexicon = load_act_cues().acts
    sentence = sentences[max(bisect_right(starts, cue[0].start) - 1, 0)]
    words = [word for word in sentence.words if any(span.start <= word.start < span.end for span in cue)]
    if any(word.lemma in NO_EVENT or word.dep == "neg" for word in words):
        return False
    return any(act in lexicon.get((part, word.lemma), {}).values() for word in words for part in PARTS)


def _told_in(sentence: Sentence, content: Span, act: str) -> tuple[list[tuple[int, int]], int | None] | None:
    """The words of a content that demand or refuse, and the head of the subject."""
    for index, word in enumerate(sentence.words):
        if not (content.start <= word.start and word.end <= content.end) or not word.is_verb:
            continue
        helpers = [c for c in sentence.children[index] if sentence.words[c].dep in ("aux", "neg")]
        forms = {sentence.words[c].text.lower(): c for c in helpers}
        if act in ("demand", "request") and forms.keys() & DEMANDING:
            modal = next(forms[form] for form in DEMANDING if form in forms)
            return [(sentence.words[modal].start, sentence.words[modal].end)], subject_of(sentence, index)
        negated = any(sentence.words[c].dep == "neg" for c in helpers)
        if act == "refuse" and negated and is_finite(sentence, index) and forms.keys() & {"will", "would", "wo", "’ll"}:
            if word.lemma in NO_EVENT:
                return None
            return [(sentence.words[min(helpers)].start, word.end)], subject_of(sentence, index)
    return None
