"""Who does it to whom: the actors and recipients of a trigger, from the grammar around it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotation.clauses import (
    agent_of,
    conjuncts,
    is_passive,
    object_of,
    prepositions,
    subject_of,
)
from onrecord.annotation.events.participants import Cast
from onrecord.annotation.events.triggers import RESULTS, Trigger
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import load_classes

# What both sides do: `X met Y`, `X clashed with Y`.
MUTUAL_WITH = frozenset("meet negotiate confer talk clash fight battle cooperate collaborate".split())
MUTUAL_NOUNS = frozenset(
    "talk meeting negotiation consultation discussion dialogue summit clash fighting battle skirmish cooperation "
    "co-operation collaboration exercise drill agreement conversation contact war".split()
)
MUTUAL_TYPES = frozenset({"CONSULT", "COOPERATE", "ASSAULT", "AGREE", "SUPPORT"})
SIGNED = frozenset({"sign", "initial", "ink", "conclude", "ratify", "reach", "strike"})
# Whose owner it happens to: `his arrest`.
SUFFERED = frozenset(
    "arrest detention imprisonment killing murder assassination deportation expulsion release conviction extradition "
    "kidnapping abduction torture execution trial indictment removal acquittal pardon eviction capture shooting "
    "sentencing evacuation rescue liberation demolition destruction bombing shelling bombardment seizure "
    "confiscation repatriation recognition condemnation".split()
)
# Who dies has it done to them.
DYING = frozenset({"die", "perish"})
COMING = frozenset({"come", "be", "fall", "go", "remain", "put"})
# Who stands before a noun as its doer: `a rebel attack`, `police raids`.
DOERS = frozenset(
    "rebel government insurgent militia militant opposition jihadist separatist guerrilla student worker union farmer "
    "police army settler soldier troop gang navy regime junta protester separatist mob".split()
)
# Named after whom they befell: `the Armenian genocide`.
VICTIMS = frozenset({"genocide", "massacre", "holocaust", "pogrom"})
# Whose `of ...` is who does it: `the withdrawal of the troops`.
DONE_BY_OF = frozenset(
    "withdrawal pullout pull-out retreat visit protest demonstration rally march strike walkout return resignation "
    "advance deployment refusal threat attack offensive clash statement demand appeal".split()
)
RECIPIENT_PREPOSITIONS = {
    "AGREE": ("to", "for", "with", "from", "on"),
    "CONSULT": ("with", "to", "in", "between", "among", "by", "from"),
    "SUPPORT": ("for", "to", "of", "with", "behind", "on"),
    "CONCEDE": ("to", "on", "for", "of", "with", "in", "against", "from"),
    "COOPERATE": ("with", "to"),
    "AID": ("to", "for", "into", "in", "from", "of"),
    "RETREAT": ("from", "to", "of", "in", "with"),
    "REQUEST": ("on", "to", "from", "of", "with", "against", "for", "in"),
    "ACCUSE": ("against", "of", "into", "at", "on", "over", "for", "with", "to", "about"),
    "REJECT": ("by", "from", "of", "to", "with", "in", "on", "against", "for"),
    "THREATEN": ("against", "to", "at", "of", "with", "on", "in", "by"),
    "PROTEST": ("against", "at", "over", "to", "by", "of", "from", "outside", "in"),
    "SANCTION": ("on", "against", "with", "to", "from", "for", "of", "upon", "in"),
    "MOBILIZE": ("against", "to", "along", "near", "in", "into", "on", "around", "towards"),
    "COERCE": ("on", "against", "of", "from", "in", "to", "into", "by"),
    "ASSAULT": ("at", "on", "against", "of", "into", "upon", "with", "from", "in", "near", "to", "for"),
}
# Types whose target may stand in the clause that says what for.
THROUGH_CLAUSE = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SUPPORT", "CONCEDE"})
# Types in which `of ...` may be what is given or asked for.
OF_LAST = frozenset({"AID", "SUPPORT", "MOBILIZE", "REQUEST", "AGREE", "THREATEN", "REJECT", "COOPERATE"})
# Types whose object may be what is sent or withdrawn.
INSTRUMENTAL = frozenset({"AGREE", "AID", "MOBILIZE", "RETREAT", "REJECT", "CONCEDE", "THREATEN"})
# What hits things as well as people, and what is done to places, for those who live there.
ON_THINGS = frozenset({"ASSAULT", "COERCE"})
ON_PLACES = frozenset({"ASSAULT", "COERCE", "AID", "SANCTION", "CONSULT", "RETREAT", "CONCEDE"})
AIMED = ("at", "on", "against", "into", "of", "towards", "toward", "near")
DEEPEST = 3


class Roles:
    """Reads actors and recipients off one sentence."""

    def __init__(self, sentence: Sentence, cast: Cast) -> None:
        self._sentence = sentence
        self._cast = cast

    def of(self, trigger: Trigger) -> tuple[list[int], list[int]]:
        """The heads of a trigger's actors and recipients, each in text order."""
        actors, recipients = self._of_word(trigger)
        for other in trigger.others:
            verb = self._sentence.words[other].is_verb
            alone = replace(trigger, head=other, part="verb" if verb else "noun", absorbed=None, others=())
            more = self._of_word(alone)
            # What a blow, a raid or a bomb did is done by whoever dealt it.
            actors = actors or [each for each in more[0] if each not in recipients]
            recipients = recipients + more[1]
        actors = list(dict.fromkeys(actors))
        if actors:
            # `withdrew their tanks`: from somebody, but not from themselves.
            words = self._sentence.words
            recipients = [each for each in recipients if words[each].lemma not in ("its", "their", "his", "her")]
        return sorted(actors), sorted(head for head in dict.fromkeys(recipients) if head not in actors)

    def _of_word(self, trigger: Trigger) -> tuple[list[int], list[int]]:
        if trigger.part == "noun":
            return self._of_noun(trigger.head, trigger.type)
        return self._of_verb(trigger)

    def _of_verb(self, trigger: Trigger) -> tuple[list[int], list[int]]:
        sentence, verb = self._sentence, trigger.head
        words = sentence.words
        carrier = verb
        if trigger.part == "adjective" and words[verb].dep in ("acomp", "attr", "oprd", "amod"):
            carrier = words[verb].head
        subject = subject_of(sentence, carrier) if words[carrier].is_verb else carrier
        passive = words[carrier].is_verb and is_passive(sentence, carrier)
        actors = self._actors(agent_of(sentence, carrier)) if passive else self._actors(subject)
        if trigger.roles.get("recipient") == "subj":
            return self._slot(verb, trigger.roles.get("actor", "by")), self._actors(subject)
        if words[verb].lemma in DYING or (words[verb].lemma in COMING and self._is_under(trigger)):
            noun = self._under(verb)
            by = [self._slot(each, name) for each in (verb, noun) if each is not None for name in ("from", "by")]
            return next(filter(None, by), []), self._actors(subject) or self._all(subject)
        recipients: list[int] = []
        target = object_of(sentence, verb) if trigger.part == "verb" else None
        mutual = trigger.type in ("CONSULT", "COOPERATE", "ASSAULT") and words[verb].lemma in MUTUAL_WITH
        if trigger.type in INSTRUMENTAL and self._instrument(verb) is not None:
            recipients = self._by_preposition(verb, trigger.type)
        elif target is not None and trigger.absorbed is None and (target != subject or passive):
            is_thing = target is not None and trigger.type in ON_THINGS and not self._cast.can_act(target)
            recipients = [] if is_thing else self._actors(target)
            if not recipients and trigger.type in ON_PLACES and target is not None and self._cast.can_suffer(target):
                recipients = [target]
            if not recipients and trigger.type in ON_THINGS:
                recipients = self._things(verb, target)
            if mutual and trigger.type == "CONSULT" and not passive:
                return actors + recipients, []
        absorbed = trigger.absorbed
        if absorbed is not None:
            noun_actors, noun_recipients = self._of_noun(absorbed, trigger.type, governed=True)
            if words[absorbed].lemma in MUTUAL_NOUNS and trigger.type in MUTUAL_TYPES:
                partners = noun_actors + noun_recipients or self._slot(verb, "with")
                return (actors + partners, []) if partners else (actors, self._by_preposition(verb, trigger.type))
            recipients = noun_recipients or [each for each in noun_actors if each not in actors]
            if passive and not actors:
                actors = noun_actors
        if words[verb].lemma in SIGNED and trigger.type in ("SUPPORT", "AGREE"):
            partners = self._slot(verb, "with") + (self._slot(absorbed, "with") if absorbed is not None else [])
            return actors + partners, []
        if mutual:
            partners = self._slot(verb, "with")
            if partners:
                return actors + partners, recipients
        if not recipients:
            recipients = self._by_preposition(verb, trigger.type)
        if not recipients and trigger.type in THROUGH_CLAUSE:
            recipients = self._through_clause(verb, trigger.type, set(actors), 0)
        if not recipients and target is not None and absorbed is None:
            recipients = self._owners(target, trigger.type)
        if not recipients and trigger.type in ON_THINGS:
            recipients = self._things(verb, target if absorbed is None else None)
        if passive and not actors and trigger.type == "MOBILIZE":
            # `the army was called out`
            return recipients or self._actors(subject), []
        return actors, [each for each in recipients if each not in actors]

    def _all(self, head: int | None) -> list[int]:
        return [] if head is None else conjuncts(self._sentence, head)

    def _is_under(self, trigger: Trigger) -> bool:
        """Whether a trigger is a `came under attack`."""
        near = (*trigger.words, *self._sentence.children[trigger.head])
        return any(self._sentence.words[index].lemma == "under" for index in near)

    def _under(self, verb: int) -> int | None:
        """The noun of `came under attack`."""
        return next((below for name, below in prepositions(self._sentence, verb) if name == "under"), None)

    def _of_noun(self, noun: int, kind: str, *, governed: bool = False) -> tuple[list[int], list[int]]:
        """The participants that a noun itself names."""
        sentence = self._sentence
        lemma = sentence.words[noun].lemma
        above = sentence.words[noun].head
        if sentence.words[noun].dep == "pobj" and sentence.words[above].lemma == "under":
            verb = sentence.words[above].head
            if sentence.words[verb].lemma in COMING:
                by = self._slot(noun, "from") or self._slot(noun, "by") or self._slot(verb, "from")
                subject = subject_of(sentence, verb)
                is_thing = subject is not None and kind in ON_THINGS and not self._cast.can_act(subject)
                return by, self._all(subject) if is_thing else self._actors(subject)
        before = self._modifying(noun)
        by = self._slot(noun, "by")
        between = self._slot(noun, "between") or self._slot(noun, "among")
        of = self._slot(noun, "of")
        actors: list[int] = list(by)
        recipients: list[int] = []
        if between:
            return (between, []) if lemma in MUTUAL_NOUNS else (actors or before, between)
        if lemma in VICTIMS or (lemma in SUFFERED and (by or sentence.child(noun, "poss") is not None) and not of):
            recipients += before
        elif not actors:
            actors += before
        if of:
            if lemma in DONE_BY_OF and not actors:
                actors += of
            elif kind in OF_LAST:
                recipients += self._by_preposition(noun, kind, without=("by", "of")) or of
            elif kind != "CONSULT" or actors:
                recipients += of
            else:
                actors += of
        if lemma in MUTUAL_NOUNS:
            partners = self._slot(noun, "with")
            if partners:
                return actors + partners, []
        if not recipients:
            recipients = self._by_preposition(noun, kind, without=("by", "of"))
        if kind == "ASSAULT":
            recipients += self._results(noun)
        if not recipients and kind in ON_THINGS:
            recipients = self._things(noun, None)
        if not actors and not governed:
            actors = self._governor(noun)
        return actors, [each for each in recipients if each not in actors]

    def _results(self, noun: int) -> list[int]:
        """Whom and what a blow is said to have hit: `the strike killed two and destroyed a depot`."""
        words = self._sentence.words
        verb = words[noun].head
        if words[noun].dep != "nsubj" or words[verb].lemma not in RESULTS:
            return []
        found: list[int] = []
        for each in conjuncts(self._sentence, verb):
            target = object_of(self._sentence, each) if words[each].is_verb and words[each].lemma in RESULTS else None
            found += self._actors(target) or self._things(each, target) if target is not None else []
        return found

    def _governor(self, noun: int) -> list[int]:
        """The subject of a verb whose object a noun is: `Iran began its withdrawal`."""
        word = self._sentence.words[noun]
        if word.dep == "pobj" and self._sentence.words[word.head].lemma in ("on", "in", "under", "at"):
            # `was on a visit`, `went on strike`
            verb = self._sentence.words[word.head].head
            if self._sentence.words[verb].lemma in ("be", "go", "come", "remain", "stay"):
                return self._actors(subject_of(self._sentence, verb))
        if word.dep == "dobj" and self._sentence.words[word.head].is_verb:
            verb = word.head
            if self._sentence.words[verb].lemma in CARRIERS:
                return self._actors(subject_of(self._sentence, verb))
        return []

    def _modifying(self, noun: int) -> list[int]:
        """Those named before a noun: owners, peoples, bodies."""
        sentence = self._sentence
        found: list[int] = []
        for child in sentence.children[noun]:
            if sentence.words[child].dep in ("poss", "amod", "compound", "nmod"):
                for each in conjuncts(sentence, child):
                    word = sentence.words[each]
                    if (
                        each in self._cast.mentions
                        or (word.dep == "poss" and self._cast.can_act(each))
                        or (word.dep in ("compound", "amod") and word.lemma in DOERS)
                    ):
                        found.append(each)
        return found

    def _actors(self, head: int | None) -> list[int]:
        """The actors in a phrase: its coordinated heads, or for things those who have them."""
        if head is None:
            return []
        found: list[int] = []
        for each in conjuncts(self._sentence, head):
            if self._cast.can_act(each):
                found.append(each)
            else:
                found += self._owners(each, "")
        return found

    def _owners(self, head: int, kind: str) -> list[int]:
        """Those whose something is: named before it, or behind `of`, or else where it points to."""
        if kind in ON_THINGS:
            return []
        if kind in ("ACCUSE", "REJECT", "SUPPORT", "REQUEST"):
            by = self._slot(head, "by")
            if by:
                return by
        found = self._modifying(head) or self._slot(head, "of")
        if found or not kind:
            return found
        return self._by_preposition(head, kind)

    def _things(self, index: int, target: int | None) -> list[int]:
        """What is hit, seized or burned, where that is no person or body."""
        if target is None:
            behind = dict(reversed(list(prepositions(self._sentence, index))))
            target = next((behind[name] for name in AIMED if name in behind), None)
        if target is None:
            return []
        return [
            each
            for each in conjuncts(self._sentence, target)
            if self._sentence.words[each].tag.startswith("NN") and each not in self._cast.taken
        ]

    def owner(self, head: int) -> int | None:
        """Whose a thing is, by the words before or behind it: `Palestinian homes`, `a depot in Russia`."""
        if self._cast.can_act(head):
            return None
        found = self._modifying(head) or self._slot(head, "of") or self._slot(head, "in")
        return found[0] if found else None

    def _slot(self, index: int, preposition: str) -> list[int]:
        for name, below in prepositions(self._sentence, index):
            if name == preposition:
                found = self._actors(below)
                if found:
                    return found
        return []

    def _by_preposition(self, index: int, kind: str, without: Sequence[str] = ()) -> list[int]:
        behind = dict(reversed(list(prepositions(self._sentence, index))))
        for name in RECIPIENT_PREPOSITIONS[kind]:
            if name in behind and name not in without:
                found = self._actors(behind[name])
                if not found and kind in ON_PLACES and self._cast.can_suffer(behind[name]):
                    found = [behind[name]]
                if found:
                    return found
        return []

    def _through_clause(self, index: int, kind: str, known: set[int], depth: int) -> list[int]:
        """Those whom the clause under a verb is about: `demanded that Iran stop`, `threatened to cut off Iran`."""
        if depth > DEEPEST:
            return []
        for child in self._clauses(index):
            subject = subject_of(self._sentence, child) if self._sentence.words[child].is_verb else None
            if kind in INSTRUMENTAL and (target := self._instrument(child)) is not None:
                found = [each for each in self._by_preposition(child, kind) if each not in known]
                if found:
                    return found
            if kind == "REQUEST" and subject is not None and subject not in known:
                found = [each for each in self._actors(subject) if each not in known]
                if found:
                    return found
            target = object_of(self._sentence, child) if self._sentence.words[child].is_verb else None
            options = [self._actors(target)] if target is not None else []
            options.append(self._by_preposition(child, kind))
            if target is not None:
                options.append(self._owners(target, kind))
            options.append(self._through_clause(child, kind, known, depth + 1))
            for option in options:
                found = [each for each in option if each not in known]
                if found:
                    return found
            if subject is not None and subject not in known:
                found = [each for each in self._actors(subject) if each not in known]
                if found:
                    return found
        return []

    def _instrument(self, verb: int) -> int | None:
        """Troops or help that a verb's object is: they are what is sent, not those to whom."""
        target = object_of(self._sentence, verb) if self._sentence.words[verb].is_verb else None
        if target is None:
            return None
        return target if self._sentence.words[target].lemma in load_classes()["force"] | load_classes()["aid"] else None

    def _clauses(self, index: int) -> Iterator[int]:
        sentence = self._sentence
        for child in sentence.children[index]:
            word = sentence.words[child]
            if word.dep in ("xcomp", "ccomp", "acl"):
                yield child
            elif word.dep == "prep":
                for below in sentence.children[child]:
                    if sentence.words[below].dep == "pcomp":
                        yield below
            elif word.dep == "advcl" and any(sentence.words[c].tag == "TO" for c in sentence.children[child]):
                yield child


# Verbs that do no more than begin, hold or end what their object says.
CARRIERS = frozenset(
    "begin start launch continue resume complete finish end stop halt suspend announce declare hold conduct stage make "
    "carry undertake mount wage lead order plan speed accelerate intensify step receive face suffer".split()
)
