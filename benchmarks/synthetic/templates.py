"""The texts that synthetic documents are made from: all of them our own, coded by the installed coder."""

import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.event_markup import read_events
from evaluation.marked import read_marked
from evaluation.places import read_gold
from evaluation.terms import read_gold as read_terms

from onrecord.annotation import DocumentCoder
from onrecord.documents import ReadOptions, document_from_text, find_documents, read_document
from onrecord.record import Document, Record

ROOT = Path(__file__).parents[2]
# A text that gives no date is read as of this one, so that what it calls yesterday is a day.
UNDATED = "2024-05-02"


def code_templates(coder: DocumentCoder, *, examples_only: bool = False) -> list[Record]:
    """The bundled examples, and the open halves of our own gold, as records; each with a day to count from."""
    documents = list(_examples()) if examples_only else [*_examples(), *_gold()]
    return [_code(coder, document) for document in documents]


def day_of(record: Record) -> str | None:
    """The day that a record's times are counted from: the publication's, else the commonest of their anchors."""
    if record.document.published:
        return record.document.published[:10]
    anchors = sorted(time.anchor for time in record.times if time.anchor and len(time.anchor) == 10)
    return max(anchors, key=anchors.count, default=None)


def _code(coder: DocumentCoder, document: Document) -> Record:
    record = coder.code(document)
    if day_of(record) is None:
        record = coder.code(document_from_text(document.text, published=UNDATED, uri=document.uri))
    return record


def _examples() -> Iterator[Document]:
    for location in find_documents([str(ROOT / "examples")]):
        yield read_document(location, ReadOptions())


def _gold() -> Iterator[Document]:
    gold = ROOT / "evaluation"
    for path in sorted(gold.glob("events/articles/*.article")):
        yield document_from_text(read_events(path.read_text(encoding="utf-8")).text)
    for path in sorted(gold.glob("attribution/articles/*.marked")):
        yield document_from_text(read_marked(path.read_text(encoding="utf-8"))[0])
    for path in sorted(gold.glob("places/open/*.places")):
        yield document_from_text(read_gold(path.read_text(encoding="utf-8"))[0])
    for path in sorted(gold.glob("terms/open/*.txt")):
        yield read_terms(path)[0]
    for path in sorted(gold.glob("times/open/*.json")):
        item = json.loads(path.read_text(encoding="utf-8"))
        yield document_from_text(item["text"], published=item["published"])
