"""Whose word an event is."""

from dataclasses import replace

from tests.records import port

from onrecord.record import Voices


def test_a_claim_at_second_hand_has_both_voices_the_inner_first() -> None:
    told = port()
    assert [each.id for each in Voices(told).chain("s2")] == ["s2", "s1"]


def test_the_documents_own_report_has_none() -> None:
    assert Voices(port()).chain(None) == ()


def test_what_only_a_dropped_statement_claims_goes_and_what_it_was_about_stands_further_out() -> None:
    told = port()
    unsure = (
        replace(told.statements[0], confidence=0.1),
        told.statements[1],
        replace(told.statements[2], confidence=0.9),
    )
    demanded = replace(told.events[0], voice="s1")
    inner = replace(told.events[1], within="e1")
    kept = replace(told, statements=unsure, events=(demanded, inner, *told.events[2:])).at_least(0.4)
    assert [each.id for each in kept.events] == ["e2", "e3", "e4", "e5"]
    assert kept.events[0].within is None
    assert [each.id for each in Voices(kept).chain("s2")] == ["s2"]
