"""schema.org Claim (https://schema.org/Claim) in JSON-LD: what is claimed, by whom, and every document that has it.

A claim, never a rating: a ClaimReview's is a fact-checker's. One document with a `@graph`, a claim a line, in the order
of their first appearances. Statements whose act says that something is so are claims (`ACTS`); questions, thanks and
demands are none.

Two statements are one claim where source and words are the same, and both say that it is so, or deny it, or doubt it.
The source: by the identity that the ledger knows, else by the name that the text gives; whoever is only described is
somebody else in each document. The words: without quotation marks, case, and what changes between direct and indirect
speech (`sameness`); where these are too few to tell, as in `that it did`, a statement is a claim by itself.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from onrecord.analysis import Entry
from onrecord.interfaces.exports.claim.collecting import ACTS, Claims
from onrecord.interfaces.exports.claim.making import claim
from onrecord.interfaces.output import replacing

__all__ = ["ACTS", "write"]

CONTEXT = ["https://schema.org", {"onrecord": "urn:onrecord:"}]


def write(entries: Iterable[Entry], path: Path) -> int:
    """Writes the claims; gives their number.

    All statements must be seen before the first claim is whole, so they wait in a temporary database on disk.
    """
    written = 0
    with Claims() as claims, replacing(path) as file:
        for entry in entries:
            claims.add(entry)
        file.write(f'{{"@context":{json.dumps(CONTEXT)},"@graph":[')
        for key, appearances in claims.all():
            file.write(",\n" if written else "\n")
            file.write(json.dumps(claim(key, appearances), ensure_ascii=False, separators=(",", ":")))
            written += 1
        file.write("\n]}\n")
    return written
