"""Whose claim an event is: the innermost statement in whose content it stands, or the text's own report."""

import pytest
from tests.coded import code, event, events, teller, wrong

from onrecord.annotation import DocumentCoder

ITSELF = "–"
# (text, trigger, the words of the source)
REPORTED = [
    ("Iran said Iraq had shelled a town.", "shelled", "Iran"),
    ("The army, the mayor said, shelled the market.", "shelled", "the mayor"),
    ("Rebels shelled the market, the mayor said.", "shelled", "the mayor"),
    ("According to the ministry, rebels attacked the bridge.", "attacked", "the ministry"),
    ("The mayor claimed that the police had tortured two students.", "tortured", "The mayor"),
    ('"They have burned our village," the elder said.', "burned", "the elder"),
    ('The elder said: "They have burned our village."', "burned", "The elder"),
    ("France, he claimed, had bombed the camp.", "bombed", "he"),
    ("Three soldiers were killed in an ambush, police said.", "killed", "police"),
]
DONE_IN_WORDS = [
    ("Mali threatened to expel the envoy.", "threatened", ITSELF),
    ("Mali threatened to expel the envoy.", "expel", "Mali"),
    ("The judge accused the police of torturing prisoners.", "accused", ITSELF),
    ("The judge accused the police of torturing prisoners.", "torturing", "The judge"),
    ("The commander denied shelling the school.", "shelling", "The commander"),
    ("The junta promised to free the pilots.", "free", "The junta"),
    ("The council demanded that the junta free the pilots.", "free", "The council"),
]
NESTED = [
    ("The envoy said that the junta had promised to free the pilots.", "promised", "The envoy"),
    ("The envoy said that the junta had promised to free the pilots.", "free", "the junta"),
    ("The minister said that the rebels had claimed that the army had shelled a school.", "shelled", "the rebels"),
]
OWN = [
    (
        "The opposition condemned the vote and blocked the road.",
        "blocked",
        ITSELF,
    ),
    (
        "Protesters demanding the resignation of the government blocked the main road on Friday.",
        "blocked",
        ITSELF,
    ),
    wrong(
        "a statement without a source is found in it",
        "The strike was called off after the government agreed to raise wages.",
        "called off",
        ITSELF,
    ),
    ("Rebels attacked the bridge. The mayor said he was shocked.", "attacked", ITSELF),
    ("The ministry, which had arrested the editor, said nothing.", "arrested", ITSELF),
    ('Troops shelled the port. "It was hell," a docker said.', "shelled", ITSELF),
    ("The president thanked the assembly for condemning the attack.", "condemning", ITSELF),
    ("The two ministers have not met, as some media reported.", "met", ITSELF),
]
BESIDE = [
    ("The minister said that the talks had failed and that rebels had freed two pilots.", "freed", "The minister"),
    (
        "The general threatened to resign and that the army had shelled a school was not mentioned.",
        "threatened",
        ITSELF,
    ),
    ("The minister said the talks had failed. Rebels then freed two pilots.", "freed", ITSELF),
]


@pytest.mark.parametrize(("text", "trigger", "source"), [*REPORTED, *DONE_IN_WORDS, *NESTED, *OWN, *BESIDE])
def test_whose_claim_an_event_is(coder: DocumentCoder, text: str, trigger: str, source: str) -> None:
    record = code(coder, text)
    assert teller(record, event(record, trigger)) == source


def test_speech_that_goes_on_after_its_cue_has_its_speaker(coder: DocumentCoder) -> None:
    text = '"They came at night," the elder said. "They burned the school and took our sons hostage."'
    record = code(coder, text)
    assert {each.voice is not None for each in record.events} == {True}
    assert teller(record, event(record, "burned")) == "the elder"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The mayor said that rebels had attacked the bridge.", []),
        ("The claim that the army had shelled a school spread quickly.", []),
        ("France, he claimed, had bombed the camp.", []),
        ("Rebels attacked the bridge.", ["ASSAULT: attacked"]),
    ],
)
def test_an_event_told_by_somebody_whom_no_statement_has_is_left_out(
    coder: DocumentCoder, monkeypatch: pytest.MonkeyPatch, text: str, left: list[str]
) -> None:
    """Better no event than a claim as the text's own report."""
    monkeypatch.setattr("onrecord.annotation.events.making.Claims.of", lambda *_: None)
    assert events(code(coder, text)) == left
