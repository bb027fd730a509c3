"""What a text says of a term: that it stands, or is only demanded, planned or possible, or denied."""

from onrecord.annotation.clauses import is_finite
from onrecord.annotation.events.status import IF, clause_status
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import load_outlooks
from onrecord.record import Status

MODALS: dict[str, Status] = {"may": "possible", "might": "possible", "could": "possible", "can": "possible"}
OUGHT = frozenset({"should", "ought"})
MUST = frozenset({"must", "need"})
# An order, a promise or a decision fixes what it is about; of the others it stays a wish.
FIXING = frozenset(
    "order tell instruct require oblige give agree promise decide vote approve authorize authorise pledge vow declare "
    "announce commit undertake offer due set accept schedule guarantee force assure swear mandate impose allow make "
    "expect".split()
)
WISHES = frozenset("like want wish would hope".split())
PLANS = frozenset("plan intend aim prepare propose seek".split())
LINKS = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "pcomp", "pobj", "prep", "dobj", "attr", "acomp", "oprd"})
DEEPEST = 8


def status_of(sentence: Sentence, verb: int, *, is_duty: bool = False) -> Status | None:
    """The status of what a verb says ends, begins, is moved or must be done; None where it is fixed.

    A duty (`must pay by June`) is fixed by its own `must`; a term that somebody says must be extended is demanded.
    """
    if _is_hypothetical(sentence, verb):
        return "possible"
    helpers = {sentence.words[c].lemma for c in sentence.children[verb] if sentence.words[c].dep in ("aux", "auxpass")}
    own = clause_status(sentence, verb)
    if own == "not-happened":
        return own
    told = next((MODALS[lemma] for lemma in helpers if lemma in MODALS), None)
    if told is None and helpers & OUGHT:
        told = "demanded"
    if told is None and helpers & MUST and not is_duty:
        told = "demanded"
    if told is None and own == "possible" and helpers & {"would", "'d"}:
        told = "possible"
    return told or _from_above(sentence, verb)


def _from_above(sentence: Sentence, verb: int) -> Status | None:
    """What the words that govern the verb make of it."""
    words = sentence.words
    index = verb
    for _ in range(DEEPEST):
        word = words[index]
        head = word.head
        if head == index or word.dep not in LINKS | {"relcl"}:
            return None
        if any(words[k].text == ";" for k in range(min(index, head), max(index, head))):
            return None
        if word.dep in ("relcl", "acl") and not any(words[c].tag == "TO" for c in sentence.children[index]):
            return None
        if word.dep == "advcl" and not any(words[c].tag == "TO" for c in sentence.children[index]):
            return None
        lemma = words[head].lemma
        if word.dep == "conj":
            if is_finite(sentence, index):
                return None
        elif lemma in WISHES:
            return "demanded"
        elif lemma in PLANS:
            return "planned"
        elif lemma not in FIXING:
            outlook = load_outlooks().get(lemma)
            if outlook == "demanded" or (outlook in ("possible", "not-happened") and not _is_told(sentence, index)):
                return outlook
        index = head
    return None


def _is_told(sentence: Sentence, verb: int) -> bool:
    """Whether a clause has a tense of its own: `warned that the truce ends on Friday`."""
    return sentence.words[verb].is_verb and is_finite(sentence, verb)


def _is_hypothetical(sentence: Sentence, verb: int) -> bool:
    """Whether the verb stands in an if-clause, or under the condition of one."""
    words = sentence.words
    for index in [verb, *sentence.ancestors(verb)]:
        for child in sentence.children[index]:
            if words[child].dep in ("mark", "advmod") and words[child].text.lower() in IF and child < index:
                return True
        if index == verb and any(
            words[c].dep == "advcl" and any(words[m].text.lower() in IF for m in sentence.children[c])
            for c in sentence.children[verb]
        ):
            return True
        if words[index].dep not in ("xcomp", "conj", "acl", "attr", "acomp"):
            return False
    return False
