"""Whom a document and its statements credit."""

import time

import pytest

from onrecord.ledger.origins import canonical_outlet, find_credits, report_of
from onrecord.ledger.origins.credits import Manner
from onrecord.record import (
    Coder,
    Content,
    Cue,
    Document,
    Entity,
    Mention,
    Participant,
    Record,
    Spans,
    Statement,
    cut,
    document_id,
)
from onrecord.record.statements import Quotation


def record(text: str, *statements: Statement, outlet: str | None = None, authors: tuple[str, ...] = ()) -> Record:
    document = Document(document_id(text, outlet), text, outlet=outlet, authors=authors)
    return Record(document, Coder("stand-in", "1"), statements=statements)


def at(text: str, words: str) -> Spans:
    return (cut(text, text.index(words), text.index(words) + len(words)),)


def statement(
    text: str,
    source: str | None,
    cue: str,
    content: str,
    *,
    addressee: str | None = None,
    number: int = 1,
    within: str | None = None,
    quotation: Quotation = "indirect",
) -> Statement:
    return Statement(
        f"s{number}",
        Participant(at(text, source)) if source else None,
        Cue(at(text, cue)),
        Content(at(text, content)),
        quotation,
        addressee=Participant(at(text, addressee)) if addressee else None,
        within=within,
    )


def credited(made: Record) -> list[tuple[str, Manner, str | None]]:
    return [(each.outlet, each.manner, each.statement) for each in find_credits(made)]


BODY = "Ferries stayed in port on Monday because of a storm that had come up in the night, the harbour master said."


@pytest.mark.parametrize(
    ("head", "outlet", "manner"),
    [
        ("(Reuters) - ", "Reuters", "dateline"),
        ("LONDON (AP) — ", "Associated Press", "dateline"),
        ("Ferries stay in port\n\nTARN, May 4, 2024 (AFP) – ", "Agence France-Presse", "dateline"),
        ("MOSCOW, March 3. /TASS/. ", "TASS", "dateline"),
        ("LA PAZ, 22 August 2023 (Cordillera Press) — ", "Cordillera Press", "dateline"),
        ("Ferries stay in port\nBy Reuters\n", "Reuters", "byline"),
        ("By Maria Lund, dpa\n", "Deutsche Presse-Agentur", "byline"),
        ("Reuters Staff\n", "Reuters", "byline"),
        ("Source: Xinhua\n", "Xinhua", "byline"),
    ],
)
def test_a_dateline_or_byline_credits_the_whole_document(head: str, outlet: str, manner: Manner) -> None:
    assert credited(record(head + BODY)) == [(outlet, manner, None)]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Ferries (and trains) - {BODY}",
        f"Reuters wins an award.\n{BODY}",
        f"A statement by the port\n{BODY}",
        f"{BODY * 2}\nTARN (Reuters) - A dateline in the middle is of what is quoted there.",
        f"{BODY} The reuters of the world unite, and dpa is a word too.",
    ],
)
def test_what_only_looks_like_a_credit_is_none(text: str) -> None:
    assert credited(record(text)) == []


@pytest.mark.parametrize(
    ("tail", "outlets"),
    [
        ("With material from dpa and AFP.", ["Deutsche Presse-Agentur", "Agence France-Presse"]),
        ("With additional reporting by Reuters", ["Reuters"]),
        ("Reporting by Ana Roca for Interfax-Ukraine; editing by Karl Stein", ["Interfax-Ukraine"]),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("He came with material from the archive.", []),
    ],
)
def test_material_from_others_is_credited_as_such(tail: str, outlets: list[str]) -> None:
    assert credited(record(f"{BODY}\n{tail}")) == [(outlet, "material", None) for outlet in outlets]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "addressee", "expected"),
    [
        ("TASS said the port was shut.", "TASS", "said", "the port was shut", None, ("TASS", "source")),
        (
            "The port was shut, Russia's state news agency RIA Novosti said.",
            "Russia's state news agency RIA Novosti", "said", "The port was shut", None, ("RIA Novosti", "source"),
        ),
        ("He told AFP that it was shut.", "He", "told", "that it was shut", "AFP", ("Agence France-Presse", "told")),
        (
            "In an interview with Le Monde, she said that it was shut.",
            "she", "said", "that it was shut", None, ("Le Monde", "told"),
        ),
        (
            "“It is shut,” the mayor was quoted by the Interfax news agency as saying.",
            "the mayor", "saying", "“It is shut,”", None, ("Interfax", "quoted"),
        ),
        ("The editor of Le Monde said it was shut.", "The editor of Le Monde", "said", "it was shut", None, None),
        ("She said TASS had told the BBC nothing.", "She", "said", "TASS had told the BBC nothing", None, None),
        ("She spoke to Reuters. He said it was shut.", "He", "said", "it was shut", None, None),
    ],
)  # fmt: skip
def test_a_statement_is_credited_to_the_outlet_that_carried_it(
    sentence: str, source: str, cue: str, content: str, addressee: str | None, expected: tuple[str, Manner] | None
) -> None:
    made = record(sentence, statement(sentence, source, cue, content, addressee=addressee))
    assert credited(made) == ([(*expected, "s1")] if expected else [])


def test_what_stands_within_an_outlet_s_statement_is_owed_to_it_too() -> None:
    text = "TASS reported that the minister had said that the port was shut."
    outer = statement(text, "TASS", "reported", "that the minister had said that the port was shut")
    inner = statement(text, "the minister", "said", "that the port was shut", number=2, within="s1")
    assert credited(record(text, outer, inner)) == [("TASS", "source", "s1"), ("TASS", "source", "s2")]


def test_an_outlet_that_no_list_has_is_known_by_its_entity_s_type() -> None:
    text = "The Tarn Echo wrote that the port was shut."
    made = statement(text, "The Tarn Echo", "wrote", "that the port was shut")
    source = Participant(at(text, "The Tarn Echo"), "n1")
    document = Document(document_id(text), text)
    echo = Entity("n1", "Tarn Echo", "media", mentions=("m1",))
    named = Mention("m1", "name", at(text, "The Tarn Echo"), "n1")
    whole = Statement("s1", source, made.cue, made.content, "indirect")
    assert credited(Record(document, Coder("x", "1"), (echo,), (named,), statements=(whole,))) == [
        ("Tarn Echo", "source", "s1")
    ]


def test_an_outlet_of_the_ledger_is_known_where_it_is_named() -> None:
    text = "He told the Tarn Echo that it was shut."
    made = record(text, statement(text, "He", "told", "that it was shut"))
    assert find_credits(made) == ()
    assert [each.outlet for each in find_credits(made, ["Tarn Echo"])] == ["Tarn Echo"]


def test_a_document_does_not_credit_itself() -> None:
    assert credited(record(f"LONDON (Reuters) - {BODY}", outlet="Reuters")) == []


def test_authors_that_are_agencies_are_credited() -> None:
    assert credited(record(BODY, authors=("Maria Lund", "AFP"))) == [("Agence France-Presse", "byline", None)]


def test_each_outlet_is_credited_once_for_one_thing() -> None:
    assert credited(record(f"By Reuters\nLONDON (Reuters) - {BODY}")) == [("Reuters", "dateline", None)]


@pytest.mark.parametrize(
    ("name", "expected"), [("AFP", "Agence France-Presse"), ("Tarn Echo", "Tarn Echo"), (None, None)]
)
def test_an_outlet_has_one_name(name: str | None, expected: str | None) -> None:
    assert canonical_outlet(name) == expected


def test_what_is_quoted_is_direct_speech_and_the_marked_part_of_mixed() -> None:
    text = "“It is shut,” she said. He called it “a pity” that ferries stay."
    direct = statement(text, "she", "said", "“It is shut,”", quotation="direct")
    mixed = statement(text, "He", "called", "it “a pity” that ferries stay", number=2, quotation="mixed")
    report = report_of(7, record(text, direct, mixed, outlet="Post"))
    assert [text[start:end] for start, end in report.quoted] == ["“It is shut,”", "“a pity”"]
    assert (report.document, report.outlet) == (7, "Post")


@pytest.mark.parametrize("piece", ["with material from ", "a (b) ", "Source: ", "/", "contributed to this report "])
def test_a_hostile_text_is_read_in_time(piece: str) -> None:
    start = time.perf_counter()
    find_credits(record(piece * 20_000))
    assert time.perf_counter() - start < 5
