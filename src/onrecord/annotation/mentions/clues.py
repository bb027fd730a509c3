"""What the words of a phrase tell of its kind before any model is asked: registry, role words, nouns, given names."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.annotation.mentions.phrases import Phrase
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.nouns import NO_SENSES, Senses, load_given_names, load_nouns
from onrecord.codebooks.personal_names import parse_name
from onrecord.codebooks.registry import Match, Named, NameWord, Registry, Role, cut_words, load_roles

NOT_BODIES = ("person", "country", "polity")
ADDRESS = frozenset("mr mrs ms miss dr sir".split())

ROLES_IN_SENTENCE = ("nsubj", "nsubjpass", "pobj", "poss", "appos", "dobj", "conj")
PREPOSITIONS = ("in", "at", "from", "to", "by", "of", "with", "for", "on", "between")
LETTERS = ("p", "g", "l")
KINDS = (
    "person",
    "organisation",
    "country",
    "polity",
    "armed-force",
    "international-organisation",
    "party",
    "media",
    "demonym",
    "seat",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What was looked up of a phrase: the registry's name and the role word at its head, any role word before it."""

    words: tuple[NameWord, ...] = ()
    named: Match[Named] | None = None
    role: Role | None = None
    title: Role | None = None
    senses: Senses = field(default=NO_SENSES)
    has_given_name: bool = False


def look_up(text: str, sentence: Sentence, phrase: Phrase, registry: Registry) -> Wording:
    """The wording of a phrase."""
    words = cut_words(text, phrase.start, phrase.end)
    head = sentence.words[phrase.head]

    def is_at_head(match: Match[Named] | Match[Role]) -> bool:
        return words[match.first].start < head.end and words[match.last - 1].end > head.start

    named = next((match for match in registry.find(words) if is_at_head(match)), None)
    if named and any(value.entry.kind == "person" for value in named.values) and not _is_whole(words, named):
        named = None
    roles = list(load_roles().find(words))
    at_head = next((match.values[0] for match in roles if is_at_head(match) and not _is_surname(words, match)), None)
    if named is None and at_head is not None and at_head.kind == "organisation":
        named = _before_its_kind(words, registry, roles, head.start)
    before = [match.values[0] for match in roles if match.values[0].kind == "person" and not is_at_head(match)]
    senses = load_nouns().get(head.lemma, NO_SENSES) if phrase.form != "name" else NO_SENSES
    given = load_given_names()
    has_given_name = phrase.form == "name" and any(word.folded in given and word.text[0].isupper() for word in words)
    return Wording(tuple(words), named, at_head, before[-1] if before else None, senses, has_given_name)


def _before_its_kind(
    words: Sequence[NameWord], registry: Registry, roles: Sequence[Match[Role]], head: int
) -> Match[Named] | None:
    """A body's name with the word for what it is behind it: `France 24 TV`, `the Reuters news agency`."""
    role = next((match for match in roles if words[match.first].start <= head < words[match.last - 1].end), None)
    for match in registry.find(list(words)):
        is_body = all(value.sense == "name" and value.entry.kind not in NOT_BODIES for value in match.values)
        if role is not None and is_body and match.last == role.first:
            return match
    return None


def _is_whole(words: Sequence[NameWord], named: Match[Named]) -> bool:
    """Whether a person's name is all there is of names in a phrase: `Obama` is not of `Michelle Obama`."""
    parsed = parse_name(" ".join(word.text for word in words))
    inside = {word.folded for word in words[named.first : named.last]}
    return all(part in inside for part in parsed.given)


def _is_surname(words: Sequence[NameWord], match: Match[Role]) -> bool:
    """Whether a role word is somebody's family name: `Charlie King`, `Mr. Bishop`."""
    if match.first == 0 or match.last - match.first > 1 or not words[match.first].text[0].isupper():
        return False
    before = words[match.first - 1].folded
    return before in load_given_names() or before in ADDRESS


def clues(sentence: Sentence, phrase: Phrase, wording: Wording) -> list[float]:
    """The wording and the phrase's place in its sentence as numbers of 0 and 1, in a fixed order."""
    head = sentence.words[phrase.head]
    preposition = sentence.words[head.head].lemma if head.dep == "pobj" else ""
    senses = {(value.sense if value.sense != "name" else value.entry.kind) for value in _named(wording)}
    flags: Sequence[bool] = (
        phrase.form == "name",
        head.tag in ("NNS", "NNPS"),
        head.text.isupper(),
        len(wording.words) > 1,
        *(head.dep == role for role in ROLES_IN_SENTENCE),
        *(preposition == each for each in PREPOSITIONS),
        *(each in wording.senses.possible for each in LETTERS),
        *(each == wording.senses.usual for each in LETTERS),
        *(kind in senses for kind in KINDS),
        wording.role is not None and wording.role.kind == "person",
        wording.role is not None and wording.role.kind == "organisation",
        wording.title is not None,
        wording.has_given_name,
    )
    return [float(flag) for flag in flags]


def _named(wording: Wording) -> tuple[Named, ...]:
    return wording.named.values if wording.named else ()
