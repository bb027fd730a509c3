"""brat's standoff, read back by brat's own rules and into the record that it came from."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import Told as TermTold
from tests.records import port, terms_record
from tests.strange import TEXT, entry, strange

from onrecord.analysis import Entry
from onrecord.interfaces.exports import brat
from onrecord.interfaces.exports.brat.configuration import annotation_conf, type_name, visual_conf
from onrecord.interfaces.exports.brat.sheet import pieces
from onrecord.record import Coder, Content, Document, Record, Span, Statement, cut, document_id

Pieces = tuple[tuple[int, int], ...]


@dataclass
class Standoff:
    """An `.ann` as brat's server parses it: the id before the first tab, the data before the second, then the text."""

    text: str
    words: dict[str, tuple[str, Pieces]] = field(default_factory=dict)
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    equivalent: list[list[str]] = field(default_factory=list)

    def read(self, ann: str) -> "Standoff":
        # brat iterates a codecs reader, which breaks lines as str.splitlines does.
        seen = set()
        for line in ann.splitlines():
            name, _, rest = line.partition("\t")
            assert name == "*" or (re.fullmatch(r"[TERA#][0-9]+", name) and name not in seen), line
            seen.add(name)
            data, _, tail = rest.partition("\t")
            self._read_line(name, data, tail)
        self._check()
        return self

    def _read_line(self, name: str, data: str, tail: str) -> None:
        match name[0]:
            case "T":
                kind, _, offsets = data.partition(" ")
                where = tuple(tuple(map(int, each.split(" "))) for each in offsets.split(";"))
                assert tail == " ".join(self.text[start:end] for start, end in where)  # type: ignore[misc]
                assert all(one[1] <= other[0] for one, other in pairwise(where))
                self.words[name] = (kind, where)  # type: ignore[assignment]
            case "E":
                (kind, trigger), *roles = (tuple(each.split(":")) for each in data.split(" "))
                self.events[name] = (kind, trigger, roles)  # type: ignore[assignment]
            case "R":
                kind, one, other = re.fullmatch(r"(\S+) Arg1:(\S+) Arg2:(\S+)", data).groups()  # type: ignore[union-attr]
                self.relations.append((kind, one, other))
            case "A":
                kind, target, *value = data.split(" ")
                assert len(value) <= 1
                self.attributes[target][kind] = value[0] if value else ""
            case "#":
                kind, target = data.split(" ")
                assert kind == "AnnotatorNotes"
                self.notes[target].append(tail)
            case "*":
                self.equivalent.append(data.split(" ")[1:])

    def _check(self) -> None:
        """What brat's `_sanity` checks: ids that are there, triggers of the event's type that nothing else names."""
        known = {*self.words, *self.events}
        named = {*self.attributes, *self.notes, *(each for _, one, other in self.relations for each in (one, other))}
        triggers = {trigger for _, trigger, _ in self.events.values()}
        assert named <= known
        assert not named & triggers
        for kind, trigger, roles in self.events.values():
            assert self.words[trigger][0] == kind
            assert {filler for _, filler in roles} <= known
            assert len({role for role, _ in roles}) == len(roles)

    def filler(self, event: str, role: str) -> list[str]:
        """Who fills a role, in order; brat numbers several from the second on."""
        return [name for told, name in self.events[event][2] if re.fullmatch(rf"{role}[0-9]*", told)]

    def place(self, name: str) -> Pieces:
        return self.words[self.events[name][1] if name in self.events else name][1]

    def meant(self, name: str) -> str | None:
        """The entity's first mention behind words: their own, or that which they refer to."""
        refers = [other for kind, one, other in self.relations if kind == "Refers" and one == name]
        found = refers[0] if refers else name
        return next((group[0] for group in self.equivalent if found in group), found)


def read(folder: Path, record: Record) -> Standoff:
    (ann,) = folder.glob(f"{record.document.id.removeprefix('sha256:')}.ann")
    text = ann.with_suffix(".txt").read_bytes().decode()
    return Standoff(text).read(ann.read_bytes().decode())


@pytest.fixture
def standoff(tmp_path: Path) -> Standoff:
    brat.write([entry()], tmp_path / "out")
    return read(tmp_path / "out", strange())


@pytest.mark.parametrize("record", [strange(), port(), terms_record(TermTold("The truce", "ceasefire", "2025-03"))])
def test_brat_accepts_every_line(tmp_path: Path, record: Record) -> None:
    brat.write([Entry(record)], tmp_path / "out")
    assert read(tmp_path / "out", record).text == record.document.text


def test_statements_come_back_with_their_roles(standoff: Standoff) -> None:
    statements = [name for name, (kind, _, _) in standoff.events.items() if kind == "Statement"]
    record = strange()
    assert len(statements) == len(record.statements)
    for name, statement in zip(statements, record.statements, strict=True):
        assert standoff.place(name) == pieces(statement.content.spans)
        assert standoff.attributes[name].get("Quotation") == statement.quotation
        assert standoff.attributes[name].get("Act") == statement.act
        for role, filled in (("Source", statement.source), ("Cue", statement.cue), ("Addressee", statement.addressee)):
            assert [standoff.place(each) for each in standoff.filler(name, role)] == (
                [pieces(filled.spans)] if filled else []
            )


def test_what_stands_within_a_statement_says_so(standoff: Standoff) -> None:
    outer, _, inner = [name for name, (kind, _, _) in standoff.events.items() if kind == "Statement"]
    assert standoff.filler(inner, "Within") == [outer]


def test_events_come_back_with_their_roles(standoff: Standoff) -> None:
    events = [name for name, (kind, _, _) in standoff.events.items() if kind not in ("Statement", "Term")]
    for name, event in zip(events, strange().events, strict=True):
        assert standoff.events[name][0] == event.type
        assert standoff.place(name) == pieces(event.trigger.spans)
        assert standoff.attributes[name]["Status"] == event.status
        assert standoff.attributes[name].get("Mode") == event.mode
        assert ("Subordinate" in standoff.attributes[name]) is not event.root
        for role, filled in (("Actor", event.actors), ("Recipient", event.recipients)):
            assert [standoff.place(each) for each in standoff.filler(name, role)] == [
                pieces(who.spans) for who in filled
            ]


def test_the_voice_of_an_event_is_a_statement(standoff: Standoff) -> None:
    (event,) = [name for name, (kind, _, _) in standoff.events.items() if kind == "ASSAULT"]
    (voice,) = standoff.filler(event, "Voice")
    assert standoff.place(voice) == pieces(strange().statements[1].content.spans)


def test_a_term_comes_back(standoff: Standoff) -> None:
    (term,) = [name for name, (kind, _, _) in standoff.events.items() if kind == "Term"]
    assert standoff.attributes[term] == {"Matter": "mandate", "Bound": "until"}
    assert [standoff.place(each) for each in standoff.filler(term, "Time")] == [pieces(strange().times[1].spans)]


def test_mentions_of_one_entity_are_equivalent(standoff: Standoff) -> None:
    (group,) = standoff.equivalent
    assert [standoff.place(name) for name in group] == [pieces(mention.spans) for mention in strange().mentions[:3]]


def test_whoever_is_meant_is_found_from_the_words(standoff: Standoff) -> None:
    statement = next(name for name, (kind, _, _) in standoff.events.items() if kind == "Statement")
    (source,) = standoff.filler(statement, "Source")
    assert standoff.words[standoff.meant(source) or ""][0] == "Person"


def test_broken_words_are_discontinuous_and_cut_at_every_line_break(standoff: Standoff) -> None:
    broken, cut_at_a_break = [standoff.place(name) for name in list(standoff.events)[:2]]
    assert [TEXT[start:end] for start, end in broken] == ["“We will,”", "“not yield the port.", "It is ours.”"]
    assert [TEXT[start:end] for start, end in cut_at_a_break] == [
        "rebels shelled Sukhumi, in Abkhazia,", "on 2024-04-30"
    ]  # fmt: skip


def test_what_people_decided_is_an_attribute_and_a_note(standoff: Standoff) -> None:
    (event,) = [name for name, (kind, _, _) in standoff.events.items() if kind == "ASSAULT"]
    assert standoff.attributes[event]["Reviewed"] == "correct"
    assert standoff.notes[event][-1] == (
        "status corrected by Lena Brück, 2024-05-02T10:00:02Z: the aide said so himself"
    )


def test_what_no_attribute_holds_is_a_note(standoff: Standoff) -> None:
    time = next(name for name, (kind, _) in standoff.words.items() if kind == "Time")
    assert standoff.notes[time] == ["kind: point; edtf: 2024-04-30"]


def test_the_configuration_has_every_type_role_and_value(standoff: Standoff) -> None:
    sections = dict(re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", annotation_conf(), re.M | re.S))
    types = {section: dict(re.findall(r"^(\S+)\t?(.*)$", lines, re.M)) for section, lines in sections.items()}
    assert set(types) == {"entities", "relations", "events", "attributes"}
    for name, (kind, _) in standoff.words.items():
        assert kind in types["entities"] or kind in types["events"], name
    for kind, _, roles in standoff.events.values():
        assert {re.sub(r"[0-9]+$", "", role) for role, _ in roles} <= set(
            re.findall(r"(\w+)[?*]?:", types["events"][kind])
        )
    assert {kind for kind, _, _ in standoff.relations} <= set(types["relations"])
    for told in standoff.attributes.values():
        for attribute, value in told.items():
            assert not value or value in types["attributes"][attribute].split("Value:")[1].split("|")


def test_every_type_of_event_has_its_colour() -> None:
    colours = dict(re.findall(r"^(\S+)\tbgColor:(\S+)$", visual_conf(), re.M))
    assert {"Statement", "ASSAULT", "AGREE", "Term"} <= set(colours)


@pytest.mark.parametrize(("entity", "name"), [("armed-force", "Armed-force"), ("ship", "Mention"), (None, "Mention")])
def test_a_type_of_brat_is_of_letters_and_hyphens(entity: str | None, name: str) -> None:
    assert type_name(entity) == name


def test_the_text_is_kept_to_the_byte(tmp_path: Path) -> None:
    brat.write([entry()], tmp_path / "out")
    (text,) = (tmp_path / "out").glob("*.txt")
    assert text.read_bytes() == TEXT.encode()


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60), st.data())
def test_the_words_survive_any_text(text: str, data: st.DataObject) -> None:
    """The pieces have all but line breaks and lines of white space, in order, and each is one line."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = cut(text, start, data.draw(st.integers(start + 1, len(text))))
    found = [text[one:other] for one, other in pieces((span,))]
    assert found == [line for line in span.text.splitlines() if line.strip()]


def test_a_statement_of_white_space_alone_is_left_out(tmp_path: Path) -> None:
    text = "He said \n\n."
    blank = Statement("s1", None, None, Content((Span(8, 10, "\n\n"),)), "indirect")
    record = Record(Document(document_id(text), text), Coder("stand-in", "1"), statements=(blank,))
    brat.write([Entry(record)], tmp_path / "out")
    assert read(tmp_path / "out", record).events == {}
