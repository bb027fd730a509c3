"""When and where events are, and when statements are made: only what the sentence attaches to them."""

import pytest
from tests.coded import code, event, words, wrong

from onrecord.annotation import DocumentCoder

PUBLISHED = "2024-05-02"
WHEN = [
    ("Rebels attacked the bridge on Tuesday.", "attacked", "2024-04-30"),
    ("On 9 April the two ministers met in Lima.", "met", "2024-04-09"),
    ("Police said on Tuesday that rebels had attacked the bridge on Monday.", "attacked", "2024-04-29"),
    ("Police said on Tuesday that rebels had attacked the bridge.", "attacked", None),
    ("The talks resumed on Monday.", "talks", "2024-04-29"),
    ("Rebels attacked the bridge on Monday and freed two men.", "attacked", "2024-04-29"),
    ("Rebels attacked the bridge.", "attacked", None),
    wrong(
        "how long the sentence is, not when it was passed",
        "The court sentenced the editor to eight years in prison.",
        "sentenced",
        None,
    ),
    ("The army promised to withdraw by 2025.", "withdraw", "../2025"),
]
WHERE = [
    ("Rebels attacked the bridge in Goma.", "attacked", "Goma"),
    ("The foreign ministers met in Geneva.", "met", "Geneva"),
    ("The talks in Vienna lasted three days.", "talks", "Vienna"),
    ("Troops shelled Kharkiv.", "shelled", "Kharkiv"),
    ("Rebels attacked the bridge.", "attacked", None),
]
SAID = [
    ("Police said on Tuesday that rebels had attacked the bridge on Monday.", "2024-04-30"),
    ("The mayor told reporters on 9 April that the road was safe.", "2024-04-09"),
    ("The mayor said that rebels had attacked the bridge on Monday.", None),
    ('"It was hell," the docker said on Monday.', "2024-04-29"),
]


@pytest.mark.parametrize(("text", "trigger", "edtf"), WHEN)
def test_an_event_has_the_time_that_belongs_to_it(
    coder: DocumentCoder, text: str, trigger: str, edtf: str | None
) -> None:
    record = code(coder, text, PUBLISHED)
    values = {time.id: time.edtf for time in record.times}
    found = event(record, trigger).time
    assert (values[found] if found else None) == edtf


@pytest.mark.parametrize(("text", "trigger", "place"), WHERE)
def test_an_event_has_the_place_where_it_is(coder: DocumentCoder, text: str, trigger: str, place: str | None) -> None:
    record = code(coder, text)
    names = {each.id: words(each.spans) for each in record.places}
    found = event(record, trigger).place
    assert (names[found] if found else None) == place


@pytest.mark.parametrize(("text", "edtf"), SAID)
def test_a_statement_has_the_time_when_it_was_made(coder: DocumentCoder, text: str, edtf: str | None) -> None:
    record = code(coder, text, PUBLISHED)
    values = {time.id: time.edtf for time in record.times}
    found = record.statements[0].time
    assert (values[found] if found else None) == edtf
