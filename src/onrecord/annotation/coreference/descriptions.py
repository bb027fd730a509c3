"""Descriptions that repeat what was said before: the same noun with no new words, the office of somebody named.

`The diplomat` after `a Western diplomat`, `the ministry` after `the Ministry of Reintegration`, `the governor` after
`Gov. Pat McCrory`. (The strict head match of Lee et al., Computational Linguistics 2013, with offices beside it.)
"""

from collections.abc import Sequence

from onrecord.annotation.coreference.chains import Chain, Chains, clash
from onrecord.annotation.coreference.pairs import DETERMINERS
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.syntax import Sentence

# How many sentences back what is repeated may stand.
REACH = 60
DEFINITE = frozenset({"the", "this"})
SELF_STYLED = frozenset("facto separatist breakaway proclaimed styled unrecognised unrecognized".split())
# Words that make another one of what they stand before: the second patrol is not the first.
TELLING_APART = frozenset("other another second third fourth fifth former new first next previous last one two".split())


def link_descriptions(chains: Chains, sentences: Sequence[Sentence]) -> None:
    """Joins each description with the nearest chain that it repeats."""
    heads = [sentences[each.phrase.sentence].words[each.phrase.head].lemma for each in chains.found]
    for number, found in enumerate(chains.found):
        if found.form == "name" and found.wording.title and chains.of(number).mentions[0] == number:
            _link_title(chains, sentences, number)
        if found.form != "nominal" or found.is_part or found.members:
            continue
        is_linked = chains.of(number).mentions[0] != number
        kind = _determiner(sentences, found)
        if kind in ("a", "other"):
            continue
        for other in range(number - 1, -1, -1):
            before = chains.found[other]
            if found.phrase.sentence - before.phrase.sentence > REACH:
                break
            if before.members or before.form == "pronoun" or before.is_part or _overlap(found, before):
                continue
            if is_linked and not (content(found) == content(before) and len(content(found)) > 1):
                continue
            if _repeats(chains, heads, number, other, kind) and not _exclude(chains.of(number), chains.of(other)):
                chains.join(other, number)
                break


def _link_title(chains: Chains, sentences: Sequence[Sentence], number: int) -> None:
    """Joins the first name of a person with the office spoken of before: `the ombudswoman`, `ombudswoman Quispe`."""
    title = chains.found[number].wording.title
    for other in range(number - 1, -1, -1):
        before, chain = chains.found[other], chains.of(other)
        role = before.wording.role
        if before.form != "nominal" or before.kind != "person" or chain.people or role is None or title is None:
            continue
        is_definite = _determiner(sentences, before) in DEFINITE or before.identity.country is not None
        if role.words == title.words and is_definite and not _exclude(chains.of(number), chain):
            chains.join(other, number)
            return


def _determiner(sentences: Sequence[Sentence], found: Found) -> str:
    first = sentences[found.phrase.sentence].words[found.phrase.first]
    return DETERMINERS.get(first.text.lower(), "bare")


def _overlap(found: Found, before: Found) -> bool:
    return before.start < found.end and found.start < before.end


def _exclude(one: Chain, other: Chain) -> bool:
    """Whether two chains cannot be one: what chains.clash says, or different countries."""
    return clash(one, other) or bool(one.countries and other.countries and not one.countries & other.countries)


def _repeats(chains: Chains, heads: Sequence[str], number: int, other: int, kind: str) -> bool:
    """Whether a description says nothing that the other mention does not."""
    found, before = chains.found[number], chains.found[other]
    mine, theirs = content(found), content(before)
    if found.number != before.number or mine & TELLING_APART != theirs & TELLING_APART:
        return False
    if before.form == "nominal":
        if heads[number] != heads[other]:
            return kind in DEFINITE and _holds_office(chains, found, chains.of(other), mine)
        if kind in DEFINITE and _of_one_state(found, before):
            return True
        return mine == theirs if kind not in DEFINITE else mine <= theirs
    if kind not in DEFINITE:
        return False
    return (heads[number] in theirs and mine <= theirs | {heads[number]}) or _holds_office(
        chains, found, chains.of(other), mine
    )


def _of_one_state(found: Found, before: Found) -> bool:
    """Whether two descriptions differ in how they name a state only: the people of Karabakh, of Nagorno-Karabakh."""
    if not found.identity.country or found.identity.country != before.identity.country:
        return False
    one, other = (
        {word.folded for word in each.wording.words if word.text.islower() and word.folded not in DETERMINERS}
        for each in (found, before)
    )
    return one == other


def _holds_office(chains: Chains, found: Found, chain: Chain, mine: frozenset[str]) -> bool:
    """Whether a description of a person is the office that the chain is known by, with no more words than a country."""
    role = found.wording.role
    if role is None or found.kind != "person" or "person" not in chain.kinds:
        return False
    if is_another_state(chains, found, chain):
        return False
    spare = mine - set(role.words.split())
    named = {
        word.folded
        for match in [found.wording.named]
        if match
        for word in found.wording.words[match.first : match.last]
    }
    return role.words in chain.roles and not spare - named


def is_another_state(chains: Chains, found: Found, chain: Chain) -> bool:
    """Whether a description names a state, and the chain's office is one that is not generally recognised.

    `The French president` is not `the de-facto President`, wherever that one presides.
    """
    if found.form != "nominal" or found.identity.country is None or chain.countries:
        return False
    return any(not SELF_STYLED.isdisjoint(content(chains.found[number])) for number in chain.mentions)


def content(found: Found) -> frozenset[str]:
    """The words of a mention that are no determiners."""
    return frozenset(word.folded for word in found.wording.words if word.folded not in DETERMINERS)
