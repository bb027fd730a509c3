"""The act that a content performs by itself, behind a cue that only says `said`: `"We condemn …"`, `Russia must …`.

Only what is plain from the clause at the head of a sentence: somebody's own first-person verb, a duty laid on others,
an announced deed of one's own. What is said of others' deeds stays an assertion, however harsh.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation.acts.clause import OWN, has_infinitive, helpers, is_negated, keys_of, subject_of
from onrecord.annotation.acts.cue import told_by
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues
from onrecord.codebooks.acts import ActCues, load_acts

# Said of oneself, these only hedge (`I think`, `we know`, `I wonder`) or say that one says.
NOT_PERFORMED = frozenset({"assert", "believe", "doubt", "predict", "ask", "decide", "concede"})
# With these a verb tells what was, may be or ought to be done.
NOT_NOW = frozenset("will could can might may have had has should must".split())
# Reported in the past tense, these are what somebody feels now (`said it opposed the plan`); other verbs told of the
# past (`said she asked for it`) perform nothing.
ATTITUDES = frozenset("want fear support refuse welcome regret praise criticise promise thank".split())
# Whoever speaks for these may announce what they do: `our army will`, `its government would`.
SIDES = frozenset(
    "administration agency alliance army authority bloc campaign cabinet coalition committee company council country "
    "delegation department faction fighter force government group ministry movement nation navy office organisation "
    "organization parliament party people police side soldier state team troop union unit".split()
)
# A longer speech has many acts; its first sentences tell what it is about.
SENTENCES_READ = 2
# What befalls somebody is not announced as their deed.
NOT_CHOSEN = frozenset(
    "be have see know need win lose die suffer miss get become remember hear find understand want think feel".split()
)
# An announced demand is one already; an announced order (`it would order them to leave`) is only announced.
INSISTING = frozenset({"insist", "demand", "urge", "call"})
# Nobody is called on to do these.
NOT_DEMANDED = frozenset({"need", "know", "surprise", "expect"})
# Imperatives that only open a turn of speech.
FILLERS = frozenset({"look", "see", "listen", "imagine", "remember", "believe", "say", "let", "mind", "guess", "be"})
FALSE = frozenset("untrue false baseless unfounded fabricated groundless".split())
CONDITIONS = frozenset({"if", "unless", "once"})


@dataclass(frozen=True, slots=True)
class Said:
    """A content with all that reading it needs: its sentences, where the source itself is mentioned, quoted places."""

    text: str
    content: tuple[Bounds, ...]
    sentences: Sequence[Sentence]
    own: Collection[int]
    quoted: Sequence[Bounds]
    lexicon: ActCues
    labelled: bool = False

    def holds(self, start: int) -> bool:
        """Whether a character stands in the content."""
        return any(a <= start < b for a, b in self.content)

    def is_quoted(self, start: int) -> bool:
        """Whether a character stands in quotation marks, or the content is a turn behind a speaker's name."""
        return self.labelled or any(a <= start < b for a, b in self.quoted)


def act_of_content(said: Said) -> str | None:
    """The first act that a sentence of a content performs; None where all only assert."""
    if _only_asks(said):
        return "ask"
    for sentence in said.sentences[:SENTENCES_READ]:
        if _is_question(said, sentence):
            continue
        for head in heads(said, sentence):
            act = _performed(said, sentence, head)
            if act:
                return act
    return None


def heads(said: Said, sentence: Sentence) -> Iterator[int]:
    """The verbs at the head of the part of a sentence that stands in the content, and those coordinated with them."""
    words = sentence.words
    inside = [said.holds(word.start) for word in words]
    waiting = [
        index
        for index, word in enumerate(words)
        if inside[index]
        and (word.head == index or not inside[word.head])
        and (word.is_verb or word.tag in ("MD", "UH") or word.dep == "ROOT")
    ]
    while waiting:
        index = waiting.pop(0)
        yield index
        waiting += [
            child
            for child in sentence.children[index]
            if inside[child] and words[child].is_verb and words[child].dep in ("conj", "parataxis")
        ]
        # `If he leaves, "we will follow", …`: what looks like an aside is the clause itself.
        waiting += [
            child
            for child in sentence.children[index]
            if inside[child] and words[child].dep == "ccomp" and child < index and words[index].tag != "MD"
        ]


def _only_asks(said: Said) -> bool:
    """Whether every sentence of a content asks."""
    spoken = [
        sentence
        for sentence in said.sentences
        if any(said.holds(word.start) and not word.is_punctuation for word in sentence.words)
    ]
    return bool(spoken) and all(_is_question(said, sentence) for sentence in spoken)


def _is_question(said: Said, sentence: Sentence) -> bool:
    """Whether the part of a sentence that stands in the content ends with a question mark."""
    inside = [word for word in sentence.words if said.holds(word.start)]
    return any("?" in word.text for word in inside[-3:])


def _performed(said: Said, sentence: Sentence, head: int) -> str | None:
    """The act of one clause."""
    subject = subject_of(sentence, head)
    if subject is None:
        return _addressed(said, sentence, head)
    if _is_own(said, sentence, subject):
        return _by_own_verb(said, sentence, head) or _by_own_deed(said, sentence, head)
    return _of_others(said, sentence, head, subject)


def _is_own(said: Said, sentence: Sentence, subject: int) -> bool:
    """Whether a subject is the source or its side: `I`, `we`, a mention of the source, `its government`."""
    words = sentence.words
    word = words[subject]
    if word.text.lower() in OWN:
        return True
    owner = sentence.child(subject, "poss")
    if owner is not None and words[subject].lemma in SIDES and words[owner].text.lower() in ("my", "our"):
        return True
    if said.is_quoted(word.start):
        return False  # in its own words a source is `I` or `we`
    if owner is not None:
        return words[subject].lemma in SIDES and words[owner].start in said.own
    return words[sentence.subtree(subject)[0]].start in said.own


def _by_own_verb(said: Said, sentence: Sentence, head: int) -> str | None:
    """`we condemn`, `I would like to thank`, `it was ready to`, `I am sorry that`: the verb names the act."""
    words = sentence.words
    helping = set(helpers(sentence, head))
    is_past = words[head].tag == "VBD" or "did" in helping
    if helping & NOT_NOW or (is_past and said.is_quoted(words[head].start)):
        return None  # `"We condemned it"` tells of an act, it does not perform one
    if "would" in helping and words[head].lemma not in ("like", "urge"):
        return None
    verb = head
    complement = sentence.child(head, "acomp") if words[head].lemma in ("be", "feel", "remain") else None
    if complement is not None:
        verb = complement
    told = None
    if words[head].lemma in ("like", "want", "have"):
        wanted = sentence.child(head, "xcomp")
        thanks = told_by(sentence, wanted, frozenset(), said.lexicon) if wanted is not None else None
        told = thanks if thanks and thanks.act in ("thank", "congratulate") else None
    if told is None:
        frames = frozenset({"infinitive"}) if _governs_infinitive(sentence, verb) else frozenset()
        told = told_by(sentence, verb, frames, said.lexicon)
    if words[head].lemma in load_cues().light_verbs and complement is None and (not told or told.act in NOT_PERFORMED):
        thing = sentence.child(head, "dobj")
        told = told_by(sentence, thing, frozenset(), said.lexicon) if thing is not None else None
        told = told if told and told.part == "noun" else None
    if words[head].lemma == "like" and told and told.act == "want" and "would" not in helping:
        return None  # `I like to think`
    if told is None or told.act in NOT_PERFORMED or (is_past and told.act not in ATTITUDES):
        return None
    if told.part == "verb" and sentence.child(head, "auxpass") is not None:
        return None  # `we are warned`: done to us
    if is_negated(sentence, head) or is_negated(sentence, verb):
        return load_acts()[told.act].denied
    return told.act


def _governs_infinitive(sentence: Sentence, verb: int) -> bool:
    return any(
        sentence.words[child].dep in ("xcomp", "ccomp") and has_infinitive(sentence, child)
        for child in sentence.children[verb]
    )


def _by_own_deed(said: Said, sentence: Sentence, head: int) -> str | None:
    """`we will …`, `it would …`, `I am going to …`: a threat, a refusal or an announcement."""
    words = sentence.words
    helping = set(helpers(sentence, head))
    deed = head
    if words[head].lemma == "go" and "be" in {words[child].lemma for child in sentence.children[head]}:
        going = sentence.child(head, "xcomp")
        if going is None:
            return None
        deed = going
    elif is_negated(sentence, head) and {"did", "have", "has", "had"} & helping:
        return "deny" if _does_harm(said, sentence, head) else None
    elif not helping & {"will", "shall"} and not ("would" in helping and not said.is_quoted(words[head].start)):
        return None
    if words[deed].lemma in NOT_CHOSEN or sentence.child(deed, "nsubjpass", "auxpass") is not None:
        return None
    if is_negated(sentence, head):
        return "refuse"
    if _does_harm(said, sentence, deed):
        return "threaten"
    told = told_by(sentence, deed, frozenset(), said.lexicon)
    if told and told.act == "assert":
        return None  # `I will say this`
    spoken = told and (told.act in ("support", "refuse") or words[deed].lemma in INSISTING)
    return told.act if told and spoken else "announce"


def _does_harm(said: Said, sentence: Sentence, deed: int) -> bool:
    """Whether a verb is a deed that harms, by itself or on a condition (`if they attack, we will respond`)."""
    conditional = any(
        sentence.words[below].dep == "mark" and sentence.words[below].lemma in CONDITIONS
        for child in sentence.children[deed]
        if sentence.words[child].dep == "advcl"
        for below in sentence.children[child]
    )
    frames = frozenset({"conditional"}) if conditional else frozenset()
    return any(said.lexicon.act("deed", key, frames) for key in keys_of(sentence, deed))


def _of_others(said: Said, sentence: Sentence, head: int, subject: int) -> str | None:
    """`Russia must withdraw`, `that they leave` behind a demand, `that is a lie`."""
    words = sentence.words
    helping = helpers(sentence, head)
    if _is_called_false(sentence, head):
        return "deny"
    judged = _judged(said, sentence, head)
    if judged:
        return judged
    if words[head].lemma == "be" and sentence.child(head, "acomp", "attr") and words[subject].dep != "expl":
        return None  # `it must be late`, `that should be enough`: what is likely, not what is wanted
    inverted = any(words[child].dep == "aux" and child < subject for child in sentence.children[head])
    if (
        helping[:1] in (["must"], ["should"], ["ought"])
        and not inverted
        and "have" not in helping
        and words[head].lemma not in NOT_DEMANDED
    ):
        return "demand"
    marked = sentence.child(head, "mark")
    is_subjunctive = words[head].tag == "VB" and not helping and not has_infinitive(sentence, head)
    return "demand" if is_subjunctive and marked is not None and words[marked].lemma == "that" else None


def _judged(said: Said, sentence: Sentence, head: int) -> str | None:
    """`the ruling is a disgrace`: criticism or praise, where somebody or something is flatly said to be it."""
    if sentence.words[head].lemma not in ("be", "remain", "become") or is_negated(sentence, head):
        return None
    if set(helpers(sentence, head)) & {"would", "could", "can", "might", "may", "should", "must"}:
        return None
    predicate = sentence.child(head, "acomp", "attr")
    if predicate is None:
        return None
    below = [
        child for child in sentence.children[predicate] if sentence.words[child].dep in ("amod", "conj", "compound")
    ]
    return _judgement(said, sentence, [predicate, *below])


def _judgement(said: Said, sentence: Sentence, indices: Iterable[int]) -> str | None:
    words = (sentence.words[index] for index in indices)
    # A comparative (`greater`) is no judgement, though its lemma is.
    forms = (word.lemma if word.tag.startswith("N") else word.text.lower() for word in words)
    acts = (said.lexicon.act("judgement", form) for form in forms)
    return next((act for act in acts if act), None)


def act_of_name(said: Said) -> str | None:
    """The judgement in what somebody or something is called: `a charlatan`, `the attack a crime`, `it as shameful`."""
    for sentence in said.sentences:
        words = sentence.words
        inside = [index for index, word in enumerate(words) if said.holds(word.start)]
        if any(words[index].dep == "neg" for index in inside):
            return None
        naming = [
            index for index in inside if words[index].dep in ("oprd", "attr", "acomp", "amod", "pobj", "conj", "ROOT")
        ]
        naming += [index for index in inside[-1:] if index not in naming]
        judged = _judgement(said, sentence, naming)
        if judged:
            return judged
    return None


def _is_called_false(sentence: Sentence, head: int) -> bool:
    """`that is not true`, `this is a lie`, `the claims are baseless`, `… do not correspond to reality`."""
    words = sentence.words
    if words[head].lemma == "correspond" and is_negated(sentence, head):
        return True
    if words[head].lemma != "be":
        return False
    said_of_it = sentence.child(head, "acomp", "attr")
    if said_of_it is None:
        return False
    lemma = words[said_of_it].lemma
    if lemma in ("true", "truth"):
        return is_negated(sentence, head)
    return (lemma in FALSE or lemma in ("lie", "fabrication")) and not is_negated(sentence, head)


def _addressed(said: Said, sentence: Sentence, head: int) -> str | None:
    """An imperative, a bare `Thank you` or `Congratulations`, in somebody's own words."""
    words = sentence.words
    word = words[head]
    if not said.is_quoted(word.start):
        return None
    if word.lemma in ("thank", "thanks", "congratulation", "congratulations"):
        told = told_by(sentence, head, frozenset(), said.lexicon)
        return told.act if told else None
    helping = set(helpers(sentence, head))
    if word.tag != "VB" or helping - {"do"} or has_infinitive(sentence, head) or word.lemma in FILLERS:
        return None
    if sentence.child(head, "mark", "nsubj") is not None or word.dep in ("xcomp", "acl", "advcl"):
        return None
    before = [words[i] for i in range(head) if said.holds(words[i].start) and not words[i].is_punctuation]
    is_first = all(
        each.text.lower() in ("do", "not", "n't", "n’t", "please", "never", "just", "and", "so", "but")
        for each in before
    )
    return "demand" if is_first else None
