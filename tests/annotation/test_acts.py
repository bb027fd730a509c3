"""The act of a statement, by its cue and by what a plainly said content performs; and whom it is done to."""

import pytest
from tests.coded import code, words

from onrecord.annotation import DocumentCoder
from onrecord.record import Statement

BY_CUE = [
    ("Mr Stein denied that he had met the envoy.", "deny"),
    ("The opposition rejected the accusations.", "deny"),
    ("The opposition rejected the plan.", "refuse"),
    ("Turkey expressed regret over the death of the pilot.", "regret"),
    ("The minister refused to say when the troops would leave.", "refuse"),
    ("Mr Stein is convinced that the bill will pass.", "believe"),
    ("The prime minister no longer believes in the plan.", "doubt"),
    ("The government did not rule out new sanctions.", None),
    ("The council asked Iran to stop enrichment.", "request"),
    ('"Who gave the order?" the lawyer asked.', "ask"),
    ("The envoy suggested that both sides should meet in Vienna.", "propose"),
    ("According to the ministry, the convoy has arrived.", "assert"),
    ("The opposition called the vote a disgrace.", "criticise"),
]
BY_CONTENT = [
    ('"We condemn the attack on our embassy," Iran\'s foreign minister said.', "criticise"),
    ('"I thank the French National Assembly for its vote," President Aliyev said.', "thank"),
    ("The spokesman said Russia must withdraw its troops at once.", "demand"),
    ('"Release the prisoners now," the envoy said.', "demand"),
    ('"We will never surrender," Mr Zelensky said.', "refuse"),
    ("The ministry said it would send aid to the region.", "announce"),
    ('"If they attack us, we will respond with force," the general said.', "threaten"),
    ("The general warned that his army would retaliate if the strikes went on.", "threaten"),
    ("The general warned that the bridge was mined.", "warn"),
    ("The minister said the accusations were not true.", "deny"),
    ('"We did not attack the convoy," the commander said.', "deny"),
    ("The president said he was sorry for the delay.", "regret"),
    ("The president said he was ready to meet his counterpart.", "promise"),
    ('"I hope the talks will go on," the mediator said.', "want"),
]
ONLY_SAID = [
    "The minister said the police had condemned the attack.",
    '"We condemned the attack at the time," the minister said.',
    "The officer said the road should be clear by noon.",
    '"I think we know the answer," the minister said.',
    "'No secret clause in the lease,' the director says.",
    '"They will retaliate," the minister said.',
    '"I will tell you one thing," the minister said.',
]
ADDRESSED = [
    ("Armenia accused Azerbaijan of shelling villages.", "Azerbaijan"),
    ("The council urged Iran to stop enrichment.", "Iran"),
    ("Baku called on Yerevan to sign the treaty.", "Yerevan"),
    ("The president thanked the French National Assembly for its support.", "the French National Assembly"),
    ("The minister told the council that the deadline had passed.", "the council"),
    ("The minister warned Iran would attack.", None),
    ("The minister praised Iran for its patience.", None),
]


def first(coder: DocumentCoder, text: str) -> Statement:
    """The outermost statement of a sentence."""
    return code(coder, text).statements[0]


@pytest.mark.parametrize(("text", "act"), BY_CUE + BY_CONTENT)
def test_a_statement_has_the_act_that_its_words_perform(coder: DocumentCoder, text: str, act: str | None) -> None:
    assert first(coder, text).act == act


@pytest.mark.parametrize("text", ONLY_SAID)
def test_what_is_said_of_others_or_of_the_past_is_asserted(coder: DocumentCoder, text: str) -> None:
    assert first(coder, text).act == "assert"


@pytest.mark.parametrize(("text", "addressee"), ADDRESSED)
def test_whom_an_act_is_done_to_is_its_addressee(coder: DocumentCoder, text: str, addressee: str | None) -> None:
    found = first(coder, text).addressee
    assert (words(found.spans) if found else None) == addressee
