"""What can be seen of a phrase beside a trigger: whether it looks like its actor or its recipient."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotation.events.clauses import agent_of, conjuncts, is_passive, object_of, prepositions, subject_of
from onrecord.annotation.events.participants import Cast
from onrecord.annotation.events.roles import Roles
from onrecord.annotation.events.triggers import Trigger
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import TYPES, load_classes

PREPOSITIONS = (
    "by", "of", "on", "against", "to", "with", "from", "for", "in", "at", "between", "among", "into", "over", "near",
    "toward", "about", "after", "behind", "under", "as", "during", "through", "along", "outside",
)  # fmt: skip
LABELS = (
    "nsubj", "nsubjpass", "dobj", "pobj", "agent", "poss", "amod", "compound", "nmod", "appos", "attr", "dative",
    "conj", "prep", "pcomp", "xcomp", "ccomp", "advcl", "acl", "relcl", "nummod", "acomp",
)  # fmt: skip
PARTS = ("verb", "noun", "adjective")
FARTHEST = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """A phrase beside a trigger, by its head, with a row of numbers about the two."""

    head: int
    row: list[float]


class Casting:
    """Rates nothing: describes who stands how to a trigger of one sentence, for a model to rate."""

    def __init__(self, sentence: Sentence, cast: Cast, roles: Roles) -> None:
        self._sentence = sentence
        self._cast = cast
        self._roles = roles
        self._heads = list(self._possible())
        self._ups = {index: [index, *sentence.ancestors(index)] for index in range(len(sentence.words))}

    def parts(self, trigger: Trigger) -> Iterator[Beside]:
        """The phrases that may be participants of an event, each with what is seen of it."""
        sentence, head = self._sentence, trigger.head
        own = {*trigger.words}
        actors, recipients = self._roles.of(trigger)
        carrier = head
        if trigger.part == "adjective":
            carrier = sentence.words[head].head
        elif trigger.part == "noun" and sentence.words[head].dep in ("dobj", "nsubjpass"):
            carrier = sentence.words[head].head
        is_verb = sentence.words[carrier].is_verb
        known = {
            "subject": self._all(subject_of(sentence, carrier)) if is_verb else (),
            "object": self._all(object_of(sentence, carrier)) if is_verb else (),
            "agent": self._all(agent_of(sentence, carrier)) if is_verb else (),
        }
        behind: dict[int, str] = {}
        near = {head, carrier, *([trigger.absorbed] if trigger.absorbed is not None else []), *trigger.others}
        for index in near:
            for name, below in prepositions(sentence, index):
                behind.update(dict.fromkeys(conjuncts(sentence, below), name))
        passive = is_verb and is_passive(sentence, carrier)
        base = [float(trigger.type == kind) for kind in TYPES]
        base += [float(trigger.part == each) for each in PARTS]
        base += [float(passive), float(bool(actors)), float(bool(recipients)), float(trigger.absorbed is not None)]
        forces = load_classes()["force"]
        for candidate in self._heads:
            if candidate in own:
                continue
            word = sentence.words[candidate]
            up, down, turn = self._path(head, candidate)
            mention = self._cast.mentions.get(candidate)
            row = list(base)
            row += [float(candidate in actors), float(candidate in recipients)]
            row += [float(candidate in known[name]) for name in ("subject", "object", "agent")]
            row += [float(behind.get(candidate) == each) for each in PREPOSITIONS] + [float(candidate in behind)]
            row += [float(self._preposition(candidate) == each) for each in PREPOSITIONS]
            row += [float(word.dep == each) for each in LABELS]
            row += [float(turn == each) for each in LABELS]
            row += [float(any(sentence.words[i].dep == each for i in up)) for each in LABELS]
            row += [float(any(sentence.words[i].dep == each for i in down)) for each in LABELS]
            row += [min(len(up), FARTHEST) / 4, min(len(down), FARTHEST) / 4, float(candidate < head)]
            row += [min(abs(candidate - head), 30) / 10]
            row += [float(mention is not None and mention.form == form) for form in ("name", "nominal", "pronoun")]
            row += [float(self._cast.can_act(candidate)), float(word.lemma in forces), float(word.tag == "PRP$")]
            row += [float(word.text[:1].isupper()), float(word.tag.startswith("JJ"))]
            yield Beside(candidate, row)

    def _possible(self) -> Iterator[int]:
        """The heads of phrases: whatever can act, and things."""
        for index, word in enumerate(self._sentence.words):
            if index in self._cast.taken or word.dep in ("expl", "aux"):
                continue
            if self._cast.can_act(index) and (index in self._cast.mentions or word.dep != "compound"):
                yield index
            elif word.tag in ("NN", "NNS") and word.dep in ("dobj", "nsubjpass", "pobj", "conj", "nsubj"):
                yield index

    def _all(self, head: int | None) -> list[int]:
        return [] if head is None else conjuncts(self._sentence, head)

    def _preposition(self, head: int) -> str | None:
        """The preposition that a phrase stands behind."""
        index = head
        while self._sentence.words[index].dep == "conj":
            index = self._sentence.words[index].head
        word = self._sentence.words[index]
        above = self._sentence.words[word.head]
        return above.lemma if word.dep == "pobj" and above.dep in ("prep", "agent", "dative") else None

    def _path(self, head: int, candidate: int) -> tuple[list[int], list[int], str | None]:
        """The words from a trigger up to what it shares with a phrase, those from there down, and the first label down."""
        below = self._ups[candidate]
        place = {index: number for number, index in enumerate(below)}
        up: list[int] = []
        for index in self._ups[head]:
            if index in place:
                down = below[: place[index]]
                return up, down, self._sentence.words[down[-1]].dep if down else None
            up.append(index)
        return up, below, None
