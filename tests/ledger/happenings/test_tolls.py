"""What the figures of an event count."""

import pytest

from onrecord.ledger.happenings.tolls import counted
from onrecord.record import Counted, Event, Figure, Participant, Trigger, cut


def count(
    text: str, number: str, noun: str | None, lemma: str | None, kind: str, mode: str | None, role: str
) -> str | None:
    """What `number` counts of an event whose trigger is the first word and whose recipient or actor is `role`."""

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    spans = (cut(text, *at(number)),)
    counts = Counted((cut(text, *at(noun)),), lemma) if noun and lemma else None
    trigger = Trigger((cut(text, 0, text.index(" ")),))
    event = Event("e1", kind, trigger, mode, recipients=(Participant((cut(text, *at(role)),)),))
    return counted(text, Figure("f1", spans, 1, 1, True, counts), event, (0, len(text)))


@pytest.mark.parametrize(
    ("text", "number", "noun", "lemma", "deed", "expected"),
    [
        ("Shelling killed 12 people", "12", "people", "people", ("ASSAULT", None), "killed"),
        ("Raids killed four people and wounded 11", "11", None, None, ("ASSAULT", None), None),
        ("Shelling left 12 civilians dead", "12", "civilians", "civilian", ("ASSAULT", None), "killed"),
        ("Shelling killed three soldiers", "three", "soldiers", "soldier", ("ASSAULT", None), "soldier killed"),
        ("Police arrested six protesters", "six", "protesters", "protester", ("COERCE", "arrest"), "arrested"),
        ("Sent 42 trucks", "42", "trucks", "truck", ("AID", None), "truck"),
        ("Expelled five diplomats", "five", "diplomats", "diplomat", ("SANCTION", "expel"), "expelled"),
    ],
)
def test_a_number_of_people_is_of_what_befell_them(
    text: str, number: str, noun: str | None, lemma: str | None, deed: tuple[str, str | None], expected: str | None
) -> None:
    role = f"{number} {noun}" if noun else text.split(" ", 1)[0]

    assert count(text, number, noun, lemma, *deed, role) == expected
