"""Which words tell of events, and of which type: one event for words that tell of one deed, none for mere talk."""

import pytest
from tests.coded import code, events, wrong

from onrecord.annotation import DocumentCoder

VERBS = [
    ("Government troops shelled the village.", ["ASSAULT: shelled"]),
    ("Police arrested four journalists.", ["COERCE: arrested"]),
    ("Lawmakers condemned the verdict.", ["ACCUSE: condemned"]),
    ("The foreign ministers met in Geneva.", ["CONSULT: met"]),
    ("The rebels freed eleven hostages.", ["RETREAT: freed"]),
    ("The two presidents signed a peace treaty.", ["SUPPORT: signed // treaty"]),
    ("The court sentenced the former minister to six years in prison.", ["SANCTION: sentenced"]),
    ("The government expelled two Russian diplomats.", ["SANCTION: expelled"]),
    ("Thousands of students marched through the capital.", ["PROTEST: marched"]),
    ("The president apologised to the families of the victims.", ["CONCEDE: apologised"]),
    ("Norway donated 20 million dollars to the refugees.", ["AID: donated // dollars"]),
    ("The army deployed tanks along the border.", ["MOBILIZE: deployed tanks"]),
]
PARTICLES = [
    ("The union called off the strike.", ["CONCEDE: called off // strike"]),
    ("The guards handed over their weapons.", ["RETREAT: handed over // weapons"]),
    ("Rebels blew up a bridge near the town.", ["ASSAULT: blew up"]),
    ("The chief mediator stepped down.", ["RETREAT: stepped down"]),
    ("The council turned down the request.", ["REJECT: turned down // request"]),
    ("Police rounded up dozens of activists.", ["COERCE: rounded up"]),
]
LIGHT_VERBS = [
    ("The envoy held talks with the rebels.", ["CONSULT: held talks"]),
    ("The king paid a visit to Oman.", ["CONSULT: paid // visit"]),
    ("The militia launched an attack on the port.", ["ASSAULT: launched // attack"]),
    ("The miners went on strike.", ["PROTEST: went on strike"]),
    ("Police came under attack in the market.", ["ASSAULT: came under attack"]),
    wrong(
        "the reader knows better that `came` tells of nothing",
        "The convoy came under fire near the bridge.",
        ["ASSAULT: came // fire"],
    ),
    ("The government imposed a curfew on the city.", ["COERCE: imposed // curfew"]),
    ("The government lifted the curfew.", ["CONCEDE: lifted // curfew"]),
]
NOUNS = [
    ("The withdrawal of the troops took two weeks.", ["RETREAT: withdrawal"]),
    ("The talks in Vienna lasted three days.", ["CONSULT: talks"]),
    ("The shelling of the city killed nine civilians.", ["ASSAULT: shelling // killed"]),
    ("The arrest of the editor shocked the capital.", ["COERCE: arrest"]),
    ("The demonstration outside the embassy went on until midnight.", ["PROTEST: demonstration"]),
    ("The visit of the Danish premier ended on Friday.", ["CONSULT: visit"]),
]
HYPHENED = [
    wrong(
        "the parser takes `sit` for a verb",
        "Students staged a sit-in at the ministry.",
        ["PROTEST: staged // sit-in"],
    ),
    ("The two armies agreed on a cease-fire.", ["AGREE: agreed", "RETREAT: cease-fire"]),
    ("The pull-out of the peacekeepers began in May.", ["RETREAT: pull-out"]),
]
IDIOMS = [
    ("The rebels laid down their arms.", ["RETREAT: laid down // arms"]),
    ("Troops opened fire on the crowd.", ["ASSAULT: opened fire"]),
    ("The soldiers took him hostage.", ["ASSAULT: took // hostage"]),
    ("The two countries severed diplomatic relations.", ["SANCTION: severed // relations"]),
]
ONE_DEED = [
    ("Two soldiers were killed in an ambush by rebels.", ["ASSAULT: killed // ambush"]),
    ("Rebels killed three medics and wounded a nurse.", ["ASSAULT: killed // wounded"]),
    wrong(
        "a verb joined to one that is itself joined to a noun stays apart",
        "An air strike killed three medics and wounded a nurse.",
        ["ASSAULT: air strike killed // wounded"],
    ),
    (
        "An Israeli air strike destroyed the depot.",
        ["ASSAULT: strike"],
    ),
]
TWO_DEEDS = [
    ("The premier refused to release the prisoners.", ["REJECT: refused", "RETREAT: release"]),
    ("Kenya urged Somalia to withdraw its troops.", ["REQUEST: urged", "RETREAT: withdraw"]),
    ("Rebels attacked the bridge and freed two men.", ["ASSAULT: attacked", "RETREAT: freed"]),
    ("The minister accused the militia of shelling the village.", ["ACCUSE: accused", "ASSAULT: shelling"]),
    wrong(
        "the parser takes `burning` for an adjective",
        "The minister accused the militia of burning villages.",
        ["ACCUSE: accused", "ASSAULT: burning"],
    ),
    ("They agreed to meet again in Cairo.", ["AGREE: agreed", "CONSULT: meet"]),
    ("Lawmakers demanded that the interior minister step down.", ["REQUEST: demanded", "RETREAT: step down"]),
    wrong(
        "the parser takes `resign` for a noun",
        "Lawmakers demanded that the interior minister resign.",
        ["REQUEST: demanded", "RETREAT: resign"],
    ),
]
NO_EVENTS = [
    "The minister said the harvest was good.",
    "A storm destroyed forty houses on the coast.",
    "The home side attacked from the first minute of the match.",
    "The bank raised its rates by half a point.",
    "She studied law in Dakar and later ran a bookshop.",
    "The novel tells the story of a lighthouse keeper.",
    "The singer released a new album.",
    "The river froze early this year.",
    "The team signed a new goalkeeper.",
    "The train arrived with an hour's delay.",
    "He fought cancer for two years.",
    "The Joint Ceasefire Commission has an office in the town.",
    wrong("a company's ordinary business", "The company withdrew the product from shops."),
    "A strike of lightning split the old oak.",
    "Shares fell sharply in Tokyo.",
    "The actor met his wife at school.",
    "Our cat was killed by a bus.",
    wrong("a tree is nobody", "A woman was killed by a falling tree."),
]


@pytest.mark.parametrize(
    ("text", "told"), [*VERBS, *PARTICLES, *LIGHT_VERBS, *NOUNS, *HYPHENED, *IDIOMS, *ONE_DEED, *TWO_DEEDS]
)
def test_words_tell_of_events(coder: DocumentCoder, text: str, told: list[str]) -> None:
    assert events(code(coder, text)) == told


@pytest.mark.parametrize("text", NO_EVENTS)
def test_mere_talk_nature_sports_and_business_are_no_events(coder: DocumentCoder, text: str) -> None:
    assert events(code(coder, text)) == []
