"""Shared wording as rows of the database: what documents are found by, and what those that share words are to others.

A document's fingerprints depend on its text alone; what it is to others on who is quoted and credited in it too, so
that is made anew with every coding and correction.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, text

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.entities import in_parts
from onrecord.ledger.origins import (
    MOST_READ,
    Credit,
    Passage,
    Relation,
    Report,
    align,
    choose_candidates,
    find_credits,
    origins_of,
    quoted_words,
    relate,
    signature,
)
from onrecord.ledger.packing import pack, unpack
from onrecord.ledger.records import current_line
from onrecord.ledger.tables import documents, fingerprints, relations, reports
from onrecord.record import Record, Span
from onrecord.record.serialization import from_plain, to_plain

# Whoever asks for all copies of a document walks at most so many.
MOST_COPIES = 100


def file_report(connection: Connection, number: int, record: Record) -> None:
    """Files what of a document's wording others may share, and what it is to those that do."""
    told = report_column(record)
    partners = _partners(connection, number)
    prints = signature(record.document.text)
    is_new = connection.execute(select(reports.c.document).where(reports.c.document == number)).scalar() is None
    connection.execute(delete(relations).where(or_(relations.c.left == number, relations.c.right == number)))
    connection.execute(delete(reports).where(reports.c.document == number))
    connection.execute(insert(reports), [{"document": number, "report": told}])
    if is_new:
        partners = choose_candidates(_holders(connection, prints))
        rows = [{"fingerprint": each, "document": number} for each in prints]
        if rows:
            connection.execute(insert(fingerprints), rows)
    mine = _report(number, record.document.text, record.document.outlet, record.document.published, told)
    made = []
    for key, other in sorted(load_reports(connection, partners).items()):
        left, right = (other, mine) if key < number else (mine, other)
        relation = relate(left, right, align(left.text, right.text))
        if relation.kind != "unrelated":
            made.append(
                {"left": left.document, "right": right.document, "kind": relation.kind, "relation": _packed(relation)}
            )
    if made:
        connection.execute(insert(relations), made)


def report_column(record: Record) -> str:
    """What of a record's document is judged where wording is shared, as JSON."""
    told = {"quoted": to_plain(quoted_words(record)), "credits": to_plain(find_credits(record))}
    return json.dumps(told, ensure_ascii=False)


def load_reports(connection: Connection, numbers: Collection[int]) -> dict[int, Report]:
    """Documents as far as their copying is judged, by their numbers, in the order of filing."""
    found: dict[int, Report] = {}
    query = select(documents.c.number, documents.c.outlet, documents.c.published, reports.c.report).join(
        reports, reports.c.document == documents.c.number
    )
    for some in in_parts(sorted(numbers)):
        for row in connection.execute(query.where(documents.c.number.in_(some)).order_by(documents.c.number)).all():
            try:
                words = json.loads(current_line(connection, row.number))["document"]["text"]
                found[row.number] = _report(row.number, words, row.outlet, row.published, row.report)
            except (ValueError, KeyError, TypeError, RecordError) as error:
                raise LedgerError(f"a document is damaged ({error}); see: onrecord verify") from error
    return found


def _report(number: int, words: str, outlet: str | None, published: str | None, column: str) -> Report:
    told = json.loads(column)
    quoted = tuple((start, end) for start, end in told["quoted"])
    return Report(number, words, outlet, published, quoted, from_plain(tuple[Credit, ...], told["credits"]))


def load_relations(connection: Connection, among: Mapping[int, Report]) -> list[Relation]:
    """What some documents are to one another."""
    found: list[Relation] = []
    for some in in_parts(sorted(among)):
        query = select(relations).where(relations.c.left.in_(some)).order_by(relations.c.left, relations.c.right)
        found += [_relation(row, among) for row in connection.execute(query) if row.right in among]
    return found


def relations_of(connection: Connection, number: int) -> list[tuple[int, Relation]]:
    """The documents that share wording with one, and what they are to each other, in the order of filing."""
    partners = _partners(connection, number)
    among = load_reports(connection, {number, *partners})
    query = select(relations).where(or_(relations.c.left == number, relations.c.right == number))
    found = [_relation(row, among) for row in connection.execute(query)]
    return sorted(
        ((each.left if each.right == number else each.right, each) for each in found), key=lambda pair: pair[0]
    )


def find_copies(connection: Connection, number: int) -> set[int]:
    """The documents that are copies of one, or it of them, and theirs, as far as MOST_COPIES."""
    found, waiting = {number}, {number}
    while waiting and len(found) < MOST_COPIES:
        query = select(relations.c.left, relations.c.right).where(
            or_(relations.c.left.in_(waiting), relations.c.right.in_(waiting)), relations.c.kind.in_(("copy", "edited"))
        )
        waiting = {each for pair in connection.execute(query) for each in pair} - found
        found |= waiting
    return found


def find_origins(connection: Connection, numbers: Collection[int]) -> dict[int, int]:
    """For each of some documents the earliest of them that it is a copy of in the end; itself where it is none's."""
    related: set[int] = set()
    for some in in_parts(sorted(numbers)):
        query = select(relations.c.left, relations.c.right).where(
            relations.c.left.in_(some), relations.c.kind.in_(("copy", "edited"))
        )
        related |= {each for left, right in connection.execute(query) if right in numbers for each in (left, right)}
    if not related:
        return {number: number for number in numbers}
    known = load_reports(connection, related)
    published = {number: report.published for number, report in known.items()}
    return {number: number for number in numbers} | origins_of(published, load_relations(connection, known))


def _partners(connection: Connection, number: int) -> tuple[int, ...]:
    query = select(relations.c.left, relations.c.right).where(
        or_(relations.c.left == number, relations.c.right == number)
    )
    return tuple(left if right == number else right for left, right in connection.execute(query))


def _holders(connection: Connection, prints: Iterable[int]) -> dict[int, list[int]]:
    """The documents that have each of some fingerprints, those filed first."""
    wanted = list(prints)
    if not wanted:
        return {}
    parts = [
        f"SELECT fingerprint, document FROM (SELECT fingerprint, document FROM fingerprints WHERE fingerprint = :at{n}"
        f" ORDER BY document LIMIT {MOST_READ}) AS with{n}"
        for n in range(len(wanted))
    ]
    found: dict[int, list[int]] = {each: [] for each in wanted}
    given = {f"at{n}": each for n, each in enumerate(wanted)}
    for fingerprint, document in connection.execute(text(" UNION ALL ".join(parts)), given):
        found[fingerprint].append(document)
    return found


def _packed(relation: Relation) -> bytes:
    """A relation without the words of its passages, which stand in the documents."""
    return pack(json.dumps(_without_words(to_plain(relation)), ensure_ascii=False, separators=(",", ":")))


def _without_words(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_words(each) for each in value]
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            return [value["start"], value["end"]]
        return {name: _without_words(each) for name, each in value.items()}
    return value


def _relation(row: Any, among: Mapping[int, Report]) -> Relation:
    try:
        plain = json.loads(unpack(row.relation))
        for kind in ("copied", "quotations"):
            plain[kind] = tuple(_passage(each, among[row.left].text, among[row.right].text) for each in plain[kind])
        return Relation(**{**plain, "reasons": tuple(plain["reasons"])})
    except (ValueError, KeyError, TypeError, RecordError) as error:
        raise LedgerError(f"what two documents share is damaged ({error}); see: onrecord verify") from error


def _passage(plain: dict[str, Any], left: str, right: str) -> Passage:
    def cut(bounds: list[int], words: str) -> Span:
        return Span(bounds[0], bounds[1], words[bounds[0] : bounds[1]])

    pieces = tuple((cut(one, left), cut(other, right)) for one, other in plain["pieces"])
    return Passage(cut(plain["left"], left), cut(plain["right"], right), plain["words"], pieces)
