"""Where an event takes place, told from the places that its sentence merely names."""

from collections.abc import Iterator, Sequence

from onrecord.annotation.places import words
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues
from onrecord.codebooks.registry import cut_words, load_roles
from onrecord.record import Place

# Verbs that only carry the noun that tells of the event: `held talks`, `carried out an attack`.
LIGHT = frozenset(
    "hold take make carry conduct stage launch mount stage begin start stop have give be see report".split()
)
# Where something is, before where it comes from or goes to.
WHERE = frozenset("in at near outside inside around across along off within throughout amid alongside on".split())
GOING = frozenset("to into towards toward onto for".split())
# Clauses of their own: what stands in them is not where the trigger's event is.
APART = frozenset({"relcl", "acl", "ccomp", "advcl", "parataxis", "csubj", "csubjpass"})
COMPOUNDS = frozenset({"compound", "nmod", "amod", "poss"})


def place_of(sentence: Sentence, trigger: int, places: Sequence[Place]) -> Place | None:
    """The place where the event takes place that the word `trigger` of the sentence tells of; None where nothing says.

    `places` are the document's. What counts is, in this order: a place that the trigger takes or hits (`shelled X`,
    `X was captured`), one in a noun in front of it (`a Gaza airstrike`), one behind a preposition that says where, and
    for what moves where it goes to: of the trigger, then of the light verb that carries it (`held talks in X`), then of
    its clause. A place in another clause (`where he was born in X`, `X said`), or that somebody is only from, is none.
    """
    at = _by_word(sentence, places)
    if not at:
        return None
    for index in _governors(sentence, trigger):
        found = next(_places_of(sentence, index, at), None)
        if found is not None:
            return found
    return None


def _by_word(sentence: Sentence, places: Sequence[Place]) -> dict[int, Place]:
    """The places of a sentence by their words."""
    found: dict[int, Place] = {}
    for place in places:
        start, end = place.spans[0].start, place.spans[-1].end
        if start >= sentence.end or end <= sentence.start:
            continue
        for index, word in enumerate(sentence.words):
            if word.start < end and start < word.end:
                found.setdefault(index, place)
    return found


def _governors(sentence: Sentence, trigger: int) -> Iterator[int]:
    """The trigger, and the words above it to which what says where may be attached, up to its clause's verb."""
    yield trigger
    index = trigger
    while (above := sentence.words[index].head) != index:
        word, head = sentence.words[index], sentence.words[above]
        if word.is_verb and word.dep in APART:
            return
        if word.is_verb and word.dep in ("conj", "xcomp"):
            # `Entered and shelled the town`, `plans to meet in X`: what stands behind the last is of both.
            yield above
            index = above
            continue
        if word.is_verb:
            return
        if head.is_verb:
            # `Held talks in X`; `the attack killed six people in X`.
            if word.dep in ("dobj", "nsubj", "nsubjpass", "prep", "attr", "pobj", "agent") or head.lemma in LIGHT:
                yield above
            return
        if word.dep not in ("pobj", "prep", "conj", "compound", "nmod", "amod", "poss", "appos", "agent"):
            return
        if head.dep == "prep" or word.dep in ("conj", "compound", "nmod", "amod"):
            yield above
        index = above


def _places_of(sentence: Sentence, index: int, at: dict[int, Place]) -> Iterator[Place]:
    """The places that say where the word's event is, the surest first."""
    word = sentence.words[index]
    children = sentence.children[index]
    done = word.lemma in words.DONE_TO_PLACES
    for child in children:
        dep = sentence.words[child].dep
        if dep in COMPOUNDS or (done and dep in ("dobj", "nsubjpass")):
            if child in at:
                yield at[child]
            elif done and dep in ("dobj", "nsubjpass"):
                yield from _within(sentence, child, at)
    for kinds in (
        WHERE,
        GOING if word.lemma in words.MOTION else frozenset(),
        {"of"} if word.tag.startswith("NN") else {""},
    ):
        for child in children:
            preposition = sentence.words[child]
            if preposition.dep in ("prep", "advmod") and preposition.lemma in kinds:
                yield from _behind(sentence, child, at)
    for child in children:
        # `Rioting during a summit in X`; `the curfew imposed in X`.
        below = sentence.words[child]
        if below.dep == "prep" and below.lemma == "during":
            for occasion in sentence.children[child]:
                yield from _places_of(sentence, occasion, at)
        elif below.dep == "acl" and below.tag == "VBN":
            yield from _within(sentence, child, at)
    for child in children:
        # `Killed six people in X`: the parse hangs the place on the people.
        if word.is_verb and sentence.words[child].dep in ("dobj", "nsubjpass", "attr", "prep"):
            yield from _within(sentence, child, at)
    for child in children:
        # `Demonstrators in X blocked a road`; but a commander in X may act anywhere, and who speaks is where he likes.
        subject = sentence.words[child]
        if subject.dep == "nsubj" and word.lemma not in load_cues().verbs and not _is_somebody(subject.text):
            yield from _within(sentence, child, at)


def _is_somebody(word: str) -> bool:
    """Whether a word says what one person is: `commander`."""
    role = next(iter(load_roles().get(cut_words(word))), None)
    return role is not None and role.kind == "person" and not role.is_plural


def _behind(sentence: Sentence, preposition: int, at: dict[int, Place]) -> Iterator[Place]:
    """The places behind a preposition: its object, or what says where that is (`in a camp near X`)."""
    for child in sentence.children[preposition]:
        word = sentence.words[child]
        if word.dep == "pobj":
            if child in at:
                yield at[child]
            else:
                # `In the West Bank city of Hebron`: the town first.
                yield from _of_object(sentence, child, at)
                yield from _within(sentence, child, at, also=COMPOUNDS)
        elif word.dep == "prep":
            yield from _behind(sentence, child, at)


def _within(sentence: Sentence, noun: int, at: dict[int, Place], also: frozenset[str] = frozenset()) -> Iterator[Place]:
    """The places that a noun's own phrase says it is in, clauses about it left out."""
    for child in sentence.children[noun]:
        word = sentence.words[child]
        if word.dep in also and child in at:
            yield at[child]
        elif word.dep == "prep" and word.lemma in WHERE:
            yield from _behind(sentence, child, at)
        elif word.dep in ("dobj", "pobj", "conj") and word.dep not in APART:
            yield from _within(sentence, child, at)


def _of_object(sentence: Sentence, noun: int, at: dict[int, Place]) -> Iterator[Place]:
    """`The outskirts of X`, `the city of X`."""
    for child in sentence.children[noun]:
        word = sentence.words[child]
        if word.dep == "prep" and word.lemma == "of" and sentence.words[noun].lemma in words.PARTS | words.FACILITIES:
            yield from _behind(sentence, child, at)
        elif word.dep == "appos" and child in at:
            yield at[child]
