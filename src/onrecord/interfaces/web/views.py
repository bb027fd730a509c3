"""What each page shows, as typed values; templates only lay it out."""

import re
from dataclasses import dataclass

from onrecord.interfaces.web.claims import MEANINGS, SIGNS
from onrecord.interfaces.web.coded import CodedCards, coded_cards
from onrecord.interfaces.web.marked import Piece, Stretch, marked_paragraphs
from onrecord.interfaces.web.who import WhoIsWho, line_of, who_is_who
from onrecord.ledger import DocumentRow, Hit
from onrecord.record import Document, Entity, Record, Referents, Spans, Statement

EXCERPT = 220


@dataclass(frozen=True, slots=True)
class Card:
    """A statement beside the text; `whom` says in a line whom the words of its source mean."""

    id: str
    who: str | None
    whom: str | None
    entity: Entity | None
    cue: str | None
    what: str
    kind: str
    act: str | None
    addressee: str | None
    confidence: str | None
    within: str | None
    spans: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A document to read and check; where it has no title its first line is the headline, and not repeated below."""

    heading: str
    headline: tuple[Stretch, ...]
    link: str | None
    facts: tuple[tuple[str, str], ...]
    language: str
    paragraphs: tuple[tuple[Stretch, ...], ...]
    cards: tuple[Card, ...]
    who_is_who: WhoIsWho
    coded: CodedCards
    signs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A found statement, and where to read it."""

    href: str
    card: Card
    heading: str
    facts: str


@dataclass(frozen=True, slots=True)
class Query:
    """What the search form holds."""

    words: str = ""
    source: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.words or self.source or self.outlet or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Listing:
    """The first page: the documents, or what a search found."""

    query: Query
    documents: tuple[DocumentRow, ...]
    results: tuple[Result, ...] | None
    statements: int


def document_path(document_id: str) -> str:
    """Where a document's page is."""
    return "/documents/" + document_id.removeprefix("sha256:")


def reading_page(record: Record) -> ReadingPage:
    """The page of one record."""
    document = record.document
    referents = Referents(record)
    paragraphs = marked_paragraphs(record, referents)
    untitled = document.title is None and bool(paragraphs)
    return ReadingPage(
        heading=heading(document),
        headline=paragraphs[0] if untitled else (Stretch((Piece(heading(document)),)),),
        link=document.uri if document.uri and re.match(r"https?://", document.uri) else None,
        facts=_facts(record),
        language=document.language or "en",
        paragraphs=paragraphs[1:] if untitled else paragraphs,
        cards=tuple(card(statement, referents) for statement in record.statements),
        who_is_who=who_is_who(record, referents),
        coded=coded_cards(record, referents),
        signs=tuple((sign, MEANINGS[status]) for status, sign in SIGNS.items() if sign),
    )


def heading(document: Document) -> str:
    """The title, or else the first line."""
    lines = (line.strip() for line in document.text.splitlines())
    return document.title or next((line for line in lines if line), "Untitled")[:200]


def card(statement: Statement, referents: Referents | None = None) -> Card:
    """A statement's card; it says who the source is where the record's referents are at hand."""
    source = statement.source.spans if statement.source else ()
    cue = statement.cue.spans if statement.cue else ()
    parts = (("source", source), ("cue", cue), ("content", statement.content.spans))
    return Card(
        id=statement.id,
        who=_words(source) or None,
        whom=line_of(statement.source, referents) if referents and statement.source else None,
        entity=referents.entity(statement.source) if referents else None,
        cue=_words(cue) or None,
        what=_words(statement.content.spans),
        kind=statement.quotation,
        act=statement.act,
        addressee=_words(statement.addressee.spans) if statement.addressee else None,
        confidence=f"{statement.confidence:.0%}" if statement.confidence is not None else None,
        within=statement.within,
        spans=tuple((role, f"{span.start}–{span.end}", span.text) for role, spans in parts for span in spans),
    )


def result(hit: Hit) -> Result:
    """A search's answer."""
    row = hit.document
    facts = " · ".join(fact for fact in (row.outlet, row.published) if fact)
    return Result(f"{document_path(row.id)}#{hit.statement.id}", card(hit.statement), row.heading, facts)


def _facts(record: Record) -> tuple[tuple[str, str], ...]:
    document = record.document
    facts = (
        ("Outlet", document.outlet),
        ("By", ", ".join(document.authors)),
        ("Published", document.published),
        ("Modified", document.modified),
        ("Read from", document.uri),
        ("Coded by", f"{record.coder.name} {record.coder.version}"),
        ("Document", document.id),
    )
    return tuple((name, value) for name, value in facts if value)


def _words(spans: Spans) -> str:
    words = " … ".join(" ".join(span.text.split()) for span in spans)
    return words if len(words) <= EXCERPT else words[: EXCERPT - 1].rstrip() + "…"
