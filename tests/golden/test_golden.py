"""The bundled examples coded whole, compared line by line with what was read and approved by eye.

After a change that is meant, run `ONRECORD_UPDATE_GOLDEN=1 pytest tests/golden` and review the diff: each line that
changed is an entity, a statement or an event that users will see changed.
"""

import os
from pathlib import Path

import pytest
from tests.coded import mentioned, pin, portrait, words

from onrecord.annotation import DocumentCoder
from onrecord.documents import ReadOptions, find_documents, read_document
from onrecord.record import Event, Figure, Record, Term

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html"))


def approved_form(record: Record) -> str:
    document = record.document
    lines = [f"title: {document.title}", f"outlet: {document.outlet}", f"published: {document.published}", ""]
    lines += [f"{each.id} {portrait(each)}: {' = '.join(mentioned(record, each))}" for each in record.entities]
    nobodys = [words(mention.spans) for mention in record.mentions if mention.entity is None]
    lines += [f"nobody's: {', '.join(nobodys) or '–'}", ""]
    for each in record.statements:
        source = words(each.source.spans) + f" [{each.source.entity or each.source.unresolved}]" if each.source else "–"
        cue = words(each.cue.spans) if each.cue else "–"
        if each.addressee:
            cue += f" → {words(each.addressee.spans)} [{each.addressee.entity or each.addressee.unresolved}]"
        within = f" within {each.within}" if each.within else ""
        lines += [
            f"{each.id} {each.quotation} {each.act or '–'}{within}",
            f"    {source} | {cue}",
            f"    {words(each.content.spans)}",
        ]
    lines += ["", *(f"{time.id} {time.kind} {time.edtf}: {words(time.spans)}" for time in record.times)]
    lines += ["", *(line for event in record.events for line in _event(event))] if record.events else []
    lines += ["", *(_term(term) for term in record.terms)] if record.terms else []
    lines += ["", *(_figure(figure) for figure in record.figures)] if record.figures else []
    lines += ["", *(f"{place.id} {words(place.spans)}: {pin(place)}" for place in record.places)]
    return "\n".join(lines) + "\n"


def _event(event: Event) -> list[str]:
    sides = (
        " + ".join(words(each.spans) + (f" [{each.entity}]" if each.entity else "") for each in side) or "–"
        for side in (event.actors, event.recipients)
    )
    kind = " ".join(each for each in (event.type, event.mode, event.status) if each)
    facts = [
        f"{name} {value}"
        for name, value in (("voice", event.voice), ("within", event.within), ("at", event.time), ("in", event.place))
        if value
    ]
    if not event.root:
        facts.append("by the way")
    head = ", ".join([f"{event.id} {kind}", *facts])
    return [head, f"    {words(event.trigger.spans)} | {' → '.join(sides)}"]


def _term(term: Term) -> str:
    subject = (
        words(term.subject.spans) + (f" [{term.subject.entity}]" if term.subject.entity else "")
        if term.subject
        else "–"
    )
    facts = (term.matter, term.bound, term.edtf, term.time, term.voice, term.status)
    return f"{term.id} {' '.join(str(each) for each in facts if each)}: {subject} | {words(term.spans)}"


def _figure(figure: Figure) -> str:
    ends = "..".join("" if each is None else str(each) for each in (figure.low, figure.high))
    counted = f"{words(figure.counts.spans)} = {figure.counts.lemma}" if figure.counts else "–"
    facts = ("" if figure.exact else "about", ends, figure.unit, figure.entity, figure.voice)
    return f"{figure.id} {' '.join(each for each in facts if each)}: {words(figure.spans)} | {counted}"


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_coded_as_approved(coder: DocumentCoder, name: str) -> None:
    (location,) = find_documents([str(EXAMPLES / name)])
    coded = approved_form(coder.code(read_document(location, ReadOptions())))
    golden = GOLDEN / f"{name}.golden"
    if os.environ.get("ONRECORD_UPDATE_GOLDEN"):
        golden.write_text(coded, encoding="utf-8")
    assert coded == golden.read_text(encoding="utf-8")


def test_there_are_examples_of_both_kinds() -> None:
    assert len(NAMES) >= 8
    assert {Path(name).suffix for name in NAMES} == {".txt", ".html"}
