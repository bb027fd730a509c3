"""Takes the layers of a document, gives its terms, each with whose claim it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.annotation.attachment import times_in
from onrecord.annotation.claims import Claims, is_reported, pieces
from onrecord.annotation.events.participants import Cast, cast_of
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.terms.finding import Draft, find_drafts
from onrecord.record import Mention, Participant, Statement, Status, Term, Time, cut_all

# `a regime in force since 2015`
STANDING = frozenset({"force", "place", "effect"})
APART = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct", "cc", "conj"})
# What is denied, asked, feared or foretold is not fixed.
AS_SAID: dict[str, Status] = {"deny": "not-happened", "ask": "possible", "fear": "possible", "predict": "possible"}


def make_terms(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Term, ...]:
    """The terms of a document in the order of their times."""
    claims = Claims(statements)
    caster = _Casts(sentences, mentions, times)
    act_of = {statement.id: statement.act for statement in statements}
    terms: list[Term] = []
    for draft in find_drafts(text, sentences, times):
        sentence = sentences[draft.sentence]
        spans = cut_all(text, pieces(sentence, draft.words))
        voice = claims.of(draft.time.spans) or claims.of(spans)
        # Whose claim it is must be known: better no term than a claim as the text's own report.
        if voice is None and is_reported(sentence, draft.head):
            continue
        subject = None
        if draft.subject is not None:
            bounds, entity = _subject(caster.of(draft.sentence), draft)
            subject = Participant(cut_all(text, [bounds]), entity)
        terms.append(
            Term(
                id=f"x{len(terms) + 1}",
                subject=subject,
                matter=draft.matter.name,
                bound=draft.bound,
                time=draft.time.id,
                voice=voice,
                spans=spans,
                edtf=draft.edtf,
                arithmetic=draft.arithmetic,
                status=draft.status or (AS_SAID.get(act_of.get(voice) or "") if voice else None),
            )
        )
    return tuple(terms)


class _Casts:
    """The cast of each sentence, made once."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention], times: Sequence[Time]) -> None:
        self._sentences = sentences
        self._mentions = mentions
        self._times = times
        self._starts = [mention.spans[0].start for mention in mentions]
        self._time_starts = [time.spans[0].start for time in times]
        self._made: dict[int, Cast] = {}

    def of(self, number: int) -> Cast:
        """The cast of a sentence by its number."""
        if number not in self._made:
            sentence = self._sentences[number]
            first, last = bisect_left(self._starts, sentence.start), bisect_right(self._starts, sentence.end)
            here = times_in(sentence, self._times, self._time_starts)
            taken = [(span.start, span.end) for time in here for span in time.spans]
            self._made[number] = cast_of(sentence, self._mentions[first:last], taken)
        return self._made[number]


def _subject(cast: Cast, draft: Draft) -> tuple[Bounds, str | None]:
    """The words of a subject and the entity they mean; of what is no actor the whole noun phrase."""
    assert draft.subject is not None
    whole = _whole_phrase(cast, draft.subject)
    if draft.subject not in cast.mentions:
        return whole, None
    phrase = cast.phrase(draft.subject)
    span = draft.time.spans[0]
    holds_time = phrase.bounds[0] < span.end and span.start < phrase.bounds[1]
    return whole if holds_time else phrase.bounds, phrase.entity


def _whole_phrase(cast: Cast, head: int) -> Bounds:
    """A noun phrase with its prepositional phrases (`the moratorium on land sales`), without times and clauses."""
    sentence = cast.sentence
    found, waiting = {head}, [head]
    while waiting:
        index = waiting.pop()
        for child in sentence.children[index]:
            word = sentence.words[child]
            joins = word.dep in ("punct", "cc", "conj") and (child < head or index != head)
            # `a 30-day truce` keeps its length; a date behind the noun is no part of who or what holds.
            if (child in cast.taken and child > head) or (word.dep in APART and not joins):
                continue
            below = sentence.children[child]
            if word.dep == "prep" and any(b in cast.taken or sentence.words[b].lemma in STANDING for b in below):
                continue
            found.add(child)
            waiting.append(child)
    first = last = head
    while first - 1 in found:
        first -= 1
    if first and sentence.words[first - 1].tag == "DT":
        first -= 1  # which parsers hang on another noun
    while last + 1 in found:
        last += 1
    while first < head and sentence.words[first].is_punctuation:
        first += 1
    while last > head and sentence.words[last].is_punctuation:
        last -= 1
    return sentence.words[first].start, sentence.words[last].end
