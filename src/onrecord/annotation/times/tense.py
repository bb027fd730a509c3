"""Tense: whether the words around an expression tell of the past or of what is to come."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from onrecord.annotation.syntax import Sentence

Tense = Literal["past", "pluperfect", "present", "intended", "future"]
"""`intended` is an infinitive (`plans to meet`), `present` what may be a timetable (`opens on Saturday`)."""

# What is told of lies ahead, whatever the tense: `was scheduled for Friday`.
SCHEDULING = frozenset(
    "schedule plan expect slate set due postpone delay defer adjourn propose book arrange reschedule convene"
    " call fix extend suspend prolong renew push move invite summon order give grant allow".split()
)
AHEAD = frozenset("due scheduled planned expected set slated upcoming forthcoming deadline ahead likely".split())
# `a plan to meet on Friday`; `the decision to meet on Friday` may have been carried out.
PLANS = frozenset(
    "plan deal proposal offer pledge promise agreement intention call deadline vote motion bid invitation threat demand"
    " request time chance opportunity right need aim commitment willingness readiness appeal ultimatum".split()
)
# Behind these an infinitive tells of what happened: `managed to leave on Friday`.
DONE = frozenset(
    "have manage begin start continue fail use force oblige come get happen refuse cease seem appear".split()
)
PUTTING_OFF = frozenset(("for", "to", "until", "till", "from", "by"))
# `held until Friday` is over, `extended until Friday` is not.
LASTING = frozenset(
    "last hold remain stay run continue keep be wait live work serve rule govern fight reign exist occupy belong lead"
    " head chair own control study survive detain teach play persist".split()
)
# What somebody asks for or promises by a day lies ahead of the asking.
ASKING = SCHEDULING | frozenset(
    "promise vow pledge agree demand want ask urge tell aim hope intend require need decide commit seek undertake force"
    " oblige instruct direct warn threaten predict forecast announce target project must".split()
)
PAST_MODALS = frozenset(("could", "would", "might"))


class Tenses:
    """The tenses of parsed sentences, asked for by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def at(self, start: int, end: int) -> Tense | None:
        """The tense of what the expression at these characters dates; None where no verb tells."""
        found = self._find(start, end)
        return _Reading(*found).tense() if found is not None else None

    def lasts(self, start: int, end: int) -> bool:
        """Whether the verb that the expression belongs to tells of something that lasted: `held until Friday`."""
        found = self._find(start, end)
        return found is not None and _Reading(*found).governor() in LASTING

    def asks(self, start: int, end: int) -> bool:
        """Whether the verb that the expression belongs to asks or promises: `agreed a deal by Friday`."""
        found = self._find(start, end)
        return found is not None and _Reading(*found).governor() in ASKING

    def follows_noun(self, start: int, end: int) -> bool:
        """Whether a noun stands right before."""
        found = self._find(start, end)
        return found is not None and found[1] > 0 and found[0].words[found[1] - 1].tag.startswith("NN")

    def hangs_on_noun(self, start: int, end: int) -> bool:
        """Whether a preposition at `start` belongs to a noun: `reports from 2020`."""
        found = self._find(start, end)
        if found is None:
            return False
        sentence, first, _ = found
        head = sentence.words[sentence.words[first].head]
        return head.tag.startswith(("NN", "CD", "DT")) and head.start < start

    def sentence_start(self, place: int) -> int:
        """Where the sentence of a character begins; the character itself where no sentence has it."""
        index = bisect_right(self._starts, place) - 1
        return self._starts[index] if index >= 0 and self._sentences[index].end > place else place

    def _find(self, start: int, end: int) -> tuple[Sentence, int, int] | None:
        index = bisect_right(self._starts, start) - 1
        if index < 0 or self._sentences[index].end <= start:
            return None
        words = self._sentences[index].words
        inside = [
            at for at, word in enumerate(words) if word.start < end and start < word.end and not word.text.isspace()
        ]
        return (self._sentences[index], inside[0], inside[-1]) if inside else None


class _Reading:
    """One expression, words `first` to `last` of a sentence."""

    def __init__(self, sentence: Sentence, first: int, last: int) -> None:
        self.sentence = sentence
        self.words = sentence.words
        inside = range(first, last + 1)
        self.top = next((at for at in inside if self.words[at].head not in inside or self.words[at].head == at), first)

    def governor(self) -> str:
        """The lemma of the nearest verb above."""
        return next((self.words[at].lemma for at in self._above() if self.words[at].is_verb), "")

    def tense(self) -> Tense | None:
        linked = ""
        for at in self._above():
            word = self.words[at]
            if not linked and word.tag in ("IN", "TO"):
                linked = word.lemma
            if linked == "of" and word.tag.startswith("NN") and word.lemma not in AHEAD:
                return None  # `the ceasefire of 30 June will hold`: the verb tells nothing of the date
            if word.lemma in AHEAD and not word.is_verb and self._is_ahead(at):
                return "future"
            if word.is_verb or word.tag == "MD":
                found = self._of_verb(at, linked)
                if found is not None:
                    return found
        return None

    def _above(self) -> list[int]:
        start = [self.top] if self.words[self.top].is_verb else []
        return start + list(self.sentence.ancestors(self.top))

    def _is_ahead(self, at: int) -> bool:
        word = self.words[at]
        if word.lemma == "ahead":
            return True
        return word.lemma != "expected" or word.tag.startswith("JJ")

    def _of_verb(self, at: int, linked: str) -> Tense | None:
        word = self.words[at]
        helpers = [
            self.words[child] for child in self.sentence.children[at] if self.words[child].dep in ("aux", "auxpass")
        ]
        lemmas = {helper.lemma for helper in helpers}
        forms = {helper.text.lower() for helper in helpers}
        if any(helper.tag == "MD" for helper in helpers) or word.tag == "MD":
            had = "have" in lemmas and word.tag == "VBN"
            return "past" if had and forms & PAST_MODALS else "future"
        is_object = not linked and self.words[self.top].dep == "dobj" and self.words[self.top].head == at
        if word.lemma in SCHEDULING and (linked in PUTTING_OFF or is_object):
            return "future"
        if any(helper.tag == "TO" for helper in helpers):
            return self._of_infinitive(at)
        if word.lemma in ("schedule", "expect", "slate", "plan") and word.tag == "VBN" and "have" not in lemmas:
            return "future"
        if word.tag == "VBD":
            return "past"
        if "have" in lemmas:
            return "pluperfect" if forms & {"had", "'d", "’d"} else "past"
        if word.tag in ("VBN", "VBG"):
            return self._of_participle(at, forms)
        if word.tag in ("VBZ", "VBP"):
            return self._of_present(at)
        return "intended" if word.tag == "VB" and self._is_asked(at) else None

    def _is_asked(self, at: int) -> bool:
        """Whether a bare verb is an imperative or a demand: `"Call me on Friday," she said`, `urged that he leave`."""
        word, above = self.words[at], self.words[self.words[at].head]
        return word.dep in ("ROOT", "ccomp", "parataxis") and above.lemma not in ("make", "help", "let", "see", "hear")

    def _of_infinitive(self, at: int) -> Tense | None:
        """The infinitive of a plan lies ahead, of a purpose where its verb does: `came to attend talks on Monday`."""
        word = self.words[at]
        if any(
            self.words[child].lemma == "have" and self.words[child].dep == "aux" for child in self.sentence.children[at]
        ):
            return "past"
        above = self.words[word.head]
        if above.tag.startswith("NN") and word.dep in ("acl", "relcl"):
            return "intended" if above.lemma in PLANS else None
        if word.dep == "advcl" and above.is_verb and above.lemma not in ASKING:
            return None
        if above.lemma in DONE and above.tag in ("VBD", "VBN") and word.dep in ("xcomp", "ccomp"):
            return "past"
        return "intended"

    def _of_participle(self, at: int, forms: set[str]) -> Tense | None:
        if forms & {"was", "were"}:
            return "past"
        if forms & {"is", "are", "'s", "’s", "am", "'re", "’re"}:
            return "future" if self.words[at].tag == "VBN" else "present"
        word = self.words[at]
        if word.tag == "VBN":
            return None if word.dep == "conj" and self._coordinated(at) else "past"
        return (
            "future" if word.lemma in ("start", "begin", "commence") and self.top != at and word.dep == "prep" else None
        )

    def _coordinated(self, at: int) -> bool:
        head = self.words[self.words[at].head]
        return head.is_verb

    def _of_present(self, at: int) -> Tense | None:
        """The present of a headline is the past, and so is `says`; a timetable's is the future."""
        if self.words[at].lemma in ("say", "tell", "add", "report", "write", "show") or not self._ends_in_stop():
            return "past"
        return "present"

    def _ends_in_stop(self) -> bool:
        tail = [word.text for word in self.words if not word.text.isspace()][-2:]
        return any(mark in (".", "!", "?", "...", "…", ".”", '."') or mark.endswith((".", "!", "?")) for mark in tail)
