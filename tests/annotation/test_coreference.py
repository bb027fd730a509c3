"""Which mentions are one: a line an entity that is mentioned twice or more, its words joined by `=`."""

import pytest
from tests.coded import chains, code, wrong

from onrecord.annotation import DocumentCoder

Cases = list[tuple[str, list[str]]]

NAMES = [
    # short names
    ("Wang Xiuying sold rice. Wang retired in May.", ["Wang Xiuying = Wang"]),
    ("Maria da Silva Santos sang. Silva Santos wept.", ["Maria da Silva Santos = Silva Santos"]),
    ("Sheikh Hamad al-Mansour opened the port. Al-Mansour left.", ["Sheikh Hamad al-Mansour = Al-Mansour"]),
    wrong(
        "the parser leaves Nguyễn out of the name",
        "Nguyễn Văn Minh leads the union. Minh resigned.",
        ["Nguyễn Văn Minh = Minh"],
    ),
    ("President Amara Kone spoke. Kone left. Mr Kone slept.", ["President Amara Kone = Kone = Mr Kone"]),
    wrong(
        "the parser leaves Sgt. out of the name",
        "Sgt. Pita Vea swam home. The village thanked Pita Vea.",
        ["Sgt. Pita Vea = Pita Vea"],
    ),
    # spelled otherwise
    ("Aleksandr Petrov opened it. Alexander Petrov cut a ribbon.", ["Aleksandr Petrov = Alexander Petrov"]),
    ("Mohammed Haidari spoke. Muhammad Haydari left.", ["Mohammed Haidari = Muhammad Haydari"]),
    ("Yulia Tkachenko spoke. Yuliya Tkachenko left.", ["Yulia Tkachenko = Yuliya Tkachenko"]),
    ("Łukasz Brzoza spoke. Lukasz Brzoza left.", ["Łukasz Brzoza = Lukasz Brzoza"]),
    # two people of one family name
    ("Mr Okafor spoke. Mrs Okafor left. Mr Okafor wept.", ["Mr Okafor = Mr Okafor"]),
    ("Daniel Adeyemi spoke. Grace Adeyemi left.", []),
    ("Daniel Adeyemi met Grace Adeyemi. Mrs Adeyemi wept.", ["Grace Adeyemi = Mrs Adeyemi"]),
    ("The Adeyemi brothers, Daniel and Samuel, left. Daniel wept.", ["Daniel = Daniel"]),
    # one given name, two people
    ("Carlos Ibarra spoke. Carlos Mendoza left.", []),
    # bodies
    (
        "The International Union of Nomads (IUN) met. The IUN voted.",
        ["The International Union of Nomads = IUN = The IUN"],
    ),
    ("The World Health Organization met. The WHO voted.", ["The World Health Organization = The WHO"]),
    wrong(
        "a role word (holdings) makes a description of a name",
        "Tarvel Holdings Ltd. closed. Tarvel Holdings owes wages.",
        ["Tarvel Holdings Ltd. = Tarvel Holdings"],
    ),
    # states and their seats
    ("Moscow denied it. Russia waited.", ["Moscow = Russia"]),
    ("Beijing denied it. The Chinese ministry waited.", ["Beijing = Chinese"]),
    ("Myanmar denied it. Burma waited.", ["Myanmar = Burma"]),
    ("The U.S. denied it. The United States waited.", ["The U.S. = The United States"]),
    wrong(
        "the parser breaks Côte d'Ivoire into two names",
        "Ivory Coast denied it. Côte d'Ivoire waited.",
        ["Ivory Coast = Côte d'Ivoire"],
    ),
    ("The US army left. The USSR was gone.", []),
    ("Germans voted. Germany counted.", []),
    ("The government of Chile met. Chile waited.", ["Chile = Chile"]),
    # polities that no list has
    wrong(
        "Zemlan is a mention within its own name, and its is not linked to it",
        "The Republic of Zemlan closed its border. Zemlan rejected the note.",
        ["The Republic of Zemlan = its = Zemlan"],
    ),
    ("Zemlan rejected the note. The army of Zemlan left.", ["Zemlan = Zemlan"]),
    wrong(
        "the region is not linked to a polity that no list has",
        "The president of Osk spoke. Osk refused aid. The region waits.",
        ["Osk = Osk = The region"],
    ),
]

DESCRIPTIONS = [
    # apposition
    ("Inés Quispe, the mayor of Oruro, met teachers.", ["Inés Quispe = the mayor of Oruro"]),
    ("The mayor of Oruro, Inés Quispe, met teachers.", ["The mayor of Oruro = Inés Quispe"]),
    ("Teachers met the mayor, Inés Quispe.", ["the mayor = Inés Quispe"]),
    ("Yusuf Ali, a shepherd, lost three goats. Ali wept.", ["Yusuf Ali = a shepherd = Ali"]),
    ("Inés Quispe is the mayor of Oruro.", ["Inés Quispe = the mayor of Oruro"]),
    ("Inés Quispe is not the mayor of Oruro.", []),
    ("Inés Quispe was a miner.", []),
    # strict repetition
    ("A Western diplomat spoke. The diplomat left.", ["A Western diplomat = The diplomat"]),
    ("The Ministry of Reintegration met. The ministry voted.", ["The Ministry of Reintegration = The ministry"]),
    ("The Chadian army left. The army burned a bridge.", ["The Chadian army = The army"]),
    (
        "Iran's foreign ministry met. The Iranian foreign ministry voted.",
        ["Iran's foreign ministry = The Iranian foreign ministry", "Iran = Iranian"],
    ),
    # never merged
    ("A senior official spoke. A senior official left.", []),
    ("A rebel commander spoke. Another commander left.", []),
    ("Two officials spoke. Two officials left.", []),
    (
        "One diplomat spoke. A second diplomat left. The second diplomat wept.",
        ["A second diplomat = The second diplomat"],
    ),
    ("The Chadian army left. The Sudanese army stayed.", []),
    ("The foreign minister of Chile spoke. The foreign minister of Peru left.", []),
    # office to name
    (
        "Finance Minister Mwangi Otieno spoke. The finance minister left.",
        ["Finance Minister Mwangi Otieno = The finance minister"],
    ),
    (
        "Inés Quispe, the foreign minister of Peru, spoke. The minister left.",
        ["Inés Quispe = the foreign minister of Peru = The minister"],
    ),
    (
        "The army's spokesman, Colonel Idris Bello, spoke. The spokesman left.",
        ["The army's spokesman = Colonel Idris Bello = The spokesman"],
    ),
    (
        "The French president met the de-facto President of Zemlan, Astan Koreli. The French president left.",
        [
            "The French president = The French president",
            "French = French",
            "the de-facto President of Zemlan = Astan Koreli",
        ],
    ),
    (
        "The de-facto President, Astan Koreli, spoke. The French president left. Koreli waited.",
        ["The de-facto President = Astan Koreli = Koreli"],
    ),
    (
        "The governor, Tomás Ferreyra, spoke. The mayor, Inés Quispe, left. The governor wept.",
        ["The governor = Tomás Ferreyra = The governor", "The mayor = Inés Quispe"],
    ),
    (
        "A spokesman for the mission, Idris Bello, spoke. A spokesman for the ministry left.",
        ["A spokesman for the mission = Idris Bello"],
    ),
    # headlines in title case
    wrong(
        "the office alone in a headline is not who bears it as a title below",
        "President Visits Border Town After Shelling Of Market\n\nPresident Amara Kone visited Dalo. Kone wept.",
        ["President = President Amara Kone = Kone"],
    ),
    (
        "Minister Inés Quispe Resigns Over Copper Road\n\nInés Quispe resigned on Monday.",
        ["Minister Inés Quispe = Inés Quispe"],
    ),
]

PRONOUNS = [
    ("Elena Marković resigned. She blamed the council.", ["Elena Marković = She"]),
    ("Fatima Hassan met Carlos Ibarra. He smiled.", ["Carlos Ibarra = He"]),
    ("Fatima Hassan met Carlos Ibarra. She smiled.", ["Fatima Hassan = She"]),
    ("Carlos Ibarra sold his boat.", ["Carlos Ibarra = his"]),
    ("Mrs Tupou spoke to Mr Vea. Mr Vea thanked her.", ["Mrs Tupou = her", "Mr Vea = Mr Vea"]),
    ("The protesters marched. They demanded bread.", ["The protesters = They"]),
    ("Armenia and Azerbaijan signed. They opened the border.", ["Armenia and Azerbaijan = They"]),
    ("The army left the village. It burned a bridge.", ["The army = It"]),
    ("Kenya closed its border.", ["Kenya = its"]),
    ("The spokeswoman met the bishop. She left.", ["The spokeswoman = She"]),
    ("Residents, who asked not to be named, fled.", ["Residents = who"]),
    ("The nurse, who said that the clinic was empty, fled.", ["The nurse = who"]),
    ("It rained. Kenya waited.", []),
]

VOICES = [
    ('"I will not resign," Minister Leila Haddad said.', ["I = Minister Leila Haddad"]),
    ('"I will not resign," the envoy said. "We have worked hard."', ["I = the envoy = We"]),
    ('"They refuse to talk to us," the envoy said.', ["us = the envoy"]),
    (
        'The envoy said that the rebels had told the nurses: "You lied to us."',
        ["the rebels = us", "the nurses = You"],
    ),
    (
        "The mayor said: \"The governor told us, 'We will pay.'\"",
        ["The mayor = us", "The governor = We"],
    ),
    ("\"My brother told me: 'I saw them,'\" Yusuf Ali said.", ["My brother = I", "My = me = Yusuf Ali"]),
    ("The envoy said that she would wait.", ["The envoy = she"]),
    ('The mayor told reporters: "You write too much."', ["reporters = You"]),
    (
        "Editor: Why did you leave?\n\nKabongo: I was tired.\n\nEditor: Did you write?\n\nKabongo: I did.",
        ["Editor = Editor", "you = Kabongo = I = you = Kabongo = I"],
    ),
    ("We know little of the valley. Joseph Kabongo called the valley rich.", []),
    ("Editor: Why did you leave?\n\nKabongo: I was tired. My house had burned.", ["Kabongo = I = My"]),
    ("«Nous attendons, we wait», the consul said.", ["we = the consul"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_of_one_are_one(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert chains(code(coder, text)) == expected


@pytest.mark.parametrize(("text", "expected"), DESCRIPTIONS)
def test_descriptions_are_whom_they_describe(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert chains(code(coder, text)) == expected


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_pronouns_point_back(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert chains(code(coder, text)) == expected


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_the_first_person_is_whose_words_they_are(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert chains(code(coder, text)) == expected
