"""Whose word an event is."""

import pytest
from tests.tellings import telling

from onrecord.ledger import EventRow, Party
from onrecord.ledger.disputes import teller_of


def claim(document: str, *voices: Party) -> EventRow:
    return telling(document, voice="s1", voices=voices)


def test_a_report_is_its_outlets_word() -> None:
    assert teller_of(telling("d1", outlet="Harbour Wire")).key == teller_of(telling("d2", outlet="Harbour Wire")).key
    assert teller_of(telling("d1", outlet=None)).key != teller_of(telling("d2", outlet=None)).key


def test_of_a_claim_at_second_hand_the_innermost_voice_tells() -> None:
    assert teller_of(claim("d1", Party("Karl Stein"), Party("the ministry"))).name == "Karl Stein"


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        (Party("he", "Karl Stein", 3), Party("the minister", "Minister Stein", 3), True),
        (Party("WHO", registry="org:WHO"), Party("the UN's health agency", registry="org:WHO"), True),
        (Party("Kenya's police", country="KEN"), Party("Kenyan police", country="KEN"), True),
        (Party("Kenyan police", country="KEN"), Party("Ugandan police", country="UGA"), False),
        (Party("officials"), Party("officials"), False),
        (Party("Ana Roca"), Party("Ana Roca"), True),
    ],
)
def test_tellers_of_two_documents_are_one_where_that_is_known(left: Party, right: Party, are_one: bool) -> None:
    assert (teller_of(claim("d1", left)).key == teller_of(claim("d2", right)).key) is are_one
