"""The steps of coreference over one document, the surest first."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotation.actors import ActorResolver
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.coreference.addressees import find_addressees, link_second_person
from onrecord.annotation.coreference.chains import Chain, Chains
from onrecord.annotation.coreference.descriptions import link_descriptions
from onrecord.annotation.coreference.grammar import link_by_grammar
from onrecord.annotation.coreference.linking import Decide, link_anaphors
from onrecord.annotation.coreference.names import link_names
from onrecord.annotation.coreference.pairs import Place, of_length_one
from onrecord.annotation.coreference.speech import Speech, find_speech, link_first_person
from onrecord.annotation.coreference.states import acts, link_state_names
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.mentions.finding import find_mentions
from onrecord.annotation.models import ActorModels, PairReader
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence

# A pronoun has an antecedent mostly; a description often none, `it` often one that is no
# actor; `he` and `she` nearly always somebody.
PRONOUN_CHANCE = 0.2
IT_CHANCE = 0.45
GENDERED_CHANCE = 0.05
DESCRIPTION_CHANCE = 0.5


@dataclass(frozen=True)
class Resolved:
    """The mentions of a document, the chains they form, who speaks where and to whom, the places that act.

    `acting` has the first mention of each chain of a place that is spoken of as a state.
    """

    chains: Chains
    speech: Speech
    addressees: Mapping[int, int]
    acting: frozenset[int]

    @property
    def found(self) -> Sequence[Found]:
        """The mentions in text order."""
        return self.chains.found


def resolve_mentions(
    text: str,
    paragraphs: Sequence[Bounds],
    quotations: Sequence[Quote],
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    resolver: ActorResolver,
    models: ActorModels,
    date: str | None,
    decide: Decide | None = None,
) -> Resolved:
    """Finds the mentions of a text and links those that are one entity; `decide` replaces the model's choice."""
    sources = [piece for each in attributions for piece in each.source]
    found = find_mentions(text, paragraphs, sentences, sources, resolver, models, date)
    heads = [sentences[each.phrase.sentence].words[each.phrase.head] for each in found]
    chains = Chains(found, [head.lemma for head in heads])
    speech = find_speech(text, found, attributions, quotations)
    starts = [start for start, _ in paragraphs]
    vectors = map(of_length_one, models.vectors.of(text, [head.start for head in heads]))
    place = Place(sentences, [bisect_right(starts, each.start) for each in found], speech, *vectors)
    link_names(chains)
    link_state_names(chains, sentences)
    link_by_grammar(chains, sentences)
    link_descriptions(chains, sentences)
    link_anaphors(chains, place, decide or _choice(chains, models.pairs))
    link_first_person(chains, speech)
    addressees = find_addressees(text, found, attributions)
    link_second_person(chains, speech, attributions, addressees)
    acting = frozenset(chain.mentions[0] for chain in chains if acts(chain, chains, speech, sentences))
    return Resolved(chains, speech, addressees, acting)


def _choice(chains: Chains, reader: PairReader) -> Decide:
    """The choice of the chain rated best, if it is rated well enough; of equals the nearest."""

    def decide(number: int, candidates: Sequence[Chain], rows: Sequence[Sequence[float]]) -> int | None:
        rated = reader.rate(rows)
        best = max(range(len(rated)), key=lambda index: (rated[index], -index))
        return best if rated[best] >= _least(chains.found[number]) else None

    return decide


def _least(found: Found) -> float:
    """The chance that is enough."""
    if found.form != "pronoun":
        return DESCRIPTION_CHANCE
    if found.gender:
        return GENDERED_CHANCE
    return IT_CHANCE if found.number == "one" else PRONOUN_CHANCE
