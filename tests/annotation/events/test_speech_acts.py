"""Statements that are events themselves, though no word of the lexicon tells of one."""

import pytest
from tests.coded import code, event, involved

from onrecord.annotation import DocumentCoder

TOLD_BY_THE_CONTENT = [
    ("The envoy said Rwanda must pull back.", "must", "REQUEST", "The envoy", "Rwanda"),
    ("The minister said his country will not pay.", "will not pay", "REJECT", "The minister", "–"),
]


@pytest.mark.parametrize(("text", "trigger", "type_", "actors", "recipients"), TOLD_BY_THE_CONTENT)
def test_a_duty_laid_on_others_and_a_refusal_are_events_of_their_speaker(
    coder: DocumentCoder, text: str, trigger: str, type_: str, actors: str, recipients: str
) -> None:
    found = event(code(coder, text), trigger)
    assert (found.type, involved(found.actors), involved(found.recipients)) == (type_, actors, recipients)


@pytest.mark.parametrize("text", ["The minister declined to comment.", "The spokesman refused to answer."])
def test_not_speaking_is_no_event(coder: DocumentCoder, text: str) -> None:
    assert code(coder, text).events == ()


def test_an_act_that_a_trigger_tells_is_one_event(coder: DocumentCoder) -> None:
    assert len(code(coder, "Ghana condemned Togo.").events) == 1
