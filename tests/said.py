"""Statements as a search finds them, written in one line, for tests of positions."""

import hashlib
from dataclasses import replace

from onrecord.ledger import DocumentRow, Hit
from onrecord.record import Content, Cue, Participant, Quotation, Statement, cut


def said(
    line: str, published: str | None = "2024-05-02", *, document: str = "", confidence: float | None = 0.9,
    within: str | None = None,
) -> Hit:  # fmt: skip
    """`source | cue | content | act` as a statement of a document published then."""
    source, cue, content, act = line.split(" | ")
    text = f"{source} {cue} {content}"
    name = document or hashlib.sha256(f"{text}{published}".encode()).hexdigest()
    row = DocumentRow(f"sha256:{name}", None, None, text, None, published, 1)
    start = len(text) - len(content)
    spans = (cut(text, start, len(text)),)
    is_direct = content.startswith("“") and content.endswith("”")
    quotation: Quotation = "direct" if is_direct else "mixed" if "“" in content else "indirect"
    statement = Statement(
        "s1", Participant((cut(text, 0, len(source)),)), Cue((cut(text, len(source) + 1, start - 1),)), Content(spans),
        quotation, confidence, act,
    )  # fmt: skip
    return Hit(row, replace(statement, within=within))
