"""Who speaks about whom."""

from dataclasses import replace

from tests.records import port

from onrecord.ledger import speaking_of
from onrecord.record import Mention, Participant


def rows(speaking: object) -> list[tuple[str, str, str, int]]:
    return [(row.statement, row.source, row.entity, row.mentions) for row in speaking]  # type: ignore[attr-defined]


def test_a_source_speaks_about_whom_its_content_mentions() -> None:
    found = speaking_of(port())
    assert rows(found) == [("s3", "n3", "n4", 1)]
    assert [span.text for span in found[0].spans] == ["Bergen"]


def test_what_is_told_within_counts_for_both() -> None:
    record = port()
    ministry = record.statements[0].source
    assert ministry is not None
    outer = replace(record.statements[0], source=Participant(ministry.spans, "n1"))
    record = replace(record, statements=(outer, *record.statements[1:]))
    assert rows(speaking_of(record))[0] == ("s1", "n1", "n3", 1)


def test_a_source_does_not_speak_about_itself_and_pronouns_count() -> None:
    record = port()
    text = record.document.text
    place = text.index("Bergen")
    again = Mention("m9", "pronoun", (record.mentions[4].spans[0],), "n4")
    own = Mention("m8", "nominal", (replace(record.mentions[4].spans[0], end=place + 3, text="Ber"),), "n3")
    record = replace(record, mentions=(*record.mentions, again, own))
    assert rows(speaking_of(record)) == [("s3", "n3", "n4", 2)]
