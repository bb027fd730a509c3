"""To whom something is said, or done in saying it: `told the minister that …`, `accused Russia of …`, the other of two
who talk in an interview; and their `you`."""

import re
from collections.abc import Mapping, Sequence

from onrecord.annotation.attribution import Attribution
from onrecord.annotation.coreference.chains import Chains
from onrecord.annotation.coreference.speech import Speech
from onrecord.annotation.mentions.draft import Found

# Forms of the verbs whose object is whoever is spoken to, or whom the act is done to.
TELLING = frozenset(
    "tell tells told telling ask asks asked asking warn warns warned warning urge urges urged urging assure assures "
    "assured remind reminds reminded inform informs informed promise promises promised notify notified beg begged "
    "order orders ordered ordering instruct instructed advise advises advised accuse accuses accused accusing blame "
    "blames blamed blaming thank thanks thanked thanking congratulate congratulates congratulated congratulating "
    "threaten threatens threatened threatening implore implored exhort exhorted command commanded press presses "
    "pressed pressing invite invites invited encourage encourages encouraged".split()
)
# Forms of the verbs that are done to somebody with a preposition: `called on Baku to …`, `said to reporters`.
SPEAKING = {
    "on": frozenset("call calls called calling".split()),
    "upon": frozenset("call calls called calling".split()),
    "to": frozenset(
        "say says said saying write writes wrote writing appeal appeals appealed appealing apologise apologises "
        "apologised apologize apologizes apologized complain complains complained explain explains explained speak "
        "speaks spoke suggest suggests suggested".split()
    ),
}
# What stands behind whoever is addressed where their name belongs to the content: `accused Russia of …`.
BEHIND = re.compile(
    r"\s+(?:not\s+to|never\s+to|to|of|for|on|over|about|against|with)\b|[\s.,;:!?\"”’'»)]*(?:\n|$|[,.;])"
)
PREPOSITION = re.compile(r"\s+(on|upon|to)\s+")


def find_addressees(text: str, found: Sequence[Found], attributions: Sequence[Attribution]) -> dict[int, int]:
    """By attribution number, the mention that stands right behind its cue, where the cue is a verb of telling."""
    at_start: dict[int, int] = {}
    for number, each in enumerate(found):
        if not each.is_part and not each.is_relative:
            at_start.setdefault(each.start, number)
    addressees = {}
    for number, attribution in enumerate(attributions):
        mention = at_start.get(_addressed_at(text, attribution))
        if mention is None:
            continue
        if not _is_said(attribution, found[mention]) or BEHIND.match(text, found[mention].end):
            addressees[number] = mention
    return addressees


def _addressed_at(text: str, attribution: Attribution) -> int:
    """Where whoever is addressed must begin, behind the verb or its preposition; -1 where no verb is of telling."""
    if not attribution.cue:
        return -1
    start, end = attribution.cue[-1]
    words = text[start:end].lower().split()
    if len(words) > 1 and words[-2] in SPEAKING.get(words[-1], ()):
        return end + 1
    following = PREPOSITION.match(text, end)
    if following and words and words[-1] in SPEAKING[following[1]]:
        return following.end()
    return end + 1 if words and words[-1] in TELLING else -1


def _is_said(attribution: Attribution, mention: Found) -> bool:
    """Whether a mention belongs to the content as well."""
    return any(start < mention.end and mention.start < end for start, end in attribution.content)


def link_second_person(
    chains: Chains, speech: Speech, attributions: Sequence[Attribution], addressees: Mapping[int, int]
) -> None:
    """Joins you and its forms within somebody's words to the one they are spoken to."""
    partners = _partners(chains, speech, attributions)
    for number, found in enumerate(chains.found):
        if found.person != 2:
            continue
        for attribution in speech.voiced[number]:
            addressee = addressees.get(attribution, partners.get(attribution))
            if addressee is not None:
                chains.join(addressee, number)
                break


def _partners(chains: Chains, speech: Speech, attributions: Sequence[Attribution]) -> dict[int, int]:
    """For the turns of an interview between two, by attribution number: a mention of the other one."""
    turns = {
        number: mention
        for number, mention in speech.sources.items()
        if attributions[number].cue and attributions[number].cue[0][1] - attributions[number].cue[0][0] == 1
    }
    speakers = {id(chains.of(mention)): mention for mention in turns.values()}
    if len(turns) < 3 or len(speakers) != 2:
        return {}
    return {
        number: next(other for speaker, other in speakers.items() if speaker != id(chains.of(mention)))
        for number, mention in turns.items()
    }
