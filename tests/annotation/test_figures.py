"""How many of what a text says, how exactly, and what is no figure."""

import pytest
from tests.coded import code, words

from onrecord.annotation import DocumentCoder
from onrecord.record import Record


def figures(record: Record) -> list[str]:
    """`low..high unit lemma` a figure, `~` before what is not exact."""
    return [
        ("" if each.exact else "~")
        + f"{'' if each.low is None else each.low}..{'' if each.high is None else each.high}"
        + (f" {each.unit}" if each.unit else "")
        + (f" {each.counts.lemma}" if each.counts else "")
        for each in record.figures
    ]


CASES = [
    ("At least 40,000 refugees came.", ["~40000.. refugee"]),
    ("The council adopted four resolutions.", ["4..4 resolution"]),
    ("Some 1,200 fighters left.", ["~1200..1200 fighter"]),
    ("Nearly 3,000 trucks wait.", ["~3000..3000 truck"]),
    ("Up to 400 soldiers died.", ["~..400 soldier"]),
    ("They hold between 20 and 30 hostages.", ["20..30 hostage"]),
    ("They hold 30-40 activists.", ["30..40 activist"]),
    ("Dozens of police officers came.", ["~24..99 officer"]),
    ("Hundreds of thousands of people fled.", ["~200000..999999 people"]),
    ("Several hundred families fled.", ["~300..999 family"]),
    ("A dozen deputies stayed away.", ["12..12 deputy"]),
    ("Half a million people fled.", ["500000..500000 people"]),
    ("Two hundred and fifty-three houses burned.", ["253..253 house"]),
    ("Two thirds of the members voted.", ["66.67..66.67 % member"]),
    ("It cost $2-3 million.", ["2000000..3000000 USD"]),
    ("They froze more than €2.4 billion in assets.", ["~2400000000.. EUR asset"]),
    ("He must pay a fine of 35 euros.", ["35..35 EUR fine"]),
    ("Trade fell by 38 per cent.", ["38..38 %"]),
    ("They sent 800 tonnes of flour.", ["800..800 tonne flour"]),
    ("The camp is 14 km away.", ["14..14 km"]),
    ("Three were killed and about 30 wounded.", ["3..3 kill", "~30..30 wound"]),
    ("The motion passed by 68 votes to 21.", ["68..68 vote", "21..21 vote"]),
    ("A shell killed one soldier.", ["1..1 soldier"]),
    ("Hospitals counted 23 dead.", ["23..23 dead"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_figure_has_its_range_unit_and_what_it_counts(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    found = [each.replace("wounded", "wound") for each in figures(code(coder, text, "2024-05-02"))]
    assert found == expected


NONE = [
    "It happened on 9 November 2020 at 10:30.",
    "The minister, 61, resigned.",
    "A 19-year-old student left for three years.",
    "Resolution 2799 and article 78 stay.",
    "France 24 and the G7 did not comment.",
    "The club lost 3-1 on Sunday.",
    "The two countries met for the second time.",
    "Nobody came, and no one of them spoke.",
    "Call 555 1234 for help.",
    "The 2015 accord holds.",
    "There are two ways out.",
    f"The code {'9' * 400} soldiers was sent.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_figures(coder: DocumentCoder, text: str) -> None:
    assert figures(code(coder, text, "2024-05-02")) == []


def test_a_figure_is_as_whose_word_and_of_whom(coder: DocumentCoder) -> None:
    record = code(coder, "The army said that 40,000 refugees had fled. Three soldiers died.")
    assert [each.voice for each in record.figures] == ["s1", None]
    names = {entity.id: entity.name for entity in record.entities}
    assert names[record.figures[0].entity or ""] == "40,000 refugees"


def test_the_words_of_a_figure_are_those_of_the_quantity(coder: DocumentCoder) -> None:
    record = code(coder, "More than 11.8 million tonnes of grain left.")
    assert [words(each.spans) for each in record.figures] == ["More than 11.8 million tonnes"]
