"""Finds the terms of a document's sentences: each expression of time that begins, ends or limits something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.annotation.attachment import times_in
from onrecord.annotation.clauses import conjuncts, is_passive, object_of, subject_of
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.terms.dates import Word, date_of, end_of, word_of
from onrecord.annotation.terms.duties import Duty, granted, held, owed
from onrecord.annotation.terms.matters import ANAPHORS, Named, matter_at, matters_in, subject_index
from onrecord.annotation.terms.outlook import status_of
from onrecord.codebooks.terms import Effect, Matter, Role, load_matters, load_term_verbs
from onrecord.record import Bound, Status, Time

SENTENCES_BACK = 2
SPANNING = frozenset({"for", "of", "by"})
SETTING = frozenset({"for", "of", "to", "as", "at"})
LASTING = frozenset({"last", "run", "hold"})
DATED = frozenset({"deadline", "ultimatum"})
DEEPEST = 8
# How far before a time its verb is looked for where the parse does not lead to it.
REACH = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """A term as found in one sentence; `head` is the noun or verb that tells the matter, `words` all that do."""

    sentence: int
    matter: Matter
    bound: Bound
    time: Time
    head: int
    words: tuple[int, ...]
    subject: int | None
    edtf: str | None
    status: Status | None = None
    arithmetic: str | None = None
    is_length: bool = False


def find_drafts(text: str, sentences: Sequence[Sentence], times: Sequence[Time]) -> list[Draft]:
    """The terms of all sentences, in the order of their times."""
    starts = [time.spans[0].start for time in times]
    found: list[Draft] = []
    before: list[list[Matter]] = []
    for number, sentence in enumerate(sentences):
        named = {each.head: each for each in matters_in(sentence)}
        here = times_in(sentence, times, starts)
        if here:
            reader = _Reader(text, number, sentence, named, [m for each in before for m in each])
            drafts = [draft for time in here for draft in reader.read(time)]
            found += _once(_reckoned(drafts, reader.starts))
        before = [*before, [named[head].matter for head in sorted(named)]][-SENTENCES_BACK:]
    return found


class _Reader:
    """Reads the terms of one sentence; `starts` are dates told in it from which a length can be counted, by noun."""

    def __init__(
        self, text: str, number: int, sentence: Sentence, named: dict[int, Named], before: Sequence[Matter]
    ) -> None:
        self._text = text
        self._number = number
        self._sentence = sentence
        self._named = named
        self._before = before
        self.starts: dict[int, str] = {}

    def read(self, time: Time) -> Iterator[Draft]:
        """The terms that a time bounds: one, or two for a range."""
        word = word_of(self._text, time)
        outer = self._outermost(time)
        if outer is None or word == "none":
            return
        preposition = self._preposition(outer)
        told = list(self._along(outer, time, word, preposition))
        yield from told or self._misread(outer, time, word, preposition)

    def _along(self, outer: int, time: Time, word: Word, preposition: str) -> Iterator[Draft]:
        """The terms by the words that a time depends on, as far as the verb of its clause."""
        sentence = self._sentence
        index = outer
        for _ in range(DEEPEST):
            index = sentence.words[index].head if sentence.words[index].head != index else -1
            if index < 0:
                return
            named = self._named.get(index)
            if named is None and sentence.words[index].tag.startswith("JJ"):
                # `holds a licence valid until 2029`, read as a clause
                named = self._named.get(sentence.child(index, "nsubj") or -1)
            if named is not None and (bounds := self._of_noun(named, word, preposition)):
                yield from self._drafts(named, None, time, word, bounds)
                return
            if sentence.words[index].is_verb:
                if not self._dates_noun(outer, word, preposition):
                    yield from self._of_verb(index, time, word, preposition)
                return

    def _misread(self, outer: int, time: Time, word: Word, preposition: str) -> Iterator[Draft]:
        """`The arms embargo on X lapses in May`, where the parser took the verb for a noun, or for another noun's."""
        words = self._sentence.words
        for verb in range(outer - 1, max(-1, outer - REACH), -1):
            effects = self._effects("subject", verb) & {"ends", "begins", "falls"}
            if not effects or words[verb].tag not in ("NNS", "VBN", "VBD", "VBZ"):
                continue
            head = next((each for each in range(verb - 1, -1, -1) if each in self._named), None)
            if head is None or any(each.is_verb or each.text in (",", ";") for each in words[head + 1 : verb]):
                return
            bounds = _bounds_of(self._named[head].matter, effects, word, preposition)
            if bounds:
                yield from self._drafts(self._named[head], verb, time, word, bounds)
            return

    def _dates_noun(self, outer: int, word: Word, preposition: str) -> bool:
        """Whether a time only dates a noun: `the 2015 accord`, `the accord of May`."""
        dep = self._sentence.words[outer].dep
        return word == "point" and (preposition == "of" or dep in ("compound", "poss", "amod", "nummod"))

    def _outermost(self, time: Time) -> int | None:
        span = time.spans[0]
        words = self._sentence.words
        inside = [i for i, word in enumerate(words) if span.start <= word.start and word.end <= span.end]
        return next((i for i in inside if words[i].head not in inside), inside[-1] if inside else None)

    def _preposition(self, outer: int) -> str:
        """The word by which a time hangs on what it bounds: its own first one, or the one above."""
        words = self._sentence.words
        if words[outer].dep == "prep" or words[outer].tag in ("IN", "TO"):
            return words[outer].lemma
        head = words[words[outer].head]
        return head.lemma if head.dep in ("prep", "agent") or head.tag in ("IN", "TO") else ""

    def _of_noun(self, named: Named, word: Word, preposition: str) -> tuple[Bound, ...]:
        if word == "until":
            return (_end(named.matter),)
        if word == "from":
            return ("from",)
        if word == "range":
            return ("from", "until")
        if named.matter.name in DATED and (word in ("by", "within") or (word == "point" and preposition in SETTING)):
            return (_end(named.matter),)
        if word == "length" and preposition in SPANNING | {""}:
            return (_end(named.matter),)
        return ()

    def _of_verb(self, verb: int, time: Time, word: Word, preposition: str) -> Iterator[Draft]:
        for role, named in self._around(verb):
            effects = self._effects(role, verb)
            if word == "length" and self._sentence.words[verb].lemma in LASTING:
                preposition = preposition or "for"  # `will last ten days`
            bounds = _bounds_of(named.matter, effects, word, preposition)
            if bounds == ("from",) and word in ("from", "point") and "extends" in effects:
                # `extended for 90 days from 12 May` tells what the days are counted from, not when it began.
                self.starts.setdefault(named.head, date_of(time, "from") or "")
                return
            if bounds:
                yield from self._drafts(named, verb, time, word, bounds)
                return
        yield from self._of_duty(verb, time, word)

    def _around(self, verb: int) -> Iterator[tuple[Role, Named]]:
        """The matters that are a verb's subject and object."""
        sentence = self._sentence
        passive = is_passive(sentence, verb)
        subject = subject_of(sentence, verb)
        target = subject if passive else object_of(sentence, verb)
        if not passive and subject is not None:
            yield from (("subject", named) for named in self._naming(subject))
        if target is not None and (passive or target != subject):
            yield from (("object", named) for named in self._naming(target))
        elif not passive and subject is not None and target is None and sentence.words[verb].tag in ("VBN", "VBD"):
            # `a waiver renewed for 90 days` read as an active verb
            yield from (("object", named) for named in self._naming(subject))
        attribute = sentence.child(verb, "attr")
        if attribute is not None and attribute in self._named:
            yield "object", self._named[attribute]

    def _naming(self, index: int) -> Iterator[Named]:
        for each in conjuncts(self._sentence, index):
            named = self._named.get(each) or matter_at(self._sentence, each)
            if named is not None:
                yield named
                return
        word = self._sentence.words[index]
        if word.lemma in ANAPHORS or word.text.lower() in ANAPHORS:
            earlier = [self._named[head].matter for head in sorted(self._named) if head < index]
            told = [*self._before, *earlier]
            if told:
                yield Named(index, told[-1], True)

    def _effects(self, role: Role, verb: int) -> frozenset[Effect]:
        """What a verb does to its subject or object; the longest form that stands there tells."""
        by_second = load_term_verbs().get((role, self._sentence.words[verb].lemma))
        if by_second is None:
            return frozenset()
        near = {self._sentence.words[child].lemma for child in self._sentence.children[verb]}
        near |= {
            self._sentence.words[below].lemma
            for child in self._sentence.children[verb]
            if self._sentence.words[child].dep == "prep"
            for below in self._sentence.children[child]
        }
        longer = next((second for second in by_second if second and second in near), "")
        return by_second.get(longer, frozenset())

    def _drafts(
        self, named: Named, verb: int | None, time: Time, word: Word, bounds: tuple[Bound, ...]
    ) -> Iterator[Draft]:
        sentence = self._sentence
        deciding = verb if verb is not None else self._verb_above(named.head)
        status = status_of(sentence, deciding) if deciding is not None else None
        if named.matter.name in DATED and status == "not-happened":
            status = None  # a deadline that will not be met stays the deadline
        subject = named.head if named.is_anaphor else subject_index(sentence, named)
        if subject is None and not named.is_anaphor and named.matter.whose == "owner" and deciding is not None:
            subject = self._confined(named.head, deciding)
        words = (named.head,) if verb is None else tuple(sorted({named.head, verb}))
        for bound in bounds:
            edtf = date_of(time, bound, is_range=word == "range")
            if bound == "from" and edtf is not None:
                self.starts.setdefault(named.head, edtf)
            yield Draft(
                self._number, named.matter, bound, time, named.head, words,
                named.head if subject is None else subject, edtf, status, None, word in ("length", "within"),
            )  # fmt: skip

    def _of_duty(self, verb: int, time: Time, word: Word) -> Iterator[Draft]:
        sentence = self._sentence
        bound: Bound = "by"
        name = "deadline"
        duty: Duty | None = None
        if word in ("until", "length"):
            duty, bound = granted(sentence, verb), "until"
            if duty is None and (confined := held(sentence, verb)) is not None:
                duty, name = confined, "detention"
            if duty is not None and word == "length" and not (duty.is_ultimatum and self._has_infinitive(verb)):
                return
        elif word in ("by", "within"):
            duty = owed(sentence, verb) if not self._not_before(verb, time) else None
        elif word == "from":
            duty, bound, name = held(sentence, verb), "from", "detention"
        if duty is None:
            return
        name = "ultimatum" if duty.is_ultimatum else name
        yield Draft(
            self._number, load_matters()[name], bound, time, verb, (duty.verb,), duty.subject, date_of(time, bound),
            status_of(sentence, verb, is_duty=True), None, False,
        )  # fmt: skip

    def _not_before(self, verb: int, time: Time) -> bool:
        """`did not want her to act before May` says from when, not by when."""
        words = self._sentence.words
        span = time.spans[0]
        told = self._text[max(0, span.start - len("before ")) : span.start] + span.text
        if "before" not in told.lower():
            return False
        near = [verb, *self._sentence.ancestors(verb)][:3]
        return any(words[child].dep == "neg" for each in near for child in self._sentence.children[each])

    def _has_infinitive(self, verb: int) -> bool:
        """`gave them ten days to leave`, but not `gave them ten days in jail`."""
        words = self._sentence.words
        return any(words[k].tag == "TO" and words[words[k].head].tag == "VB" for k in range(verb + 1, len(words)))

    def _verb_above(self, index: int) -> int | None:
        return next((up for up in self._sentence.ancestors(index) if self._sentence.words[up].is_verb), None)

    def _confined(self, noun: int, verb: int) -> int | None:
        """Whom a verb keeps in what a noun says: `ordered to stay in custody`, `placed him under house arrest`."""
        words = self._sentence.words
        if words[noun].dep == "pobj" and words[words[noun].head].lemma in ("in", "under", "into"):
            target = object_of(self._sentence, verb)
            return target if target is not None else subject_of(self._sentence, verb)
        return None


def _end(matter: Matter) -> Bound:
    return "by" if matter.name == "deadline" else "until"


def _bounds_of(matter: Matter, effects: frozenset[Effect], word: Word, preposition: str) -> tuple[Bound, ...]:
    """The bounds that a time is of a matter to which a verb does this."""
    dated = matter.name in DATED
    if dated:
        falls = "falls" in effects and word in ("point", "until", "by")
        is_set = "sets" in effects and (preposition in SETTING or word in ("until", "by"))
        return (_end(matter),) if falls or is_set else ()
    if not effects - {"falls", "sets"}:
        return ()
    if word == "range":
        return ("from", "until")
    if word == "until":
        return ("until",)
    if word == "by":
        return ("until",) if "ends" in effects else ("by",) if "extends" in effects else ()
    if word == "from":
        return ("from",)
    if word == "length":
        lasting = effects & {"begins", "extends", "holds"} and preposition in SPANNING
        return ("until",) if lasting else ()
    if word == "point":
        if "ends" in effects:
            return ("until",)
        if "begins" in effects:
            return ("from",)
        if "extends" in effects and preposition == "to":
            return ("until",)
    return ()


def _reckoned(drafts: Sequence[Draft], starts: dict[int, str]) -> Iterator[Draft]:
    """The drafts, those of a length with the end that it has from a start told in the sentence."""
    for draft in drafts:
        start = starts.get(draft.head)
        length = draft.time.edtf
        if draft.is_length and start and length and (end := end_of(start, length)):
            yield replace(draft, edtf=end, arithmetic=f"{start} + {length} = {end}")
        elif draft.bound == "by" and draft.matter.name not in DATED and draft.status is None:
            continue  # `was renewed by July` bounds nothing
        else:
            yield draft


def _once(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The drafts, of two alike in matter, bound and date the first."""
    seen: set[tuple[int, str, str | None, str]] = set()
    for draft in drafts:
        key = (draft.head, draft.bound, draft.edtf, draft.time.id if draft.edtf is None else "")
        if key not in seen:
            seen.add(key)
            yield draft
