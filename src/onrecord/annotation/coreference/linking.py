"""Pronouns and descriptions, each given to the chain that a learned model rates best, from the text's beginning on."""

from collections.abc import Callable, Sequence

from onrecord.annotation.coreference.chains import Chain, Chains, clash
from onrecord.annotation.coreference.descriptions import is_another_state
from onrecord.annotation.coreference.pairs import Place, determiner, features
from onrecord.annotation.mentions.draft import Found

# How many sentences back an antecedent may stand.
PRONOUNS_REACH = 6
DESCRIPTIONS_REACH = 60
# Given a mention and its candidates with their features: which candidate it belongs to, None for none.
Decide = Callable[[int, Sequence[Chain], Sequence[Sequence[float]]], int | None]


def link_anaphors(chains: Chains, place: Place, decide: Decide) -> None:
    """Joins each pronoun and description with the chain that `decide` chooses for it."""
    for number, found in enumerate(chains.found):
        if not is_anaphor(chains, place, number):
            continue
        candidates = _candidates(chains, number, found)
        if not candidates:
            continue
        rows = [features(place, chains, number, chain) for chain in candidates]
        chosen = decide(number, candidates, rows)
        if chosen is not None:
            chains.join(candidates[chosen].mentions[0], number)


def is_anaphor(chains: Chains, place: Place, number: int) -> bool:
    """Whether a mention may point back and is not linked yet."""
    found = chains.found[number]
    if found.is_part or found.members or found.form == "name":
        return False
    own = chains.of(number)
    if own.mentions[0] != number or own.names:
        return False
    if found.form == "pronoun":
        return found.person == 3 and not found.is_relative
    return determiner(place, found) not in ("a", "other", "own")


def _candidates(chains: Chains, number: int, found: Found) -> list[Chain]:
    """The chains with a mention near enough before, that nothing known excludes, the nearest first."""
    reach = PRONOUNS_REACH if found.form == "pronoun" else DESCRIPTIONS_REACH
    own = chains.of(number)
    candidates: list[Chain] = []
    seen = {id(own)}
    for other in range(number - 1, -1, -1):
        before = chains.found[other]
        if found.phrase.sentence - before.phrase.sentence > reach:
            break
        chain = chains.of(other)
        if id(chain) in seen or _is_within(found, before):
            continue
        seen.add(id(chain))
        if not clash(own, chain) and not is_another_state(chains, found, chain) and _may_mean(found, chain):
            candidates.append(chain)
    return candidates


def _is_within(found: Found, before: Found) -> bool:
    """Whether a mention stands in the other: a phrase does not point to itself."""
    return before.start <= found.start and found.end <= before.end


def _may_mean(found: Found, chain: Chain) -> bool:
    """Whether the words of a pronoun or description allow what is known of a chain."""
    if found.form == "pronoun":
        if found.gender:
            return not chain.kinds or "person" in chain.kinds
        if found.number == "one":
            return not chain.kinds & {"person", "group"}
        return True
    if found.identity.country and chain.countries and found.identity.country not in chain.countries:
        # The foreign minister of Chile is not that of Peru, however alike the words are.
        return False
    return not (found.kind is None and chain.kinds and not chain.kinds & {"country", "polity"})
