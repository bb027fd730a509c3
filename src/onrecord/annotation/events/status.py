"""What a text says became of an event: it happened, goes on, did not happen, is planned, demanded or possible.

After FactBank's and UDS's ways: the nearest word that governs an event tells, words further out overrule it only where
they leave nothing of it (`refused to promise to leave`).
"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotation.clauses import finite_head, is_finite, prepositions, subject_of
from onrecord.annotation.events.triggers import Trigger
from onrecord.annotation.syntax import Sentence, Word
from onrecord.codebooks.events import VERBAL, Part, load_classes, load_outlooks
from onrecord.record import Status

WILL = frozenset({"will", "shall", "'ll", "wo", "’ll"})
MAY = frozenset({"may", "might", "could", "can", "ca", "would", "'d", "’d"})
MUST = frozenset({"must", "should", "ought"})
NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
IF = frozenset({"if", "unless", "whether", "lest", "provided", "should"})
# Between an event and what governs it.
COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "acl", "pcomp", "pobj", "attr", "acomp", "oprd", "nsubjpass"})
# Nouns as subjects of these are told to be as the verb is.
OCCUR = frozenset(
    "begin start take resume continue happen occur erupt break end follow go proceed open conclude be hold last kill "
    "ensue finish restart reopen stall collapse".split()
)
# A verb that carries its noun: what is said of it is said of the noun.
LIGHT = frozenset("hold have make give take pay do carry launch conduct stage mount wage undertake see".split())
PRESENT = frozenset({"VBP", "VBZ"})
# What is stopped was going on.
ENDING = frozenset(
    "end stop halt cease cessation suspend suspension lift lifting break interrupt interruption finish call_off".split()
)
# `arrived for talks`: they are still to come.
MOVING = frozenset("arrive leave travel fly head go come gather meet assemble depart prepare due".split())
# What can be denied of the past; all else that prevents concerns what is to come.
DENYING = frozenset({"deny", "dispute", "reject", "disprove", "refute", "rule"})
TURNING_DOWN = frozenset("reject refuse decline turn dismiss rebuff veto spurn ignore".split())
SPOKEN = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE", "REJECT", "SUPPORT"})
QUAD_COOPERATION = frozenset({"AID", "COOPERATE", "CONSULT"})
# Verbs whose past looks like their present.
ALIKE = frozenset("set hit cut put shut let beat cast split spread quit shed read bid hurt burst".split())
# What has been done since some time is done still.
HOLDING = frozenset("hold detain keep block blockade besiege occupy imprison jail ban close control seal".split())
# Verbs whose object is still to come: `called a strike`, not `committed a massacre`.
CALLING = frozenset("announce plan schedule call propose prepare".split())
# `talks scheduled for Friday`
FORESEEN = frozenset({"schedule", "plan", "propose", "threaten", "suspect", "expect"})
# What is done in declaring it: `declared an emergency`.
AT_ONCE = (VERBAL | {"COERCE", "SANCTION"}) - {"CONSULT"}
# Nouns for what lasts.
STANDING = frozenset({"contact"})
# Prepositions of complements; others lead to circumstances.
LEADING = frozenset({"of", "for", "to", "on", "against", "from", "about", "into", "over", "at"})
# `40 million dollars in aid`.
MEASURES = frozenset("dollar euro pound million billion tonne ton yen rouble ruble franc crown worth round".split())
DEEPEST = 10


def status_of(sentence: Sentence, trigger: Trigger, *, is_question: bool = False, is_headline: bool = False) -> Status:
    """The status of the event that a trigger tells, from its own clause and what governs it."""
    found = _own(sentence, trigger, is_headline=is_headline)
    for outlook in _governing(sentence, trigger):
        if outlook == "ongoing":
            found = found or "ongoing"
        elif outlook != "happened" and (found in (None, "ongoing") or (found == "planned" and outlook != "planned")):
            found = outlook
    if (
        trigger.type in VERBAL - {"CONSULT"}
        and found == "ongoing"
        and trigger.part != "noun"
        and not _goes_on(sentence, trigger.head)
    ):
        # Who `demands` has demanded.
        found = None
    if found != "not-happened" and (is_question or _is_conditional(sentence, trigger.head)):
        found = "possible" if found != "demanded" else found
    return found or "happened"


def _own(sentence: Sentence, trigger: Trigger, *, is_headline: bool) -> Status | None:
    """What the trigger's own clause tells; None for a plain past, which a headline's present is."""
    if trigger.part == "verb":
        found = clause_status(sentence, trigger.head)
        if found is None and trigger.absorbed is not None and trigger.type not in AT_ONCE:
            # `announced a strike`
            found = "planned" if sentence.words[trigger.head].lemma in CALLING else None
        is_present = sentence.words[trigger.head].tag in PRESENT
        return None if is_headline and found == "ongoing" and is_present else found
    if trigger.part == "adjective":
        head = sentence.words[trigger.head].head
        found = clause_status(sentence, head) if sentence.words[head].is_verb else None
        return None if found == "ongoing" else found
    found = _noun_status(sentence, trigger.head)
    return None if is_headline and found == "ongoing" else found


def clause_status(sentence: Sentence, verb: int, depth: int = 0) -> Status | None:
    """What auxiliaries, negation and tense of a verb tell."""
    words = sentence.words
    children = sentence.children[verb]
    word = words[verb]
    helpers = [words[c] for c in children if words[c].dep in ("aux", "auxpass")]
    lemmas = {helper.text.lower() for helper in helpers} | {helper.lemma for helper in helpers}
    joined = [c for c in sentence.children[word.head] if word.dep == "conj" and word.head < c < verb]
    if any(_negates(sentence, child) for child in children) or _nobody(sentence, verb):
        return "not-happened"
    if any(words[c].dep == "cc" and words[c].lemma == "nor" for c in joined):
        return "not-happened"
    if lemmas & MUST:
        return "demanded"
    if lemmas & WILL:
        return "planned"
    if "would" in lemmas and _is_reported(sentence, verb):
        return "planned"
    if lemmas & MAY:
        return "possible"
    infinitive = any(words[c].tag == "TO" for c in children)
    if (
        not helpers
        and word.dep == "conj"
        and words[word.head].is_verb
        and depth < DEEPEST
        and (
            not is_finite(sentence, verb)
            and word.tag not in ("VBD", "VBZ", "VBP")
            and sentence.child(verb, "nsubj", "nsubjpass") is None
        )
    ):
        above = clause_status(sentence, word.head, depth + 1)
        if above is not None:
            return above
    if infinitive:
        head = words[word.head]
        if word.dep == "advcl" and _outlook(sentence, word.head) == "demanded":
            return None
        if word.dep in ("xcomp", "acl", "ccomp", "pcomp"):
            if head.lemma == "be":
                return "planned"
            if head.lemma == "have" and word.dep == "xcomp":
                return clause_status(sentence, word.head, depth + 1) or "demanded"
            return None
        return "planned" if word.dep in ("advcl", "ROOT") else None
    present = any(h.tag in PRESENT for h in helpers) or (not helpers and word.tag in PRESENT)
    if word.tag == "VBG" and any(h.lemma == "be" for h in helpers):
        return "ongoing" if present else None
    if word.tag == "VBN" and present and word.lemma in HOLDING and any(words[c].lemma == "since" for c in children):
        return "ongoing"
    return "ongoing" if present and not helpers and not (word.tag == "VBP" and word.lemma in ALIKE) else None


def _negates(sentence: Sentence, child: int) -> bool:
    """`not`, `never`, `no longer`."""
    word = sentence.words[child]
    if word.lemma == "long" or word.text.lower() == "longer":
        return any(sentence.words[c].lemma == "no" for c in sentence.children[child])
    return word.dep == "neg" or word.text.lower() in ("never", "nor", "neither")


def _is_reported(sentence: Sentence, verb: int) -> bool:
    """Whether `would` is a future that somebody told of: `said it would meet`."""
    for each in [verb, *sentence.ancestors(verb)]:
        word = sentence.words[each]
        if any(
            sentence.words[c].dep == "advcl" and any(sentence.words[m].text.lower() in IF for m in sentence.children[c])
            for c in sentence.children[each]
        ):
            return False
        if word.dep == "ccomp":
            return True
        if word.dep not in ("conj", "xcomp"):
            return False
    return False


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Whether a present is a progressive one, or a word says that it keeps on."""
    outlooks = load_outlooks()
    word = sentence.words[verb]
    if word.tag == "VBG" or outlooks.get(sentence.words[word.head].lemma) == "ongoing":
        return True
    return any(outlooks.get(sentence.words[child].lemma) == "ongoing" for child in sentence.children[verb])


def _nobody(sentence: Sentence, verb: int) -> bool:
    """`no one is negotiating`, `neither side fired`."""
    around = [subject_of(sentence, verb), sentence.child(verb, "dobj")]
    around += [below for _, below in prepositions(sentence, verb)]
    return any(index is not None and _is_none(sentence, index) for index in around)


def _is_none(sentence: Sentence, noun: int) -> bool:
    """`nobody`, `no one`, `no troops`, `neither side`, `not one deputy`."""
    words = sentence.words
    before = words[noun - 1].lemma if noun else ""
    if words[noun].lemma in NOBODY or (words[noun].lemma == "one" and before == "no"):
        return True
    for child in sentence.children[noun]:
        if words[child].lemma in ("no", "neither") and words[child].dep in ("det", "neg", "preconj", "cc"):
            return True
        if words[child].lemma in ("one", "single") and child and words[child - 1].lemma == "not":
            return True
    return False


def _noun_status(sentence: Sentence, noun: int) -> Status | None:
    words = sentence.words
    outlooks = load_outlooks()
    if _is_none(sentence, noun):
        return "not-happened"
    for child in sentence.children[noun]:
        word = words[child]
        outlook = outlooks.get(word.lemma)
        if word.dep in ("amod", "compound", "advmod") and outlook in ("ongoing", "planned", "possible"):
            return outlook
        if word.dep == "acl" and word.tag == "VBN" and word.lemma in FORESEEN:
            return outlook
    word = words[noun]
    head = word.head
    if word.dep in ("nsubj", "nsubjpass", "attr") and words[head].is_verb and words[head].lemma in OCCUR:
        if words[head].lemma == "be" and any(words[c].text.lower() == "off" for c in sentence.children[head]):
            return "not-happened"
        coming = sentence.child(head, "xcomp") if words[head].lemma == "be" else None
        return clause_status(sentence, head if coming is None else coming)
    if word.dep == "nsubj" and words[head].tag in PRESENT and not load_outlooks().get(words[head].lemma):
        return "ongoing"
    if word.dep == "dobj" and words[head].is_verb and words[head].lemma in LIGHT:
        return clause_status(sentence, head)
    if word.dep == "dobj" and any(words[c].lemma == "any" for c in sentence.children[noun]):
        return "not-happened" if clause_status(sentence, head) == "not-happened" else None
    if word.dep == "pobj" and words[head].lemma == "without":
        return "not-happened"
    if word.lemma in STANDING:
        return "ongoing"
    return None


def _governing(sentence: Sentence, trigger: Trigger) -> Iterator[Status]:
    """What the words above a trigger, nearest first, say of what stands under them."""
    load_outlooks()
    words = sentence.words
    index = trigger.head
    own = set(trigger.words)
    is_clause = trigger.part == "verb"
    for _ in range(DEEPEST):
        word = words[index]
        head = word.head
        if head == index:
            return
        if any(words[between].text == ";" for between in range(min(index, head) + 1, max(index, head))):
            return
        if word.tag == "VBG" and word.dep in ("xcomp", "ccomp") and index and words[index - 1].text == ",":
            return
        if word.dep == "conj":
            index = finite_head(sentence, index)
            continue
        if (
            word.dep == "acl"
            and word.tag != "VB"
            and not any(
                words[child].dep == "mark" and words[child].lemma == "that" for child in sentence.children[index]
            )
        ):
            return
        if word.dep == "compound" and words[head].lemma in load_classes()["agreement"]:
            yield "planned"
            return
        if word.dep == "prep":
            if word.lemma == "for" and words[head].lemma in MOVING and not is_clause:
                yield "planned"
            if word.lemma not in LEADING and not (word.lemma == "in" and words[head].lemma in MEASURES):
                return
        elif word.dep not in COMPLEMENTS and not (
            (word.dep == "nsubj" and words[head].is_verb and words[head].lemma in OCCUR)
            or (word.dep == "advcl" and word.tag == "VB" and _outlook(sentence, head) == "demanded")
        ):
            return
        if head not in own and words[head].tag not in ("IN", "TO"):
            lemma = words[head].lemma
            if word.dep == "prep" and word.lemma in ("on", "about", "over") and lemma in load_classes()["talks"]:
                # What is only talked about.
                yield "possible"
                return
            if lemma in ENDING and (word.dep != "nsubj"):
                # What is to end goes on.
                outer = next(iter(_governing(sentence, replace(trigger, head=head, part=_part(words[head])))), None)
                if outer in ("demanded", "possible", "planned"):
                    yield "ongoing"
                elif trigger.type in QUAD_COOPERATION and words[head].is_verb and outer is None:
                    yield "not-happened"
                return
            outlook = _outlook(sentence, head)
            if (
                word.dep == "ccomp"
                and _is_past(sentence, index)
                and (outlook in ("demanded", "planned") or (outlook == "not-happened" and lemma not in DENYING))
            ):
                outlook = "happened"
            if trigger.type in SPOKEN and not is_clause and index == trigger.head and lemma in TURNING_DOWN:
                # A request that is turned down has been made.
                outlook = "happened"
            if lemma == "announce" and trigger.type in VERBAL and not is_clause:
                outlook = "happened"
            if outlook is not None and (words[head].is_verb or word.dep != "nsubj"):
                yield from _negated(sentence, head, outlook)
                if not is_clause and outlook == "happened" and lemma not in LIGHT:
                    return
            elif not is_clause and words[head].is_verb and lemma not in LIGHT:
                return
            if words[head].is_verb:
                # `could use the land to bomb them`: a clause without a tense of its own has that of the verb above.
                above = None if is_finite(sentence, index) or not is_clause else clause_status(sentence, head)
                if above in ("possible", "planned", "demanded"):
                    yield above
                is_clause = True
            if lemma in ("case", "event") and words[words[head].head].lemma == "in" and word.dep == "prep":
                yield "possible"
                return
        index = head


def _is_past(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells what was: `told them that soldiers had left`."""
    word = sentence.words[verb]
    helpers = [sentence.words[c] for c in sentence.children[verb] if sentence.words[c].dep in ("aux", "auxpass")]
    if any(helper.tag in ("MD", "TO") for helper in helpers):
        return False
    return word.tag in ("VBD", "VBZ") or any(helper.tag in ("VBD", "VBZ", "VBP") for helper in helpers)


def _part(word: Word) -> Part:
    return "verb" if word.is_verb else "noun"


def _outlook(sentence: Sentence, index: int) -> Status | None:
    """What the codebook says of a word, with its particle where it has one: `rule out`."""
    outlooks = load_outlooks()
    lemma = sentence.words[index].lemma
    particle = sentence.child(index, "prt")
    if particle is not None:
        return outlooks.get(f"{lemma}_{sentence.words[particle].lemma}")
    if lemma == "call" and sentence.words[index].is_verb:
        below = [sentence.words[c] for c in sentence.children[index]]
        return "demanded" if any(w.dep == "xcomp" or w.lemma in ("for", "on", "upon") for w in below) else None
    return outlooks.get(lemma)


def _negated(sentence: Sentence, head: int, outlook: Status) -> Iterator[Status]:
    """An outlook whose word is negated itself: `did not refuse`, `did not agree to`."""
    state = clause_status(sentence, head) if sentence.words[head].is_verb else None
    if state != "not-happened" and not _is_none(sentence, head):
        yield outlook
    elif outlook in ("planned", "happened"):
        yield "not-happened"
    elif outlook != "not-happened":
        yield outlook


def _is_conditional(sentence: Sentence, index: int) -> bool:
    """Whether a word stands in an if-clause."""
    for each in [index, *sentence.ancestors(index)]:
        word = sentence.words[each]
        if word.is_verb:
            for child in sentence.children[each]:
                mark = sentence.words[child]
                opens = mark.dep in ("mark", "advmod") and child < each
                is_coming = mark.lemma in ("before", "until") and word.tag in PRESENT
                if opens and (mark.text.lower() in IF or is_coming):
                    return True
            if any(sentence.words[c].text in ("Should", "Were", "Had") and c == 0 for c in sentence.children[each]):
                return True
            if sentence.words[word.head].text.lower() in ("provided", "providing", "assuming") and word.dep == "ccomp":
                return True
            if word.dep not in ("xcomp", "conj", "acl"):
                return False
    return False
