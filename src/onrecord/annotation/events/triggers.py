"""Finds the words that tell of events, by the lexicon."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.annotation.clauses import conjuncts, is_passive, object_of, prepositions, subject_of
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import NO_EVENT, Condition, Part, TriggerLine, load_classes, load_triggers

CLAUSES = ("ccomp", "xcomp", "advcl")
MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")


# How sure the reader must be of a trigger that the lexicon has not, of another type for one that it has, and how
# unsure to take one away. Chosen on the open articles.
SURE = 0.7
CERTAIN = 0.95
NEVER = 0.01
# `killed in a raid`, `came under attack`: verbs that tell of the same event as what follows them.
RESULTS = frozenset("kill wound injure maim hit strike destroy target die damage leave claim burn".split())
# What is done to somebody can be said by a participle in front: `jailed reporters`.
SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# Types that speak of other events.
SPEAKING = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
# Words that stand beside another, not under it.
APART = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis", "xcomp", "acl"})
# `came under attack`, `went on strike`, `came to blows`.
INTO = frozenset({"under", "on", "to", "into", "in"})
QUANTITIES = frozenset(
    "dozen hundred thousand million number series group lot most some rest all many part score ton tonne round wave "
    "string spate couple handful majority batch one any none half several barrage hail salvo".split()
)
# Nouns that an event noun before them still tells of: `a withdrawal plan`, `truce efforts`.
PROGRAMMES = frozenset("plan effort process threat order call offer proposal campaign operation attempt bid".split())
# `a subject of negotiation`, `the law on amnesty`: what is spoken of need not be.
TOPICS = frozenset(
    "participation role part question issue subject topic matter agenda progress basis framework format venue history "
    "law rule art form kind sort type method means instrument language word theory right freedom risk".split()
)
ASKING = frozenset({"ask", "inquire", "enquire", "wonder", "question", "tell", "say", "know", "discuss"})
EMPTY = frozenset("come go take put fall be have make give hold lay bring set break enter get".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, and the words that belong to it; indices count within the sentence.

    `absorbed` is the noun that a light verb takes with it (`talks` of `held talks`); `others` are further words that
    tell of the same event and have participants of their own (`killed` of `a raid killed two`); `consumed` ones only
    say what kind it is and tell of none (`ceasefire violations`, `the lifting of the curfew`). `is_told` says that the
    reader tells of it, not the lexicon; `roles` where actor and recipient stand when not where the type has them.
    """

    head: int
    words: tuple[int, ...]
    part: Part
    type: str
    mode: str | None
    absorbed: int | None = None
    consumed: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    is_told: bool = False
    roles: Mapping[str, str] = field(default_factory=dict)


def part_of(sentence: Sentence, index: int) -> Part | None:
    """What a word can be a trigger as."""
    word = sentence.words[index]
    if word.is_verb:
        return "noun" if word.dep in ("compound", "pobj", "dobj") and word.tag == "VBG" else "verb"
    if word.tag in ("NN", "NNS"):
        return "noun"
    return "adjective" if word.tag.startswith("JJ") else None


def find_triggers(sentence: Sentence, told: Mapping[int, tuple[str, float]] | None = None) -> list[Trigger]:
    """The triggers of a sentence in text order: those that the lexicon knows, and those that a reader tells.

    `told` holds, by index, the type that the reader takes a word to tell of and the chance of it. Words that tell of
    one event together are one trigger.
    """
    found = []
    for index in range(len(sentence.words)):
        part = part_of(sentence, index)
        if part is None:
            continue
        known = match(sentence, index, part)
        kind, chance = told.get(index, ("", 0.5)) if told else ("", 0.5)
        if known is not None and known[0].type == NO_EVENT:
            continue
        if known is not None and chance >= NEVER:
            line, words, noun, consumed = known
            if chance >= CERTAIN and kind != line.type:
                line = replace(line, type=kind, mode=None)
            found.append(Trigger(index, words, part, line.type, line.mode, noun, consumed, roles=line.roles))
        elif known is None and chance >= SURE and kind and _can_tell(sentence, index, part):
            particle = sentence.child(index, "prt")
            own = (index,) if particle is None else tuple(sorted((index, particle)))
            found.append(Trigger(index, own, part, kind, None, is_told=True))
    return joined(sentence, found)


def _can_tell(sentence: Sentence, index: int, part: Part) -> bool:
    """Whether a word can be a trigger by its grammar: no auxiliary, no word that only says what kind another is."""
    word = sentence.words[index]
    if _is_spoken_of(sentence, index, part) or (part == "noun" and word.dep in ("compound", "nmod", "npadvmod")):
        return False
    return word.dep not in ("aux", "auxpass") and word.lemma not in ("be", "have", "do", "say")


def match(
    sentence: Sentence, index: int, part: Part
) -> tuple[TriggerLine, tuple[int, ...], int | None, tuple[int, ...]] | None:
    """The first line of the lexicon whose conditions a word meets, the words of the trigger, the noun taken in, and the
    words that only say what kind of event it is."""
    if _is_spoken_of(sentence, index, part) or (part == "noun" and _is_modifier(sentence, index)):
        return None
    word = sentence.words[index]
    hyphened = _hyphened(sentence, index)
    for lemma in dict.fromkeys((*hyphened, word.lemma, word.text.lower())):
        for line in load_triggers().get((part, lemma), ()):
            if word.dep == "amod" and part == "verb" and line.type not in SUFFERED | {NO_EVENT}:
                continue
            taken = [index, *hyphened.get(lemma, ())]
            if line.particle is not None:
                particle = _particle(sentence, index, line.particle)
                if particle is None:
                    continue
                taken.append(particle)
            noun = None
            consumed: list[int] = []
            for condition in line.conditions:
                met = _met(sentence, index, condition)
                if (met is None) != condition.is_without:
                    break
                if met is not None and "obj" in condition.slots and condition.words:
                    noun = met
                    taken.append(met)
                elif met is not None and part == "verb" and word.lemma in EMPTY and _hangs_on(sentence, met, index):
                    # `came under fire`
                    taken += [sentence.words[met].head, met]
                elif (
                    met is not None
                    and part == "noun"
                    and condition.words
                    and not sentence.words[met].text[:1].isupper()
                ):
                    consumed.append(met)
                    if "mod" in condition.slots:
                        taken.append(met)
            else:
                return line, tuple(sorted(set(taken))), noun, tuple(consumed)
    return None


def _is_spoken_of(sentence: Sentence, index: int, part: Part) -> bool:
    """Whether a word tells of no event for all it means: a topic, a likeness, a question."""
    if part == "noun":
        return _is_topic(sentence, index) or _is_likened(sentence, index)
    return part == "verb" and _only_asks(sentence, index)


def _is_modifier(sentence: Sentence, index: int) -> bool:
    """Whether a noun only says what kind of thing another is: `asylum seekers`, `ceasefire monitors`."""
    word = sentence.words[index]
    if word.dep not in ("compound", "nmod") or word.head == index:
        return False
    head = sentence.words[word.head]
    papers = load_classes()["agreement"] - {"statement", "declaration", "communique"}
    return ("noun", head.lemma) not in load_triggers() and head.lemma not in papers | PROGRAMMES


def _is_topic(sentence: Sentence, index: int) -> bool:
    """Whether a noun is only what something is about: `participation in the talks`, `a subject of negotiation`."""
    word = sentence.words[index]
    if word.dep != "pobj" or sentence.words[word.head].dep != "prep":
        return False
    above = sentence.words[sentence.words[word.head].head]
    return above.tag.startswith("NN") and above.lemma in TOPICS


def _hangs_on(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether a noun stands behind a preposition of a verb."""
    word = sentence.words[noun]
    return word.dep == "pobj" and sentence.words[word.head].head == verb and word.tag in ("NN", "NNS")


def _only_asks(sentence: Sentence, index: int) -> bool:
    """Whether a verb asks for an answer only: `asked whether they would come`."""
    words = sentence.words
    if words[index].lemma not in ASKING:
        return False
    for child in sentence.children[index]:
        if words[child].dep == "ccomp":
            opening = words[min(sentence.subtree(child))]
            if opening.text.lower() in ("whether", "if") or opening.tag in ("WP", "WRB", "WDT"):
                return True
    return False


def _is_likened(sentence: Sentence, index: int) -> bool:
    """Whether a noun says what something is: `a road is a promise`, `it was the second such raid`."""
    word = sentence.words[index]
    if word.dep != "attr" or sentence.words[word.head].lemma != "be":
        return False
    return sentence.child(word.head, "nsubj") is not None and sentence.child(word.head, "expl") is None


def _hyphened(sentence: Sentence, index: int) -> dict[str, tuple[int, ...]]:
    """The hyphened word that a token opens, with its other tokens: `sit-in`, `pull-outs`."""
    words = sentence.words
    last = index
    while (
        last + 2 < len(words)
        and words[last + 1].text in ("-", "‐", "‑")
        and words[last + 2].start == words[last].end + 1
    ):
        last += 2
    if last == index or (index and words[index - 1].text == "-"):
        return {}
    form = "".join(word.text for word in words[index : last + 1]).lower()
    rest = tuple(range(index + 1, last + 1))
    return {form: rest, form.removesuffix("s"): rest}


def _particle(sentence: Sentence, index: int, particle: str) -> int | None:
    for child in sentence.children[index]:
        word = sentence.words[child]
        if word.text.lower() == particle and word.dep != "prep":
            return child
    # Parsers take `took in families` for a place: a preposition right behind the verb is its particle.
    after = index + 1
    return after if after < len(sentence.words) and sentence.words[after].text.lower() == particle else None


def _standing(sentence: Sentence, index: int) -> set[str]:
    """What a word is by grammar: its label, its tag, `passive`."""
    word = sentence.words[index]
    is_suffered = word.is_verb and is_passive(sentence, index)
    return {word.dep, word.tag, *(["passive"] if is_suffered else [])}


def _met(sentence: Sentence, index: int, condition: Condition) -> int | None:
    """A word that meets a condition, the condition's sense of `without` left aside."""
    for slot in condition.slots:
        if slot == "is":
            if condition.words & _standing(sentence, index):
                return index
            continue
        found = list(_in_slot(sentence, index, slot))
        if slot == "mod":
            # `an Israeli air strike`: who does it says less of the kind than what it is.
            found.sort(key=lambda each: sentence.words[each].text[:1].isupper())
        for candidate in found:
            word = sentence.words[candidate]
            if not condition.words or word.lemma in condition.words or word.text.lower() in condition.words:
                return candidate
    return None


def _in_slot(sentence: Sentence, index: int, slot: str) -> Iterator[int]:
    """The words that stand in a slot of a trigger."""
    words = sentence.words
    if slot == "obj":
        target = object_of(sentence, index)
        if target is not None:
            for each in conjuncts(sentence, target):
                yield each
                yield from _counted(sentence, each)
    elif slot == "subj":
        subject = None if is_passive(sentence, index) else subject_of(sentence, index)
        if subject is not None:
            yield from conjuncts(sentence, subject)
    elif slot == "mod":
        for child in sentence.children[index]:
            if words[child].dep in MODIFIERS:
                yield child
                yield from (c for c in sentence.children[child] if words[c].dep in (*MODIFIERS, "conj"))
    elif slot == "name":
        target = object_of(sentence, index)
        if target is not None and words[target].tag.startswith("NNP"):
            yield target
    elif slot == "head":
        head = words[index].head
        if head != index:
            yield head
            if words[head].dep in ("prep", "agent", "dative") and words[head].head != head:
                yield words[head].head
    elif slot in ("inf", "clause"):
        for child in sentence.children[index]:
            infinitive = any(words[c].tag == "TO" for c in sentence.children[child])
            if words[child].dep in (*CLAUSES, "acl", "relcl") and infinitive == (slot == "inf"):
                if slot == "clause" and words[child].dep != "ccomp":
                    continue
                yield child
    else:
        for preposition, below in prepositions(sentence, index):
            if preposition == slot:
                yield from conjuncts(sentence, below)
        for child in sentence.children[index]:
            if (words[child].text.lower() == slot or words[child].lemma == slot) and words[child].tag != "TO":
                yield child
            if words[child].dep == "prep" and words[child].lemma == slot:
                yield from (below for below in sentence.children[child] if words[below].dep == "pcomp")


def _counted(sentence: Sentence, noun: int) -> Iterator[int]:
    """What a word of quantity counts: `dozens of rockets`."""
    if sentence.words[noun].lemma in QUANTITIES:
        for preposition, below in prepositions(sentence, noun):
            if preposition == "of":
                yield from conjuncts(sentence, below)


def joined(sentence: Sentence, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers, those that tell of one event together made one."""
    kept = {each.head: each for each in triggers}
    for trigger in triggers:
        partner = _same_event(sentence, trigger, kept)
        if partner is None or trigger.head not in kept:
            continue
        into, other, absorbs = partner
        words = tuple(sorted({*kept[into].words, *kept[other].words}))
        if absorbs:
            kept[into] = replace(kept[into], words=words, absorbed=other, mode=kept[into].mode or kept[other].mode)
        else:
            others = (*kept[into].others, other, *kept[other].others)
            kept[into] = replace(kept[into], words=words, others=others, mode=kept[into].mode or kept[other].mode)
        del kept[other]
    # What only says what kind of event another is tells of none, nor does a noun that a verb takes with it, unless it
    # is an event that is spoken of: `refused talks` is a refusal, and talks that do not take place.
    gone = {index for each in kept.values() for index in each.consumed}
    for each in kept.values():
        inner = kept.get(each.absorbed) if each.absorbed is not None else None
        if inner is not None and (inner.type == each.type or each.type not in SPEAKING):
            gone.add(inner.head)
    return [each for each in kept.values() if each.head not in gone]


def _same_event(sentence: Sentence, trigger: Trigger, kept: Mapping[int, Trigger]) -> tuple[int, int, bool] | None:
    """Which two heads tell of one event: the one that stays, the other, and whether it is a light verb's noun."""
    words = sentence.words
    index = trigger.head
    word = words[index]
    head = word.head
    same = head in kept and head != index and kept[head].type == trigger.type
    above = words[head].head if word.dep == "pobj" else head
    is_beside = above in kept and above != index and kept[above].type == trigger.type and word.dep not in APART
    # What the reader tells of beside a trigger of the same type is the same event: `camping out in protest`.
    if is_beside and (trigger.is_told or kept[above].is_told):
        return above, index, False
    if trigger.part == "noun":
        if same and word.dep in ("dobj", "nsubjpass") and kept[head].part == "verb":
            return head, index, True
        if same and word.dep in ("compound", "amod", "nmod") and kept[head].part == "noun":
            return head, index, False
        if word.dep == "pobj":
            above = words[head].head
            if above in kept and kept[above].type == trigger.type and above != index:
                if kept[above].part == "verb" and (
                    (words[above].lemma in EMPTY and words[head].lemma in INTO and kept[above].absorbed is None)
                    or (words[above].lemma in RESULTS and words[head].lemma in ("in", "by"))
                ):
                    return above, index, words[above].lemma in EMPTY
                if kept[above].part == "noun" and words[head].lemma == "of" and above + 2 == index:
                    return above, index, False
        if same and word.dep == "nsubj" and words[head].lemma in RESULTS and trigger.type == "ASSAULT":
            return index, head, False
    elif trigger.part == "verb" and same and trigger.type == "ASSAULT" and word.lemma in RESULTS:
        if word.dep == "advcl" and word.tag == "VBG":
            return head, index, False
        if word.dep in ("conj", "relcl") and (words[head].lemma in RESULTS or word.dep == "relcl"):
            return head, index, False
    return None
