"""Asking each question many times, and how long the answers take."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from benchmarks.ledger.adding import percentile
from benchmarks.ledger.questions import Question, Topics

from onrecord.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Answered:
    """How long a question took, in milliseconds; `first_ms` the first time in this process, `cpu_ms` its work (median).

    `size` is how many answers there were, the median.
    """

    name: str
    times: int
    first_ms: float
    median_ms: float
    p95_ms: float
    most_ms: float
    cpu_ms: float
    size: int


def ask(
    ledger: Ledger, questions: Iterable[tuple[str, Question]], topics: Topics, *, seed: int, times: int, patience: float
) -> Iterable[Answered]:
    """Each question so many times about something else, fewer where it takes over `patience` seconds in all."""
    for name, question in questions:
        random = Random(f"{seed} {name}")
        spent: list[float] = []
        worked: list[float] = []
        sizes: list[int] = []
        while len(spent) < times and sum(spent) < 1000 * patience:
            began, working = time.perf_counter(), time.process_time()
            answer = question(ledger, topics, random)
            spent.append(1000 * (time.perf_counter() - began))
            worked.append(1000 * (time.process_time() - working))
            sizes.append(len(answer) if hasattr(answer, "__len__") else 1)
        size = sorted(sizes)[len(sizes) // 2]
        yield Answered(
            name,
            len(spent),
            spent[0],
            percentile(spent, 50),
            percentile(spent, 95),
            max(spent),
            percentile(worked, 50),
            size,
        )
