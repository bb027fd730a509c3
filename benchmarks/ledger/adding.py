"""Filling a ledger in slices, and what a document costs in each."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, text

from onrecord.ledger import Ledger
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Slice:
    """What adding documents `first` to `last` (exclusive) cost; milliseconds a document, its transaction included.

    `cpu_ms` is this process's own time, the mean: of a busy machine the steadier measure, without what a server does.
    """

    first: int
    last: int
    median_ms: float
    p95_ms: float
    mean_ms: float
    cpu_ms: float
    bytes: int

    @property
    def documents(self) -> int:
        """How many were added."""
        return self.last - self.first


def add_slice(ledger: Ledger, first: int, records: Iterable[Record], size: Callable[[], int]) -> Slice:
    """Adds records one by one, as a user's program would; making them is not timed."""
    spent, cpu = [], 0.0
    for record in records:
        began, working = time.perf_counter(), time.process_time()
        ledger.add(record)
        spent.append(1000 * (time.perf_counter() - began))
        cpu += 1000 * (time.process_time() - working)
    count = len(spent)
    median, most = percentile(spent, 50), percentile(spent, 95)
    return Slice(first, first + count, median, most, sum(spent) / count, cpu / count, size())


def ranges(first: int, last: int, step: int) -> Iterator[tuple[int, int]]:
    """The slices from one document to another, none across a multiple of the step."""
    while first < last:
        end = min(last, (first // step + 1) * step)
        yield first, end
        first = end


def percentile(values: list[float], part: float) -> float:
    """The value that so many per cent do not exceed; the nearest that was measured."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part / 100))]


def size_of(ledger: str) -> int:
    """Bytes that a ledger takes: its file with what SQLite keeps beside it, or a PostgreSQL database."""
    if "://" not in ledger:
        return sum(path.stat().st_size for end in ("", "-wal") if (path := Path(ledger + end)).exists())
    url = ledger.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url)
    with engine.connect() as connection:
        found: int = connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    engine.dispose()
    return found
