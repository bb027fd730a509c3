"""Which words name, describe or point to somebody: a line a mention, words | form | type of who is meant."""

import pytest
from tests.coded import code, mentions, wrong

from onrecord.annotation import DocumentCoder

CASES = [
    # bracketed and qualified
    (
        "Officials thanked the [de-facto] Nagorno-Karabakh authorities.",
        [
            "Officials | nominal | group",
            "the [de-facto] Nagorno-Karabakh authorities | nominal | organisation",
            "Nagorno-Karabakh | name | polity",
        ],
    ),
    (
        "The [de-facto] Nagorno-Karabakh authorities closed the road.",
        [
            "The [de-facto] Nagorno-Karabakh authorities | nominal | organisation",
            "Nagorno-Karabakh | name | polity",
        ],
    ),
    (
        'The so-called "foreign minister" of Abkhazia thanked the peacekeepers.',
        [
            'The so-called "foreign minister" of Abkhazia | nominal | person',
            "Abkhazia | name | polity",
            "the peacekeepers | nominal | armed-force",
        ],
    ),
    wrong(
        "a description of a state is none before another says so, also with a name in it",
        "The self-proclaimed Luhansk republic's envoy left.",
        [
            "The self-proclaimed Luhansk republic's envoy | nominal | person",
            "The self-proclaimed Luhansk republic | nominal | polity",
        ],
    ),
    wrong(
        "what stands in brackets behind the head is left out",
        "The unrecognised parliament [in Stepanakert] met.",
        ["The unrecognised parliament [in Stepanakert] | nominal | organisation", "Stepanakert | name | polity"],
    ),
    # apposition
    (
        "Inés Quispe, the mayor of Oruro, met teachers.",
        [
            "Inés Quispe | name | person",
            "the mayor of Oruro | nominal | person",
            "teachers | nominal | group",
        ],
    ),
    (
        "The foreign minister of Peru, Inés Quispe, met teachers.",
        [
            "The foreign minister of Peru | nominal | person",
            "Peru | name | country",
            "Inés Quispe | name | person",
            "teachers | nominal | group",
        ],
    ),
    (
        "Sok Dara, 41, a fisherman from Kampot, wept.",
        ["Sok Dara | name | person", "a fisherman from Kampot | nominal | person"],
    ),
    # titles
    (
        "Governor Tomás Ferreyra met traders.",
        ["Governor Tomás Ferreyra | name | person", "traders | nominal | group"],
    ),
    ("Mrs Adaeze Okafor met nurses.", ["Mrs Adaeze Okafor | name | person", "nurses | nominal | group"]),
    wrong(
        "the parser breaks the sentence after Lt. Col.",
        "Lt. Col. Bakyt Osmonov saluted.",
        ["Lt. Col. Bakyt Osmonov | name | person"],
    ),
    (
        "Former prime minister Sela Tupou returned.",
        ["Former prime minister Sela Tupou | name | person"],
    ),
    # demonyms and possessives
    (
        "The Georgian army left.",
        ["The Georgian army | nominal | armed-force", "Georgian | name | country"],
    ),
    (
        "Kenya's farmers sued.",
        ["Kenya's farmers | nominal | group", "Kenya | name | country"],
    ),
    (
        "The soldiers of the Malian army surrendered.",
        [
            "The soldiers of the Malian army | nominal | group",
            "the Malian army | nominal | armed-force",
            "Malian | name | country",
        ],
    ),
    (
        "The Thai-Cambodian commission met.",
        [
            "The Thai-Cambodian commission | nominal | organisation",
            "Thai | name | country",
            "Cambodian | name | country",
        ],
    ),
    (
        "Turkish-backed fighters fled.",
        ["Turkish-backed fighters | nominal | armed-force", "Turkish | name | country"],
    ),
    # coordination: each for himself
    (
        "Nurses and doctors met the mayor.",
        ["Nurses | nominal | group", "doctors | nominal | group", "the mayor | nominal | person"],
    ),
    (
        "Armenia and Azerbaijan signed.",
        ["Armenia | name | country", "Azerbaijan | name | country"],
    ),
    wrong(
        "a title in the plural is taken for a mention of its own",
        "Presidents Amara Kone and Joseph Koroma embraced.",
        ["Presidents Amara Kone | name | person", "Joseph Koroma | name | person"],
    ),
    # seats of power
    ("Baku rejected the offer.", ["Baku | name | country"]),
    (
        "Jakarta and Canberra rejected the offer.",
        ["Jakarta and Canberra | nominal | group", "Jakarta | name | country", "Canberra | name | country"],
    ),
    ("The mayor met students in Baku.", ["The mayor | nominal | person", "students | nominal | group"]),
    ("BAKU, May 3 (Harmattan) — The ministry denied it.", ["The ministry | nominal | organisation"]),
    ("The Nairobi conference ended.", []),
    (
        "Officials from Baku left.",
        ["Officials from Baku | nominal | group", "Baku | name | country"],
    ),
    (
        "The foreign ministry in Lima denied it.",
        ["The foreign ministry in Lima | nominal | organisation", "Lima | name | country"],
    ),
    # one name within another
    ("The USSR fell.", ["The USSR | name | polity"]),
    ("The US recognised Kosovo.", ["The US | name | country", "Kosovo | name | polity"]),
    (
        '"Join us," US troops said.',
        ["us | pronoun | group", "US troops | nominal | group", "US | name | country"],
    ),
    wrong(
        "a role word makes a description of a fixed name, and its country a mention",
        "The Bank of England waited.",
        ["The Bank of England | name | organisation"],
    ),
    wrong(
        "a given name that is a country, with an unknown family name",
        "Georgia Onesti won.",
        ["Georgia Onesti | name | person"],
    ),
    ("Charlie King left the council.", ["Charlie King | name | person", "the council | nominal | organisation"]),
    ("South Sudan and Sudan signed.", ["South Sudan | name | country", "Sudan | name | country"]),
    ("Papua New Guinea signed.", ["Papua New Guinea | name | country"]),
    ("North Korean engineers left.", ["North Korean engineers | nominal | group", "North Korean | name | country"]),
    # what is nobody
    ("Heavy rain destroyed the bridge.", []),
    ("Nobody answered.", []),
    ("No state recognises the vote.", []),
    ("The bridge reopened in May.", []),
    ("The price of maize rose by 4 percent.", []),
    ("Hamas and Israel blamed each other.", ["Hamas | name | armed-force", "Israel | name | country"]),
    # parts of groups
    wrong(
        "one of a group is no mention of its own, and as a source is the group",
        "One of the two officials said that the dam was weak.",
        ["One of the two officials | nominal | person", "the two officials | nominal | group"],
    ),
    # pronouns without anybody
    ("It rained.", []),
    ("We waited for the rain.", ["We | pronoun | –"]),
    # relatives as sources
    (
        "Residents, who asked not to be named, fled.",
        ["Residents | nominal | group", "who | pronoun | group"],
    ),
    # headlines in title case
    wrong(
        "a verb in a title-case headline is taken for a name",
        "Rebels Shell Market As Talks Fail\n\nThe rebels shelled a market on Monday.",
        ["Rebels | nominal | armed-force", "The rebels | nominal | armed-force"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_mentions_of_actors_are_found(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert mentions(code(coder, text)) == expected
