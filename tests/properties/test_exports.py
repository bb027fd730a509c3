"""Promises that exports keep for any text: offsets and words survive, and the record comes back."""

import csv
import json
import tempfile
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analysis import Entry
from onrecord.interfaces.exports import csv_tables, gdelt, jsonl, parquet_tables, plover
from onrecord.record import (
    Coder,
    Content,
    Cue,
    Document,
    Entity,
    Event,
    Mention,
    Participant,
    Record,
    Spans,
    Statement,
    Trigger,
    cut_all,
    document_id,
)

ANY_TEXT = st.text(
    st.one_of(
        st.characters(blacklist_categories=["Cs"]),
        st.sampled_from("\t\n\r\0\"',;\\<&\u2028\u2029\u202e\u200d\x85🚢👩é"),
    ),
    min_size=8,
    max_size=60,
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record over any text, whose statement has a broken content and whose event somebody acts in."""
    text = draw(ANY_TEXT)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=6, max_size=6)))
    spans = [cut_all(text, [(start, end)]) for start, end in pairwise(cuts)]
    broken: Spans = (*spans[2], *spans[4])
    entity = Entity("n1", "Ana Roca", "person", "NOR", "GOV", mentions=("m1",))
    return Record(
        Document(document_id(text), text, title=text, outlet=text),
        Coder("stand-in", "1"),
        (entity,),
        (Mention("m1", "name", spans[0], "n1"),),
        statements=(
            Statement("s1", Participant(spans[0], "n1"), Cue(spans[1]), Content(broken), "direct", 0.5, "deny"),
        ),
        events=(Event("e1", "CONSULT", Trigger(spans[3]), actors=(Participant(broken, "n1"),)),),
    )


@settings(max_examples=100, deadline=None)
@given(record=records())
def test_json_lines_give_the_record_back(record: Record) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        jsonl.write([Entry(record)], path)
        assert Record.from_json(path.read_bytes().decode()) == record


@settings(max_examples=100, deadline=None)
@given(record=records())
def test_csv_and_parquet_keep_every_words_and_its_place(record: Record) -> None:
    text, statement = record.document.text, record.statements[0]
    with tempfile.TemporaryDirectory() as folder:
        csv_tables.write([Entry(record)], Path(folder) / "csv")
        parquet_tables.write([Entry(record)], Path(folder) / "parquet")
        with (Path(folder) / "csv" / "documents.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.DictReader(file))["text"] == text
        with (Path(folder) / "csv" / "statements.csv").open(encoding="utf-8", newline="") as file:
            row = next(csv.DictReader(file))
        typed = pq.read_table(Path(folder) / "parquet" / "statements.parquet").to_pylist()[0]
    assert text[int(row["cue_start"]) : int(row["cue_end"])] == row["cue_text"] == statement.cue.spans[0].text  # type: ignore[union-attr]
    pieces = [{"start": span.start, "end": span.end, "text": span.text} for span in statement.content.spans]
    assert json.loads(row["content_spans"]) == typed["content_spans"] == pieces
    assert text[typed["content_start"] : typed["content_end"]] == typed["content_text"]


@settings(max_examples=100, deadline=None)
@given(record=records())
def test_plover_and_gdelt_are_one_line_an_event_with_its_words(record: Record) -> None:
    text = record.document.text
    with tempfile.TemporaryDirectory() as folder:
        plover.write([Entry(record)], Path(folder) / "plover")
        gdelt.write([Entry(record)], Path(folder) / "gdelt")
        (event,) = [json.loads(line) for line in (Path(folder) / "plover").read_bytes().decode().split("\n")[:-1]]
        lines = (Path(folder) / "gdelt" / "gdelt.mentions.CSV").read_bytes().decode().split("\n")[:-1]
        events = (Path(folder) / "gdelt" / "gdelt.export.CSV").read_bytes().decode().split("\n")[:-1]
    assert text[event["text_info"]["start"] : event["text_info"]["end"]] == event["text"]
    assert {len(line.split("\t")) for line in lines} == {16}
    assert {len(line.split("\t")) for line in events} == {61}
    for line in lines:
        words = json.loads(line.split("\t")[-1])["words"]
        assert text[words["start"] : words["end"]] == words["text"]
