"""Who does it to whom: actors and recipients as their phrases stand in the sentence."""

import pytest
from tests.coded import code, event, involved, wrong

from onrecord.annotation import DocumentCoder

NOBODY = "–"
# (text, trigger, actors, recipients)
VOICES_OF_VERBS = [
    ("Turkish forces shelled two Kurdish villages.", "shelled", "Turkish forces", "two Kurdish villages"),
    ("The journalists were arrested by secret police.", "arrested", "secret police", "The journalists"),
    ("Four activists were jailed on Monday.", "jailed", NOBODY, "Four activists"),
    ("The envoy has been expelled from Chad.", "expelled", NOBODY, "The envoy"),
    ("Guards beat the detainees.", "beat", "Guards", "the detainees"),
]
COORDINATED = [
    (
        "France and Germany condemned Belarus.",
        "condemned",
        "France + Germany",
        "Belarus",
    ),
    ("France and Germany shelled Belarus.", "shelled", "France + Germany", "Belarus"),
    ("Iran threatened Israel and Saudi Arabia.", "threatened", "Iran", "Israel + Saudi Arabia"),
    ("Police beat students, teachers and monks.", "beat", "Police", "students + teachers + monks"),
    ("Soldiers stormed the village and abducted ten women.", "abducted", "Soldiers", "ten women"),
]
CONTROLLED = [
    ("Kenya urged Ethiopia to withdraw its troops.", "urged", "Kenya", "Ethiopia"),
    ("Kenya urged Ethiopia to withdraw its troops.", "withdraw", "Ethiopia", NOBODY),
    ("Serbia promised to release the Albanian prisoners.", "release", "Serbia", "the Albanian prisoners"),
    ("Hungary refused to meet the Polish envoy.", "refused", "Hungary", "the Polish envoy"),
    ("Washington called on Sudan to free the pilots.", "free", "Sudan", "the pilots"),
    ("Mali threatened to expel the French ambassador.", "expel", "Mali", "the French ambassador"),
    ("The army was ordered to withdraw from the town.", "withdraw", "The army", "the town"),
]
RELATIVE = [
    ("The gunmen, who had attacked the monks, fled.", "attacked", "The gunmen", "the monks"),
    ("The monks, whom the police had beaten, were freed.", "beaten", "the police", "The monks"),
    ("Rebels freed the pilot, whom they had captured.", "captured", "they", "the pilot"),
    ("The premier, whose guards beat the reporter, resigned.", "resigned", "The premier", NOBODY),
]
PARTICIPLES = [
    ("Protesters, arrested by the police, were freed.", "arrested", "the police", "Protesters"),
    ("Fleeing the town, soldiers shot two herders.", "shot", "soldiers", "two herders"),
    # A mention is a noun phrase without what commas set off (docs/record.md).
    ("Soldiers guarding the dam shot two herders.", "shot", "Soldiers guarding the dam", "two herders"),
    ("Accusing Rwanda of backing rebels, Congo expelled its envoy.", "Accusing", "Congo", "Rwanda"),
]
RECIPROCAL = [
    ("The Greek premier met the Turkish president.", "met", "The Greek premier + the Turkish president", NOBODY),
    wrong(
        "no list has `counterpart`, so whose it is stands for it",
        "The Greek premier met his Turkish counterpart.",
        "met",
        "The Greek premier + his Turkish counterpart",
        NOBODY,
    ),
    ("Armenia and Azerbaijan held talks.", "held talks", "Armenia + Azerbaijan", NOBODY),
    ("Rebels clashed with soldiers near the mine.", "clashed", "Rebels + soldiers", NOBODY),
    ("Peru signed a treaty with Chile.", "signed", "Peru + Chile", NOBODY),
    ("Talks between Libya and Malta resumed.", "Talks", "Libya + Malta", NOBODY),
]
SUFFERED = [
    ("Police came under attack in the market.", "attack", NOBODY, "Police"),
    ("The convoy came under attack near the ford.", "attack", NOBODY, "The convoy"),
    ("The chief of police was taken hostage by rebels.", "taken", "rebels", "The chief of police"),
    (
        "Two died in clashes between rebels and the army.",
        "clashes",
        "rebels + the army",
        "Two",
    ),
]
VISITS = [
    ("The pope visited Mongolia.", "visited", "The pope", "Mongolia"),
]
NOMINAL = [
    ("Russia's withdrawal from Kherson took a week.", "withdrawal", "Russia", "Kherson"),
    ("The withdrawal of the Syrian army pleased Lebanon.", "withdrawal", "the Syrian army", NOBODY),
    ("An Israeli air strike wounded two fishermen.", "strike", "Israeli", "two fishermen"),
    (
        "A rebel attack on the garrison killed two guards.",
        "attack",
        "rebel",
        "the garrison + two guards",
    ),
    ("The arrest of the mayor by federal agents angered the town.", "arrest", "federal agents", "the mayor"),
    ("The editor's arrest drew protests.", "arrest", NOBODY, "The editor"),
    ("The rebels' attack on the garrison failed.", "attack", "The rebels", "the garrison"),
    ("The government's condemnation of Iran came late.", "condemnation", "The government", "Iran"),
    ("Japan's aid to Nepal doubled.", "aid", "Japan", "Nepal"),
]
THINGS = [
    ("Rebels shelled the town.", "shelled", "Rebels", "the town"),
    ("Rebels hit the convoy.", "hit", "Rebels", "the convoy"),
    (
        "Settlers burned Palestinian homes.",
        "burned",
        "Settlers",
        "Palestinian homes",
    ),
    (
        "The navy seized an Iranian tanker.",
        "seized",
        "The navy",
        "an Iranian tanker",
    ),
]
OWNERS = [
    ("Settlers burned Palestinian homes.", "burned", "PSE"),
    ("The navy seized an Iranian tanker.", "seized", "IRN"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        *VOICES_OF_VERBS, *COORDINATED, *CONTROLLED, *RELATIVE, *PARTICIPLES, *RECIPROCAL, *VISITS, *NOMINAL,
        *SUFFERED, *THINGS,
    ],
)  # fmt: skip
def test_grammar_tells_who_does_it_to_whom(
    coder: DocumentCoder, text: str, trigger: str, actors: str, recipients: str
) -> None:
    found = event(code(coder, text), trigger)
    assert (involved(found.actors), involved(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(("text", "trigger", "country"), OWNERS)
def test_a_thing_that_suffers_has_the_entity_of_its_owner(
    coder: DocumentCoder, text: str, trigger: str, country: str
) -> None:
    record = code(coder, text)
    (thing,) = event(record, trigger).recipients
    assert {entity.country for entity in record.entities if entity.id == thing.entity} == {country}


def test_a_participant_is_the_entity_that_its_words_mean(coder: DocumentCoder) -> None:
    record = code(coder, "Gabon's president met opposition leaders. Later he freed forty prisoners.")
    (actor,) = event(record, "freed").actors
    (met, _) = event(record, "met").actors
    assert actor.entity is not None
    assert actor.entity == met.entity


def test_nobody_is_actor_and_recipient_of_one_event(coder: DocumentCoder) -> None:
    text = "The army withdrew its tanks. The rebels attacked themselves. France met France's allies."
    for found in code(coder, text).events:
        assert not {each.spans for each in found.actors} & {each.spans for each in found.recipients}
