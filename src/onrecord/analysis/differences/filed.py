"""What differs between the codings and the revisions that a ledger keeps: each compared with the one before it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.analysis.differences.codings import compare_codings
from onrecord.analysis.differences.difference import Difference
from onrecord.analysis.differences.revisions import Revision, compare_revisions
from onrecord.ledger import DocumentRow, Ledger
from onrecord.record import Document


@dataclass(frozen=True, slots=True)
class Recoding:
    """Two codings of a document, by the identities of the coders or the names of the ledgers, and what differs."""

    document: Document
    earlier: str
    later: str
    differences: tuple[Difference, ...]

    def counts(self) -> Counter[str]:
        """How many differences each part has."""
        return Counter(each.part for each in self.differences)


@dataclass(frozen=True, slots=True)
class Revised:
    """Two revisions of a document, and what the edit did."""

    earlier: Document
    later: Document
    revision: Revision


def recodings(ledger: Ledger, document_id: str) -> Iterator[Recoding]:
    """Each coding of a document compared with the one filed before it; nothing where there is only one."""
    coders = [each.coder for each in ledger.codings(document_id)]
    for earlier, later in pairwise(coders):
        left, right = ledger.coding(document_id, earlier), ledger.coding(document_id, later)
        if left is not None and right is not None:
            yield Recoding(right.document, earlier, later, compare_codings(left, right))


def revisions(ledger: Ledger, document_ids: Sequence[str]) -> Iterator[Revised]:
    """Each revision compared with the one before it, by the current records."""
    for earlier, later in pairwise(document_ids):
        left, right = ledger.record(earlier), ledger.record(later)
        yield Revised(left.document, right.document, compare_revisions(left, right))


def compare_ledgers(
    left: Ledger, right: Ledger, names: tuple[str, str]
) -> Iterator[Recoding | tuple[str, DocumentRow]]:
    """What differs between two ledgers: documents that one of them has alone, as (its name, the document), then the
    documents of both whose current records differ."""
    mine, theirs = ({row.id: row for row in ledger.documents()} for ledger in (left, right))
    for name, one, other in ((names[0], mine, theirs), (names[1], theirs, mine)):
        yield from ((name, row) for id_, row in sorted(one.items()) if id_ not in other)
    for id_ in sorted(mine.keys() & theirs.keys()):
        yield between_ledgers(left, right, id_, names)


def between_ledgers(left: Ledger, right: Ledger, document_id: str, names: tuple[str, str]) -> Recoding:
    """What differs between the current records that two ledgers have of one document."""
    mine, theirs = left.record(document_id), right.record(document_id)
    return Recoding(theirs.document, *names, compare_codings(mine, theirs))
