"""Places that the text lets act are states or polities, also where no registry knows them.

`Zemlan` is one where there is a Republic of Zemlan, a president of Zemlan or Zemlan's army, where it says or refuses
something, or where a description of a state points to it.
"""

from collections.abc import Sequence

from onrecord.annotation.coreference.chains import Chain, Chains
from onrecord.annotation.coreference.speech import Speech
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import load_cues

# Words for the state that its name follows.
STATE_WORDS = frozenset("republic kingdom state emirate sultanate federation confederation commonwealth".split())
# What only a state has.
OF_STATES = frozenset(
    "president presidency government authorities authority army military parliament minister ministry forces troops "
    "ambassador embassy embassies leader leadership premier chancellor constitution sovereignty independence "
    "citizenship citizens passport passports recognition diplomats delegation negotiators election elections border "
    "borders king monarch regime".split()
)


def link_state_names(chains: Chains, sentences: Sequence[Sentence]) -> None:
    """Joins `Zemlan` with `the Republic of Zemlan`, which is then a polity too."""
    for number, found in enumerate(chains.found):
        words = [word.folded for word in found.wording.words]
        place = next(
            (index for index, word in enumerate(words[:-2]) if word in STATE_WORDS and words[index + 1] == "of"), None
        )
        head = sentences[found.phrase.sentence].words[found.phrase.head].lemma
        if place is None or words[place] != head or found.entry is not None or found.is_part:
            continue
        chain = chains.of(number)
        chain.kinds, chain.actor, chain.is_state = {"polity"}, 1.0, True
        short = tuple(words[place + 2 :])
        for other, each in enumerate(chains.found):
            if each.is_place and tuple(word.folded for word in each.wording.words if word.folded != "the") == short:
                chains.join(number, other)


def acts(chain: Chain, chains: Chains, speech: Speech, sentences: Sequence[Sentence]) -> bool:
    """Whether the text lets a place act, or speaks of it as only of a state."""
    return any(
        number in speech.source_of or _is_of_state(chains.found[number], sentences)
        for number in chain.mentions
        if chains.found[number].is_place
    )


def _is_of_state(found: Found, sentences: Sequence[Sentence]) -> bool:
    sentence = sentences[found.phrase.sentence]
    word = sentence.words[found.phrase.head]
    head = sentence.words[word.head]
    if word.dep == "nsubj":
        return head.lemma in load_cues().verbs
    if word.dep == "pobj" and head.lemma == "of":
        return sentence.words[head.head].lemma in OF_STATES
    return word.dep in ("poss", "compound") and head.lemma in OF_STATES
