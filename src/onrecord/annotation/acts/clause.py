"""What the rules of acts ask of a clause: its subject, helping verbs, negation, and the words its verb governs."""

from collections.abc import Collection, Iterator

from onrecord.annotation.syntax import Sentence

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "hardly", "scarcely"})
NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing", "few"})
OWN = frozenset({"i", "we"})
FORMS = {"wo": "will", "'ll": "will", "’ll": "will", "ca": "can", "'d": "would", "’d": "would"}


def helpers(sentence: Sentence, verb: int) -> list[str]:
    """The helping verbs of a verb in their full forms, in lower case: `will`, `must`, `have`, `do`."""
    words = sentence.words
    own = [child for child in sentence.children[verb] if words[child].dep in ("aux", "auxpass") and child < verb]
    return [
        FORMS.get(words[child].text.lower(), words[child].text.lower()) for child in own if words[child].tag != "TO"
    ]


def subject_of(sentence: Sentence, verb: int) -> int | None:
    """The subject of a verb, or of the verb it is coordinated with or completes (`we want to leave`)."""
    seen = 0
    while seen < 6:
        subject = sentence.child(verb, "nsubj", "nsubjpass", "expl")
        if subject is not None:
            return subject
        if sentence.words[verb].dep not in ("conj", "xcomp"):
            return None
        verb, seen = sentence.words[verb].head, seen + 1
    return None


def is_negated(sentence: Sentence, verb: int, among: Collection[int] | None = None) -> bool:
    """Whether `not`, `never`, `no longer` or a `nobody` for its subject denies a verb; where words are given, only a
    negation among them."""
    words = sentence.words
    # Behind a verb `not` is its own only after `be`; else it stands in what the verb governs (`says "No, …"`).
    last = verb + 2 if words[verb].lemma == "be" else verb
    own = [child for child in sentence.children[verb] if child <= last and (among is None or child in among)]
    if any(words[child].text.lower() in NEGATIONS or words[child].dep == "neg" for child in own):
        return True
    if any(
        words[child].lemma in ("long", "longer")
        and any(words[below].lemma == "no" for below in sentence.children[child])
        for child in sentence.children[verb]
    ):
        return True
    subject = sentence.child(verb, "nsubj", "nsubjpass") if among is None else None
    if subject is None:
        return False
    return words[subject].text.lower() in NOBODY or any(
        words[child].text.lower() in NOBODY and words[child].dep in ("det", "amod", "neg")
        for child in sentence.children[subject]
    )


def has_infinitive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands behind `to`."""
    return any(sentence.words[child].tag == "TO" for child in sentence.children[verb])


def keys_of(sentence: Sentence, index: int) -> Iterator[str]:
    """What a word is looked up under: with a word it governs or that follows it (`call for`), then alone."""
    words = sentence.words
    lemma = words[index].lemma
    followers = [child for child in sentence.children[index] if child > index]
    if sentence.child(index, "auxpass") is not None:
        # `was called a liar on air`: what follows a passive need not go with its verb.
        followers = [child for child in followers if words[child].dep != "prep"]
    followers += [below for child in followers for below in sentence.children[child] if words[child].dep == "ccomp"]
    if index + 1 < len(words) and words[index + 1].tag in ("IN", "RP", "TO", "RB"):
        followers.insert(0, index + 1)
    if index + 2 < len(words) and words[index + 1].tag == "RP":
        yield f"{lemma} {words[index + 1].lemma} {words[index + 2].lemma}"
    for follower in followers:
        yield f"{lemma} {words[follower].lemma}"
    yield lemma
