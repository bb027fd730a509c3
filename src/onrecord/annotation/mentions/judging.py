"""What a phrase is about: whether an actor, of which kind, number and gender."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotation.actors import ActorResolver, Identity
from onrecord.annotation.mentions.clues import ADDRESS, Wording
from onrecord.annotation.mentions.draft import Found, Number, Person
from onrecord.annotation.mentions.phrases import Phrase
from onrecord.annotation.syntax import Sentence, Word
from onrecord.codebooks.nouns import Gender, load_given_names
from onrecord.codebooks.personal_names import parse_name
from onrecord.codebooks.registry import Kind, Named

# Nouns for a state or a land with authorities: mentions of the one that the text names.
LANDS = frozenset(
    "country nation state republic region territory enclave exclave kingdom province statelet homeland federation "
    "side neighbour neighbor power emirate sultanate island".split()
)
NOBODY = frozenset("nobody somebody everyone everybody anyone anybody whoever nothing everything something one".split())
DATES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
# Below this a phrase that neither the registry nor a role word knows is about no actor. A source is likelier one.
SURE = 0.5
SURE_OF_SOURCES = 0.2
# A role word that is mostly another word (`general`, `private`, `force`) needs this much.
HARDLY = 0.15
SHARES = frozenset("percent % percentage majority minority half third quarter most many some few several rest".split())
MANY = SHARES | {"people", "police", "both", "all", "those", "two", "three", "others"}
PERSONS: dict[str, Person] = {
    **dict.fromkeys("i me my mine myself we us our ours ourselves".split(), 1),
    **dict.fromkeys("you your yours yourself yourselves".split(), 2),
}
SINGULAR = frozenset("i me my mine myself he him his himself she her hers herself it its itself".split())
PLURAL = frozenset("we us our ours ourselves they them their theirs themselves".split())
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
MEN = frozenset(
    "man boy father son brother husband king prince uncle grandfather nephew spokesman chairman policeman "
    "businessman lord gentleman widower monk priest bishop imam fisherman congressman alderman pope".split()
)
WOMEN = frozenset(
    "woman girl mother daughter sister wife queen princess aunt grandmother niece spokeswoman chairwoman "
    "policewoman businesswoman lady widow nun actress waitress congresswoman".split()
)
GROUPS: tuple[Kind, ...] = ("organisation", "armed-force", "party", "media", "international-organisation")
BY_SECTOR: dict[str, Kind] = {
    **dict.fromkeys(("MIL", "REB", "PRM", "UAF"), "armed-force"),
    "PTY": "party",
    "JRN": "media",
}


def judge_pronoun(phrase: Phrase, word: Word, *, is_relative: bool) -> Found:
    """A pronoun as a mention."""
    form = word.text.lower()
    number: Number | None = "one" if form in SINGULAR else "many" if form in PLURAL else None
    gender: Gender | None = "m" if form in MALE else "f" if form in FEMALE else None
    return Found(phrase, Wording(), None, Identity(), number, gender, PERSONS.get(form, 3), is_relative=is_relative)


class Judge:
    """Judges phrases of a document of a date, against a registry."""

    def __init__(self, text: str, resolver: ActorResolver, date: str | None) -> None:
        self._text = text
        self._resolver = resolver
        self._date = date

    def judge(
        self, sentence: Sentence, phrase: Phrase, wording: Wording, chances: Sequence[float], *, is_source: bool
    ) -> Found | None:
        """A name or description as a mention, None where it is surely none.

        `chances` are those of the model of kinds. What is about an actor only if another mention shows it is weak.
        """
        head = sentence.words[phrase.head]
        first = sentence.words[phrase.first].text.lower()
        person, organisation, place, _ = chances
        actor = person + organisation
        if is_source and head.lemma in SHARES:
            # `44 percent say`: those who answered.
            person, actor = 1.0, 1.0
        if head.lemma in NOBODY or first == "no" or _is_number(head) or _is_date(sentence, phrase):
            return None
        named = self._resolver.choose(wording.named.values) if wording.named else None
        is_full_name = phrase.form == "name" and first != "the" and wording.has_given_name
        is_many = (head.tag in ("NNS", "NNPS") and not is_full_name) or head.lemma in MANY
        number: Number = "many" if is_many else "one"
        is_land = phrase.form == "nominal" and head.lemma in LANDS
        is_addressed = len(wording.words) > 1 and phrase.form == "name" and wording.words[0].folded in ADDRESS
        if is_addressed:
            # `Mrs Okafor` is somebody, whatever the model makes of an unknown name.
            person, actor = 1.0, 1.0
        is_full_name = is_addressed or (wording.has_given_name and len(wording.words) > 1)
        if not (named or wording.role or is_full_name) and place > actor and _is_plain_name(sentence, phrase):
            return Found(phrase, wording, "polity", Identity(), number, None, actor=0.0, is_weak=True, is_place=True)
        is_state = named is not None and named.entry.kind in ("country", "polity")
        if is_state and phrase.form == "nominal" and actor < SURE and not is_land:
            return None
        speaks_by_name = is_source and _is_plain_name(sentence, phrase)
        is_weak = not (named or is_land or speaks_by_name) and actor < _least(wording, is_source=is_source)
        if is_weak and phrase.form == "nominal" and first not in ("the", "this", "that", "these", "those"):
            return None
        words = self._text[phrase.start : phrase.end]
        identity = self._resolver.resolve(words, self._date)
        if wording.role and not named and phrase.form == "name":
            # `the de-facto President of …`: a capital makes no name of a description.
            phrase = replace(phrase, form="nominal")
        elif named and not is_state and named.sense == "name":
            # `"France 24" TV`: the word behind the name takes nothing from it.
            phrase = replace(phrase, form="name")
        kind = _kind(phrase, named, wording, identity, number, person >= organisation, is_land=is_land)
        return Found(
            phrase,
            wording,
            kind,
            identity,
            number,
            _gender(words, phrase, head, kind),
            is_weak=is_weak,
            actor=actor,
            entry=named.entry if named and named.sense != "demonym" else None,
        )


def _is_number(head: Word) -> bool:
    return head.tag == "CD" and head.dep not in ("nsubj", "nsubjpass", "dobj")


def _is_date(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a day or a month, with numbers or without."""
    words = [
        word.text.lower().strip(".") for word in sentence.words[phrase.first : phrase.last] if word.text[0].isalnum()
    ]
    return phrase.form == "name" and bool(words) and all(word in DATES or word[0].isdigit() for word in words)


def _least(wording: Wording, *, is_source: bool) -> float:
    """How likely a phrase must be about an actor: hardly where a role word heads it, not at all where several do."""
    if wording.role is None:
        return SURE_OF_SOURCES if is_source else SURE
    if " " in wording.role.words:
        return 0.0
    # `The village` is its people only where the sentence says so.
    return SURE if "l" in wording.senses.usual else HARDLY


def _is_plain_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is names alone, with no common noun to say what they are."""
    return phrase.form == "name" and all(
        word.tag.startswith("NNP") or word.tag in ("DT", "JJ", "POS", "HYPH") or word.text[:1].isupper()
        for word in sentence.words[phrase.first : phrase.last]
    )


def _kind(
    phrase: Phrase,
    named: Named | None,
    wording: Wording,
    identity: Identity,
    number: Number,
    is_person: bool,
    *,
    is_land: bool,
) -> Kind | None:
    """The record's type of what a phrase means; None for a description of a state."""
    people: Kind = "group" if number == "many" else "person"
    if named:
        return people if named.sense == "demonym" else named.entry.kind
    if is_land:
        return None
    role = wording.role
    if role and role.kind == "organisation":
        return next((BY_SECTOR[sector] for sector in role.sectors if sector in BY_SECTOR), "organisation")
    if role or is_person or (wording.title and phrase.form == "name"):
        return people
    return identity.kind if identity.kind in GROUPS else "organisation"


def _gender(words: str, phrase: Phrase, head: Word, kind: Kind | None) -> Gender | None:
    """What a person's noun, title or given name says of their gender."""
    if kind != "person":
        return None
    if phrase.form != "name":
        return "m" if head.lemma in MEN else "f" if head.lemma in WOMEN else None
    name = parse_name(words)
    if name.gender:
        return "m" if name.gender == "m" else "f"
    known = load_given_names()
    return next((known[word] for word in name.given if word in known), None)
