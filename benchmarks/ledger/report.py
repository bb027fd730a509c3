"""The measurements as Markdown tables for the docs, and as one JSON object."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from benchmarks.ledger.adding import Slice
from benchmarks.ledger.asking import Answered


def adding_table(slices: Sequence[Slice]) -> str:
    """What a document cost in each slice."""
    rows = [
        f"| {each.first:,} to {each.last:,} | {each.median_ms:.1f} | {each.p95_ms:.1f} | {each.cpu_ms:.1f} "
        f"| {1000 / each.mean_ms:,.0f} | {each.bytes / 1e6:,.0f} | {each.bytes / each.last / 1e3:.1f} |"
        for each in slices
    ]
    head = "| documents | ms each, median | 95 % under | CPU, mean | a second | MB in all | kB a document |"
    lines = _table(head, rows)
    full = [each for each in slices if each.documents == slices[0].documents]
    if len(full) > 1:
        growth, work = full[-1].median_ms / full[0].median_ms, full[-1].cpu_ms / full[0].cpu_ms
        lines += (
            f"\n\nA document of the last of these slices took {growth:.2f} times as long as one of the first (median)"
        )
        lines += f", {work:.2f} times the CPU."
    return lines


def questions_table(answers: Iterable[Answered]) -> str:
    """How long each question took."""
    rows = [
        f"| {each.name} | {each.median_ms:.1f} | {each.p95_ms:.1f} | {each.most_ms:.1f} "
        f"| {each.cpu_ms:.1f} | {each.size:,} | {each.times} |"
        for each in answers
    ]
    return _table("| question | ms, median | 95 % under | most | CPU, median | answers | asked |", rows)


def as_json(documents: int, slices: Sequence[Slice], answers: Sequence[Answered]) -> str:
    """All of it in one line."""
    found = {
        "documents": documents,
        "slices": [asdict(each) for each in slices],
        "questions": [asdict(each) for each in answers],
    }
    return json.dumps(found)


def _table(head: str, rows: Sequence[str]) -> str:
    columns = head.count("|") - 1
    return "\n".join([head, "|" + "---|" + "---:|" * (columns - 1), *rows])
