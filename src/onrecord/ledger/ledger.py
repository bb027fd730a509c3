"""The ledger: records kept in one file of SQLite, or in a database of PostgreSQL.

Every record is one transaction, fully synchronised: what `add` has returned for survives a kill and a power cut, what
it has not is wholly absent.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, func, select

from onrecord.errors import LedgerError
from onrecord.ledger.asking import HappeningQuery, find_happenings
from onrecord.ledger.attachment import attach_numbers, find_held_back, load_attachments
from onrecord.ledger.candidates import Candidate, find_candidate, find_candidates
from onrecord.ledger.entities import Address, EntityRow, load_entities
from onrecord.ledger.events import MOST_TELLINGS, load_tellings
from onrecord.ledger.filing import Coding, file_coding, next_number
from onrecord.ledger.happened import EventRow
from onrecord.ledger.hits import hits_of
from onrecord.ledger.homes import Home
from onrecord.ledger.identities import Identity, load_identities
from onrecord.ledger.indexing import index
from onrecord.ledger.judgements import (
    Judgement,
    add_judgement,
    find_undoable,
    keep_judgement,
    load_judgements,
    reversed_by,
)
from onrecord.ledger.naming import find_by_key, find_by_name, numbers_by_name
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.origins import Appearance, Origins, Relation, count_origins
from onrecord.ledger.packing import unpack
from onrecord.ledger.records import corrected, current_record, document_number, machine_record
from onrecord.ledger.resolution import resolve
from onrecord.ledger.reviewing import add_reviews, load_reviews
from onrecord.ledger.reviews import (
    Import,
    Patch,
    RestingReview,
    Review,
    ReviewDraft,
    apply_reviews,
    check_review,
    plan_import,
    sign,
    sign_undoing,
)
from onrecord.ledger.revisions import CodingRow, find_recoded, find_revised, load_codings, load_revisions
from onrecord.ledger.rows import DocumentRow, Filing, Hit, Problem, Totals
from onrecord.ledger.search import (
    DOCUMENT_COLUMNS,
    Query,
    document_conditions,
    document_rows,
    find_called,
    find_statements,
    numbers_of,
)
from onrecord.ledger.sharing import find_copies, find_origins, load_relations, load_reports, relations_of
from onrecord.ledger.speakers import Speakers, find_speakers
from onrecord.ledger.tables import coders, codings, documents, entities, reviews, statements
from onrecord.ledger.terms import TermQuery, TermRow, load_terms
from onrecord.ledger.undoing import find_undoable as find_undoable_review
from onrecord.ledger.verification import find_problems
from onrecord.record import Record


class Ledger:
    """An open ledger; use `Ledger.open` in a `with` statement. One connection, for one thread."""

    def __init__(self, home: Home) -> None:
        self._home = home

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False) -> Self:
        """The ledger in a file or behind a `postgresql://` URL, which `create` makes where it is missing.

        Raises LedgerError where the ledger is missing, is none, is damaged, locked or read-only, cannot be reached, or
        was written by a later version.
        """
        return cls(open_ledger(place, create=create))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._home.close()

    def add(self, record: Record) -> Filing:
        """Files a record; the same one twice changes nothing, one by another coder stands beside the earlier."""
        with self._home.writing() as connection:
            number = document_number(connection, record.document.id)
            known = select(coders.c.identity).join(codings, codings.c.coder == coders.c.number)
            by = connection.execute(known.where(codings.c.document == number)).scalars().all() if number else []
            if record.coder.identity in by:
                return Filing.KNOWN
            number = file_coding(connection, Coding.of(record))
            index(connection, number, corrected(connection, record))
            return Filing.RECODED if by else Filing.NEW

    def coding(self, document_id: str, coder_identity: str) -> Record | None:
        """The record that a coder made of a document, if it is filed."""
        query = (
            select(codings.c.record)
            .join(coders, coders.c.number == codings.c.coder)
            .join(documents, documents.c.number == codings.c.document)
            .where(documents.c.id == document_id, coders.c.identity == coder_identity)
        )
        with self._home.reading() as connection:
            found = connection.execute(query).scalar()
        return Record.from_json(unpack(found)) if found is not None else None

    def codings(self, document_id: str) -> list[CodingRow]:
        """The codings of a document in the order of filing."""
        with self._home.reading() as connection:
            return load_codings(connection, document_id)

    def recoded(self) -> list[str]:
        """The ids of documents with more than one coding."""
        with self._home.reading() as connection:
            return find_recoded(connection)

    def revisions(self, document_id: str) -> list[DocumentRow]:
        """The documents of one address (uri), the one asked for included, in order of time."""
        with self._home.reading() as connection:
            return load_revisions(connection, document_id)

    def revised(self) -> list[list[str]]:
        """The ids of documents that are revisions of one another, each line in order of time."""
        with self._home.reading() as connection:
            return list(find_revised(connection))

    def record(self, document_id: str) -> Record:
        """The current record of a document with people's corrections applied; `reviews` in it says which.

        Raises LedgerError where there is none, RecordError where it is damaged.
        """
        with self._home.reading() as connection:
            return current_record(connection, self._number(connection, document_id))

    def machine_record(self, document_id: str) -> Record:
        """The current record of a document as its coder left it. Raises as `record` does."""
        with self._home.reading() as connection:
            return machine_record(connection, self._number(connection, document_id))

    @property
    def name(self) -> str:
        """How messages name it: its path, or its URL without a password."""
        return self._home.name

    def document(self, document_id: str) -> DocumentRow | None:
        """What lists show of a document, if there is such a one."""
        with self._home.reading() as connection:
            found = connection.execute(select(*DOCUMENT_COLUMNS).where(documents.c.id == document_id)).first()
        return DocumentRow(*found) if found else None

    def documents_called(self, called: str) -> list[DocumentRow]:
        """The documents that an address or an id names, else those whose address ends or whose id begins so."""
        with self._home.reading() as connection:
            return [DocumentRow(*row) for row in find_called(connection, called)]

    def members(self, document_id: str) -> dict[str, int]:
        """Of each entity of a document, by its id there, the number of the identity that it is at this moment."""
        query = select(entities.c.entity, entities.c.identity).join(
            documents, documents.c.number == entities.c.document
        )
        with self._home.reading() as connection:
            return dict(connection.execute(query.where(documents.c.id == document_id)).all())

    def named(self, numbers: Iterable[int]) -> dict[int, Identity]:
        """Identities by the numbers that they have at this moment."""
        with self._home.reading() as connection:
            return {each.number: each for each in load_identities(connection, list(numbers))}

    def documents(
        self, *, outlet: str | None = None, since: str | None = None, until: str | None = None
    ) -> list[DocumentRow]:
        """The documents, the newest first, those without a date last; `outlet`, `since`, `until` as in `search`."""
        conditions = document_conditions(outlet, since, until)
        query = select(*DOCUMENT_COLUMNS).where(*conditions)
        with self._home.reading() as connection:
            rows = connection.execute(query.order_by(documents.c.day.desc(), documents.c.heading, documents.c.id))
            return [DocumentRow(*row) for row in rows]

    def totals(self) -> Totals:
        """How much there is."""
        with self._home.reading() as connection:
            counts = [
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (documents, codings, statements)
            ]
        return Totals(*counts)

    def search(
        self,
        words: str = "",
        *,
        source: str | None = None,
        who: str | Sequence[Identity] | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        min_confidence: float = 0.0,
        limit: int = 50,
        any_of: Sequence[str] | None = None,
        about: str | Sequence[Identity] | None = None,
        oldest_first: bool = False,
    ) -> list[Hit]:
        """The statements that fit, best match first and then the newest.

        Where `any_of` phrases are asked for, or the oldest, time alone counts.
        `words` are looked for in source, cue and content; `source` is part of the source's words, `outlet` of the
        outlet's name, both without regard to case and diacritics; `who` is a name as `Ledger.who` takes it, or the
        identities themselves, and finds what they said in any document under any name; `about` is somebody whom the
        content mentions; `since` and `until` are EDTF days, months or years, both included. A document without a date
        fits no bound, a statement without a confidence every one.
        """
        with self._home.reading() as connection:
            numbers = self._identities(connection, who)
            mentioned = self._identities(connection, about)
            query = Query(
                words, source, outlet, since, until, min_confidence, numbers, limit, any_of, mentioned, oldest_first
            )
            return hits_of(connection, find_statements(connection, query))

    def speaking(
        self,
        *,
        who: str | Sequence[Identity] | None = None,
        about: str | Sequence[Identity] | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> list[Speakers]:
        """Who speaks about whom, those with most statements first; one of the two is asked for or both."""
        with self._home.reading() as connection:
            numbers, mentioned = self._identities(connection, who), self._identities(connection, about)
            return find_speakers(connection, numbers, mentioned, since, until, limit)

    def happenings(
        self,
        *,
        who: str | Sequence[Identity] | None = None,
        types: Sequence[str] | None = None,
        country: str | None = None,
        since: str | None = None,
        until: str | None = None,
        disputed: bool | None = None,
        newest_first: bool = True,
        limit: int = 20,
    ) -> dict[int, list[EventRow]]:
        """The tellings of each happening that fits in one of them, by its number; the newest first, or the oldest.

        `who` takes part in it or tells of it, as `search` has it; `types` are PLOVER's, `country` is where it was, an
        ISO 3166-1 alpha-3 code; `since` and `until` are about its first day; `disputed` asks for accounts that exclude
        one another. Of a happening told more often than forty times there are the first tellings and the last.
        """
        with self._home.reading() as connection:
            numbers = self._identities(connection, who)
            query = HappeningQuery(numbers, types, country, since, until, disputed, newest_first, limit)
            return load_tellings(connection, find_happenings(connection, query), MOST_TELLINGS)

    def related(self, document_id: str) -> list[tuple[DocumentRow, Relation]]:
        """The documents that share wording with one, each with what the two are to each other, those filed first first.

        In a relation the one filed first is `left`.
        """
        with self._home.reading() as connection:
            number = self._number(connection, document_id)
            found = relations_of(connection, number)
            rows = document_rows(connection, [other for other, _ in found])
            return [(rows[other], relation) for other, relation in found]

    def origins(self, places: Iterable[tuple[str, int, int, str | None]]) -> tuple[Origins, dict[int, DocumentRow]]:
        """The independent origins of what stands in some places: (document id, start, end, statement id if any).

        The documents that the answer names by number stand beside it.
        """
        with self._home.reading() as connection:
            appearances = [
                Appearance(self._number(connection, document), start, end, statement)
                for document, start, end, statement in places
            ]
            known = load_reports(connection, {each.document for each in appearances})
            counted = count_origins(appearances, known, load_relations(connection, known))
            return counted, document_rows(connection, known)

    def origin_of(self, document_ids: Iterable[str]) -> dict[str, str]:
        """For each of some documents the earliest of them that it is a copy of in the end, or itself."""
        with self._home.reading() as connection:
            numbers = numbers_of(connection, document_ids)
            ids = {number: document for document, number in numbers.items()}
            return {ids[one]: ids[other] for one, other in find_origins(connection, set(ids)).items()}

    def origin(self, document_id: str) -> tuple[str, int]:
        """(the document that one is a copy of in the end, itself if of none; how many outlets carry that)."""
        with self._home.reading() as connection:
            number = self._number(connection, document_id)
            copies = find_copies(connection, number)
            found = find_origins(connection, copies)
            rows = document_rows(connection, copies)
            alike = [rows[each] for each in copies if found[each] == found[number]]
            outlets = {row.outlet or row.id for row in alike}
            return rows[found[number]].id, len(outlets)

    def terms(self, asked: TermQuery | str | None = None) -> list[TermRow]:
        """The terms of all documents that fit, or of one matter, by their last day; those without a date last."""
        with self._home.reading() as connection:
            return load_terms(connection, asked if isinstance(asked, TermQuery) else TermQuery(asked))

    def entities(self) -> list[EntityRow]:
        """The entities of all documents, the oldest first."""
        with self._home.reading() as connection:
            return load_entities(connection)

    def identities(self) -> list[Identity]:
        """Who is on record: the entities of all documents, those that are one together (docs/resolution.md)."""
        with self._home.reading() as connection:
            return load_identities(connection)

    def who(self, name: str) -> list[Identity]:
        """The identities that a name (or a registry id, or a key) fits best, those with most statements first."""
        with self._home.reading() as connection:
            return find_by_name(connection, name)

    def entity(self, key: str) -> EntityRow:
        """The entity of a document that a key, or its beginning, names. Raises LedgerError where not just one does."""
        with self._home.reading() as connection:
            return find_by_key(connection, key)

    def candidates(self, name: str | None = None, limit: int | None = None) -> list[Candidate]:
        """Pairs of identities that could be one, the best first; with a name those only that it fits."""
        with self._home.reading() as connection:
            return find_candidates(connection, name)[:limit]

    def candidate(self, key: str) -> Candidate:
        """The candidate that a key names. Raises LedgerError where not just one does."""
        with self._home.reading() as connection:
            return find_candidate(connection, key)

    def judge(
        self,
        left: EntityRow | Identity,
        right: EntityRow | Identity,
        verdict: Literal["one", "two"],
        *,
        who: str,
        why: str,
        when: datetime | None = None,
    ) -> Judgement:
        """Writes down that two are one or two; an identity stands for its first entity.

        The last judgement on a pair counts. Raises LedgerError where the two are one entity already, or one has no
        mention by which it could be found again.
        """
        addresses = (_address(left), _address(right))
        if addresses[0] == addresses[1]:
            raise LedgerError("both are the same entity of the same document; nothing was written")
        with self._home.writing() as connection:
            made = add_judgement(connection, verdict, addresses, who=who, when=_utc(when), why=why)
            resolve(connection, (), attach_numbers(connection, {made.number}))
            return made

    def undo(self, number: int, *, who: str, why: str, when: datetime | None = None) -> Judgement:
        """Takes back a judgement, or an undoing: every answer is again what it was without it.

        Raises LedgerError where there is no judgement of this number, or it is undone already.
        """
        with self._home.writing() as connection:
            told = load_judgements(connection)
            find_undoable(told, number)
            made = add_judgement(connection, "undone", None, reverses=number, who=who, when=_utc(when), why=why)
            resolve(connection, (), attach_numbers(connection, reversed_by(told, number)))
            return made

    def judgements(self) -> list[Judgement]:
        """Every judgement ever made, in order."""
        with self._home.reading() as connection:
            return load_judgements(connection)

    def resting(self) -> dict[int, str]:
        """Of each judgement in force that says nothing now, by its number, why: no current coding has whom it is on."""
        with self._home.reading() as connection:
            return {each.judgement: each.reason for each in load_attachments(connection) if each.reason is not None}

    def held_back(self) -> set[int]:
        """The numbers of the judgements `one` in force whose two others keep apart."""
        with self._home.reading() as connection:
            return find_held_back(connection)

    def review(
        self, document_id: str, draft: ReviewDraft, *, who: str, why: str = "", when: datetime | None = None
    ) -> Review:
        """Signs a draft (`draft_review`, `draft_addition`), writes it down, and shows the record with it from now on.

        Raises ReviewError where the draft does not fit the document, LedgerError where there is no such document.
        """
        with self._home.writing() as connection:
            number = self._number(connection, document_id)
            made = sign(draft, document_id, number=next_number(connection, reviews), who=who, why=why, when=when)
            check_review(made, machine_record(connection, number).document.text)
            self._write_down(connection, [made])
            return made

    def reviews(self, document_id: str | None = None) -> list[Review]:
        """The reviews ever made, of one document or of all, in order."""
        with self._home.reading() as connection:
            return load_reviews(connection, document_id)

    def resting_reviews(self, document_id: str) -> tuple[RestingReview, ...]:
        """The reviews of a document that say nothing of its current coding, each with the reason."""
        with self._home.reading() as connection:
            record = machine_record(connection, self._number(connection, document_id))
            return apply_reviews(record, load_reviews(connection, document_id)).resting

    def undo_review(self, number: int, *, who: str, why: str, when: datetime | None = None) -> Review:
        """Takes back a review, or an undoing: the record is again what it was without it.

        Raises LedgerError where there is no review of this number, or it is undone already.
        """
        with self._home.writing() as connection:
            taken_back = find_undoable_review(
                load_reviews(connection), number, name="review", log="onrecord review log"
            )
            following = next_number(connection, reviews)
            made = sign_undoing(taken_back, number=following, who=who, why=why, when=when)
            self._write_down(connection, [made])
            return made

    def import_patch(self, patch: Patch) -> Import:
        """Writes down what of a patch is new, all or nothing; what is about documents not here is left out and counted.

        Raises ReviewError, naming file and line, where the patch does not fit.
        """
        with self._home.writing() as connection:
            keys = dict(connection.execute(select(reviews.c.key, reviews.c.number)).all())
            plan = plan_import(patch, keys, load_judgements(connection), partial(_text_of, connection))
            for each in plan.judgements:
                keep_judgement(connection, each)
            resolve(connection, (), attach_numbers(connection, {each.number for each in load_judgements(connection)}))
            self._write_down(connection, plan.reviews)
            return plan

    def _write_down(self, connection: Connection, made: Sequence[Review]) -> None:
        """Keeps reviews, and makes anew what is made from the records that they are on."""
        add_reviews(connection, made)
        for document in dict.fromkeys(each.document for each in made):
            number = self._number(connection, document)
            index(connection, number, current_record(connection, number))

    def _identities(self, connection: Connection, who: str | Sequence[Identity] | None) -> Sequence[int] | None:
        """The numbers of the identities that a name fits, or of those given; None for everybody."""
        if isinstance(who, str):
            return sorted(numbers_by_name(connection, who))
        return None if who is None else [identity.number for identity in who]

    def _number(self, connection: Connection, document_id: str) -> int:
        number = document_number(connection, document_id)
        if number is None:
            raise LedgerError(f"{self._home.name}: no document {document_id}")
        return number

    def verify(self) -> Iterator[Problem]:
        """What does not match: the file itself, each record's JSON, spans and id, and the columns made from it."""
        try:
            with self._home.reading() as connection:
                yield from find_problems(connection)
        except LedgerError as error:
            yield Problem("", self._home.name, "file", str(error))


def _text_of(connection: Connection, document_id: str) -> str | None:
    number = document_number(connection, document_id)
    return None if number is None else machine_record(connection, number).document.text


def _address(judged: EntityRow | Identity) -> Address:
    row = judged.entities[0] if isinstance(judged, Identity) else judged
    if row.address is None:
        raise LedgerError(f"{row.name} of {row.document} has no mention by which a judgement could find it again")
    return row.address


def _utc(when: datetime | None) -> str:
    return (when or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
