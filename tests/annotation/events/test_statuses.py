"""What became of an event as the text tells it: happened, ongoing, not-happened, planned, demanded, possible."""

import pytest
from tests.coded import code, event

from onrecord.annotation import DocumentCoder

# (text, trigger, status)
PLAIN = [
    ("Troops shelled the town on Monday.", "shelled", "happened"),
    ("The two leaders have met three times.", "met", "happened"),
    ("After the arrest of the mayor, calm returned.", "arrest", "happened"),
    ("The army is shelling the town.", "shelling", "ongoing"),
    ("The siege continues.", "siege", "ongoing"),
    ("Protesters keep blocking the road to the port.", "blocking", "ongoing"),
    ("The talks are still going on.", "talks", "ongoing"),
]
NEGATED = [
    ("The rebels did not attack the convoy.", "attack", "not-happened"),
    ("No troops have withdrawn from the valley.", "withdrawn", "not-happened"),
    ("Neither side fired on the monitors.", "fired", "not-happened"),
    ("The delegation left without talks.", "talks", "not-happened"),
    ("The president never apologised.", "apologised", "not-happened"),
    ("The two ministers no longer meet.", "meet", "not-happened"),
    ("There were no negotiations with the militia.", "negotiations", "not-happened"),
    ("Nobody was arrested.", "arrested", "not-happened"),
    ("The rebels neither freed the hostages nor disarmed.", "disarmed", "not-happened"),
    ("The rebels neither disarmed nor withdrew.", "withdrew", "not-happened"),
    ("The envoys failed to meet the rebels.", "meet", "not-happened"),
    ("The police prevented an attack on the embassy.", "attack", "not-happened"),
    ("The government cancelled the talks.", "talks", "not-happened"),
]
COMING = [
    ("The two leaders will meet in Rome in June.", "meet", "planned"),
    ("The queen is to visit Ghana.", "visit", "planned"),
    ("The army plans to withdraw from the valley.", "withdraw", "planned"),
    ("Both sides agreed to release all prisoners.", "release", "planned"),
    ("Japan promised to send food to the refugees.", "send", "planned"),
    ("Nurses announced a strike for next week.", "strike", "planned"),
    (
        "The talks scheduled for Friday were welcomed by Peru.",
        "talks",
        "planned",
    ),
]
CALLED_FOR = [
    ("The council demanded that the junta release the president.", "release", "demanded"),
    ("Chad called for the withdrawal of the mercenaries.", "withdrawal", "demanded"),
    ("The envoy urged both sides to resume the talks.", "talks", "demanded"),
    ("The rebels must withdraw from the valley.", "withdraw", "demanded"),
    ("Brazil asked Bolivia to extradite the general.", "extradite", "demanded"),
]
OPEN = [
    ("The army may withdraw from the valley.", "withdraw", "possible"),
    ("The two sides could sign a truce this week.", "sign", "possible"),
    ("If the rebels attack the port, the ships will leave.", "attack", "possible"),
    ("Unless the talks resume, the region faces war.", "talks", "possible"),
    ("Villagers fear that the militia will attack them.", "attack", "possible"),
    ("Mali threatened to expel the French ambassador.", "expel", "possible"),
    ("The premier is ready to meet the strikers.", "meet", "possible"),
    ("The minister warned of an attack on the dam.", "attack", "possible"),
    ("Diplomats hope for a ceasefire before winter.", "ceasefire", "possible"),
]
REFUSED = [
    ("The junta refused to release the president.", "release", "not-happened"),
    ("The governor denied that police had beaten the students.", "beaten", "not-happened"),
    ("The commander denied shelling the school.", "shelling", "not-happened"),
    ("Denmark declined to extradite the banker.", "extradite", "not-happened"),
    ("Iran's foreign minister denied that his country had attacked the tanker.", "attacked", "not-happened"),
    (
        "The Kremlin denied reports that its forces had shelled the hospital.",
        "shelled",
        "not-happened",
    ),
    ("The cabinet ruled out talks with the rebels.", "talks", "not-happened"),
]
ASKED_AND_TURNED_DOWN = [
    ("The court rejected the request of the widow.", "request", "happened"),
    ("The rebels dismissed the government's demand for a ceasefire.", "demand", "happened"),
    ("The government turned down a UN request to release the prisoners.", "request", "happened"),
    ("The government turned down a UN request to release the prisoners.", "release", "demanded"),
]
QUESTIONS = [
    ("Will the rebels withdraw from the valley?", "withdraw", "possible"),
    ("Did the police torture the prisoners?", "torture", "possible"),
    ("Asked whether the army had attacked the village, the general said nothing.", "attacked", "possible"),
]
HEADLINES = [
    ("Police arrest four journalists", "arrest", "happened"),
    ("Rebels free eleven hostages in the north\nThe hostages came home on Monday.", "free", "happened"),
    ("France to send aid to Malawi", "send", "planned"),
]
REPORTED = [
    ("The spokesman said the troops would withdraw in May.", "withdraw", "planned"),
    ("The troops would withdraw if the rebels disarmed.", "withdraw", "possible"),
    ("The minister said that talks had begun.", "talks", "happened"),
    ("The envoy said the militia had not released the pilots.", "released", "not-happened"),
    ("The premier said he would not meet the rebels.", "meet", "not-happened"),
    ("Germany said it might send tanks to Ukraine.", "send", "possible"),
    ('"We will never negotiate with terrorists," the president said.', "negotiate", "not-happened"),
]
BESIDE = [
    ("The rebels promised to disarm and freed two pilots.", "freed", "happened"),
    ("The minister said that the talks had failed and that rebels had freed two pilots.", "freed", "happened"),
    ("The army did not retreat but shelled the port.", "shelled", "happened"),
    ("The junta refused to release the premier and arrested his wife.", "arrested", "happened"),
    ("The minister threatened to resign and said that the police had beaten the students.", "beaten", "happened"),
]
VERBAL_ACTS = [
    ("Poland condemned the attack.", "condemned", "happened"),
    ("The opposition demands an inquiry into the deaths.", "demands", "happened"),
    ("The minister refused to resign.", "refused", "happened"),
    ("The union threatened to strike.", "threatened", "happened"),
    ("Denmark did not condemn the vote.", "condemn", "not-happened"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        *PLAIN, *NEGATED, *COMING, *CALLED_FOR, *OPEN, *REFUSED, *ASKED_AND_TURNED_DOWN, *QUESTIONS, *HEADLINES,
        *REPORTED, *BESIDE, *VERBAL_ACTS,
    ],
)  # fmt: skip
def test_the_words_around_an_event_tell_what_became_of_it(
    coder: DocumentCoder, text: str, trigger: str, status: str
) -> None:
    assert event(code(coder, text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The talks in Lima on 9 June are in doubt.", "talks", "planned"),
        ("The talks in Lima on 9 April were short.", "talks", "happened"),
        ("A strike on 10 May closes the port.", "strike", "planned"),
    ],
)
def test_what_is_dated_after_the_document_is_still_to_come(
    coder: DocumentCoder, text: str, trigger: str, status: str
) -> None:
    assert event(code(coder, text, "2024-05-02"), trigger).status == status
