"""To whom something is said: `told the minister that …`, the other of two who talk in an interview; and their `you`."""

from collections.abc import Mapping, Sequence

from onrecord.annotation.attribution import Attribution
from onrecord.annotation.coreference.chains import Chains
from onrecord.annotation.coreference.speech import Speech
from onrecord.annotation.mentions.draft import Found

# Forms of the verbs whose object is whoever is spoken to.
TELLING = frozenset(
    "tell tells told telling ask asks asked asking warn warns warned warning urge urges urged urging assure assures "
    "assured remind reminds reminded inform informs informed promise promises promised notify notified beg begged "
    "order orders ordered instruct instructed advise advises advised".split()
)


def find_addressees(text: str, found: Sequence[Found], attributions: Sequence[Attribution]) -> dict[int, int]:
    """By attribution number, the mention that stands right behind its cue, where the cue is a verb of telling."""
    at_start: dict[int, int] = {}
    for number, each in enumerate(found):
        if not each.is_part and not each.is_relative:
            at_start.setdefault(each.start, number)
    addressees = {}
    for number, attribution in enumerate(attributions):
        if not attribution.cue:
            continue
        start, end = attribution.cue[-1]
        words = text[start:end].lower().split()
        mention = at_start.get(end + 1)
        if words and words[-1] in TELLING and mention is not None and not _is_said(attribution, found[mention]):
            addressees[number] = mention
    return addressees


def _is_said(attribution: Attribution, mention: Found) -> bool:
    """Whether a mention belongs to what is said, not to whom it is said."""
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
