"""How events were done: by their trigger's clause, by what is moved or seized, by what is demanded."""

import pytest

from onrecord.annotation import DocumentCoder
from onrecord.codebooks.events import MODES
from onrecord.record import Document

CASES = [
    ("A car bomb killed nine people outside the ministry in Kabul.", "ASSAULT", "explosives"),
    ("A suicide bomber attacked a checkpoint in Mosul on Monday.", "ASSAULT", "suicide-attack"),
    ("Sudanese warplanes attacked the town of Nyala.", "ASSAULT", "aerial"),
    ("A Russian drone attacked a bus in Kherson.", "ASSAULT", "drone"),
    ("The rebels attacked the airport with mortars and rockets.", "ASSAULT", "heavy-weapons"),
    ("Gunmen attacked a village in Kaduna on Sunday.", "ASSAULT", "firearms"),
    ("Villagers attacked the convoy with machetes.", "ASSAULT", "primitive"),
    ("Police attacked the protesters with tear gas and water cannon.", "ASSAULT", "crowd-control"),
    ("Britain sent a frigate to the Gulf on Monday.", "MOBILIZE", "weapons"),
    ("Kosovo deployed riot police to the north on Friday.", "MOBILIZE", "police"),
    ("India deployed 5,000 soldiers along the frontier.", "MOBILIZE", "troops"),
    ("The jailed poet began a hunger strike on Monday.", "PROTEST", "hunger"),
    ("The government imposed a curfew in Colombo.", "COERCE", "curfew"),
    ("The Spanish coast guard detained a Chinese trawler.", "COERCE", "seize"),
    ("The junta banned two newspapers on Friday.", "COERCE", "censor"),
    ("Washington urged Hamas to release the hostages.", "REQUEST", "yield"),
    ("Washington demanded the release of the hostages.", "REQUEST", "yield"),
    ("Belarus must release all prisoners, the Polish foreign minister said.", "REQUEST", "yield"),
    ("Kyiv asked Berlin for missiles.", "REQUEST", "assist"),
    ("Cairo urged both sides to hold talks.", "REQUEST", "meet"),
    ("The opposition called for early elections.", "REQUEST", "change"),
    ("Tehran refused to meet the American envoy.", "REJECT", "meet"),
    ("The rebels ruled out a withdrawal from the city.", "REJECT", "yield"),
    ("Ottawa turned down a request for weapons.", "REJECT", "assist"),
    ("Iran threatened to attack American bases.", "THREATEN", "violence"),
    ("Brussels threatened to impose sanctions on Serbia.", "THREATEN", "relations"),
    ("The governor warned that he would close the border.", "THREATEN", "restrict"),
    ("Qatar mediated between Congo and the rebels.", "CONSULT", "third-party"),
]


@pytest.mark.parametrize(("text", "kind", "mode"), CASES)
def test_the_words_around_a_trigger_tell_the_mode(coder: DocumentCoder, text: str, kind: str, mode: str) -> None:
    events = coder.code(Document(id="d", text=text)).events
    assert (kind, mode) in [(event.type, event.mode) for event in events]


def test_a_mode_is_one_of_its_type(coder: DocumentCoder) -> None:
    text = "\n".join(text for text, _, _ in CASES)
    for event in coder.code(Document(id="d", text=text)).events:
        assert event.mode is None or event.mode in MODES[event.type]


def test_other_events_of_a_sentence_do_not_tell_the_mode(coder: DocumentCoder) -> None:
    text = "Soldiers entered the town after warplanes had bombed the bridge, and the army arrested two reporters."
    events = coder.code(Document(id="d", text=text)).events
    assert {event.mode for event in events if event.type == "COERCE"} == {"arrest"}
