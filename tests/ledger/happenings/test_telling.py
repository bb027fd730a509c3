"""A record's events as rows."""

from dataclasses import replace

from tests.records import port

from onrecord.ledger import EventRow, Party, Scene
from onrecord.ledger.happenings import event_rows
from onrecord.record import Counted, Figure, Record, cut

ROWS = {row.event: row for row in event_rows(port(), {"n1": 7})}


def with_figure(words: str, low: float, lemma: str) -> Record:
    """The port record with the figure `words lemma`, told by nobody, put before the strike."""
    record = port()
    text = record.document.text.replace("Dockers are striking", f"Dockers are striking, {words} {lemma}s in all")
    start = text.index(words)
    counted = Counted((cut(text, start + len(words) + 1, start + len(words) + 1 + len(lemma)),), lemma)
    figure = Figure("f1", (cut(text, start, start + len(words)),), low, low, True, counted)
    return replace(record, document=replace(record.document, text=text), figures=(figure,))


def test_a_report_has_its_day_place_and_people() -> None:
    row = ROWS["e1"]

    assert (row.first, row.last, row.place, row.geonames) == ("2024-04-30", "2024-04-30", "Oslo", 3143244)
    assert row.actors == (Party("Minister Ana Roca", "Ana Roca", 7, None, "NOR", "GOV"),)
    assert row.voices == ()


def test_a_claim_has_its_voices_the_innermost_first() -> None:
    assert [voice.words for voice in ROWS["e2"].voices] == ["Karl Stein", "The ministry"]
    assert ROWS["e2"].status == "not-happened"


def test_an_event_without_a_time_has_no_day() -> None:
    assert (ROWS["e2"].first, ROWS["e2"].last) == (None, None)


def test_words_are_the_clause_of_the_text() -> None:
    text = port().document.text

    assert all(" ".join(text[row.start : row.end].split()) == row.words for row in ROWS.values())
    assert ROWS["e5"].words == "Dockers are striking"
    assert ROWS["e2"].words == "that rebels had shelled the port in the Lake District"


def test_a_number_behind_the_clause_is_told_with_it() -> None:
    row: EventRow = next(row for row in event_rows(with_figure("4,000", 4000, "docker")) if row.event == "e5")

    assert [(figure.words, figure.counts, figure.low) for figure in row.figures] == [("4,000", "docker", 4000)]


def test_what_took_place_goes_on_from_what_was_told_last() -> None:
    assert ROWS["e3"].scene == Scene(None, None, "Lake District", "GBR", None)
    assert ROWS["e4"].scene is None  # a visit still to come
    assert ROWS["e1"].scene is None


def test_the_same_record_gives_the_same_rows() -> None:
    assert event_rows(port()) == event_rows(port())
