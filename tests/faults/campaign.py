"""Kills a program that adds to a ledger, over and over, and looks each time at what is left.

    python -m tests.faults.campaign RECORDS.jsonl PLACE ... --kills N --seed N [--at clock|writes]

A child adds the records one by one and acknowledges each, a byte to a pipe after `Ledger.add` has returned. It is
killed with SIGKILL after a drawn time, or at a drawn write to a file; then the ledger is opened again. This is a
program of its own, which loads no model, so that a child is only a fork away. Prints one JSON object of what it saw.

It is `kill -9` and no power cut: what the kernel has taken it still writes.
"""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.tracing import kill_at_write, let_be_traced

from onrecord.errors import OnrecordError
from onrecord.ledger import Ledger
from onrecord.record import Record

# Kills that one ledger goes through: its making is interrupted too, and looking at it stays quick.
KILLS_OF_A_LEDGER = 4
# Within the time of so many records a child is killed, counted from its beginning or from when the ledger is open.
WITHIN = 4
# A server is asked a few hundred questions a record, each a turn of two programs.
SLOWER_AT_A_SERVER = 6
# Writes within which it is killed, and calls that wait for the disk, as powers of two: adding a record takes dozens.
MOST_WRITES, MOST_SYNCS = 9, 4
OPENED, ADDED = b"o", b"."


@dataclass
class Seen:
    """What a campaign saw; `between` are kills after which a record that nobody had heard of was there, and whole."""

    kills: int = 0
    before_any: int = 0
    acknowledged: int = 0
    between: int = 0
    problems: list[str] = field(default_factory=list)


def run(records: Sequence[Record], places: Sequence[str], kills: int, at: str, seed: int) -> Seen:
    """Goes through the places until there were so many kills, or a problem."""
    random, seen = Random(seed), Seen()
    within = WITHIN * _seconds_of_adding(records[:8])
    for place in places:
        acknowledged = 0
        longest = within * SLOWER_AT_A_SERVER if place.startswith("postgresql") else within
        for _ in range(KILLS_OF_A_LEDGER):
            if seen.kills == kills or acknowledged == len(records) or seen.problems:
                break
            acknowledged += _kill(place, records[acknowledged:], random, longest if at == "clock" else None, seen)
            seen.problems += _look(place, records, acknowledged, seen)
        seen.acknowledged += acknowledged
    return seen


def _seconds_of_adding(records: Sequence[Record]) -> float:
    """What a record takes when the program is warm, as its children then are."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "warm.db", create=True) as ledger:
        spent = []
        for record in records:
            began = time.perf_counter()
            ledger.add(record)
            spent.append(time.perf_counter() - began)
        list(ledger.verify())
    return sorted(spent)[len(spent) // 2]


def _kill(place: str, records: Sequence[Record], random: Random, longest: float | None, seen: Seen) -> int:
    """Has a child add records and kills it, within `longest` seconds or at a write; how many it acknowledged."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _add(place, records, writer, is_traced=longest is None)
    os.close(writer)
    answer = b""
    if longest is None:
        of_syncs = random.random() < 0.4
        most = 2 ** random.randint(0, MOST_SYNCS if of_syncs else MOST_WRITES)
        is_killed = kill_at_write(child, random.randrange(most), syncs=of_syncs, before=random.random() < 0.5)
    else:
        if random.random() < 0.8:
            answer = os.read(reader, 1)
        time.sleep(random.random() * longest)
        os.kill(child, signal.SIGKILL)
        is_killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    with os.fdopen(reader, "rb") as pipe:
        answer = (answer + pipe.read()).removeprefix(OPENED)
    acknowledged = answer.count(ADDED)
    seen.problems += [answer.decode()] if answer.strip(ADDED) else []
    seen.kills += is_killed
    seen.before_any += is_killed and not acknowledged
    return acknowledged


def _add(place: str, records: Sequence[Record], writer: int, *, is_traced: bool) -> None:
    """The child: never returns."""
    try:
        if is_traced:
            let_be_traced()
        with Ledger.open(place, create=True) as ledger:
            os.write(writer, OPENED)
            for record in records:
                ledger.add(record)
                os.write(writer, ADDED)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent is to hear of it
        os.write(writer, repr(error).encode())
    finally:
        os._exit(0)


def _look(place: str, records: Sequence[Record], acknowledged: int, seen: Seen) -> list[str]:
    """What is wrong with the ledger when the first records were acknowledged and the next one may be there or not."""
    try:
        with Ledger.open(place) as ledger:
            lost = [
                record.document.id for record in records[:acknowledged] if ledger.record(record.document.id) != record
            ]
            documents = ledger.totals().documents
            wrong = [str(problem) for problem in ledger.verify()]
            if documents == acknowledged + 1:
                seen.between += 1
                there = ledger.record(records[acknowledged].document.id) == records[acknowledged]
                wrong += [] if there else ["the record that was not acknowledged is there in part"]
    except OnrecordError as error:
        return [] if not acknowledged and "there is no ledger here" in str(error) else [str(error)]
    extra = [f"{documents} documents, {acknowledged} acknowledged"] if documents - acknowledged not in (0, 1) else []
    return [f"lost: {each}" for each in lost] + extra + wrong


def main() -> None:
    """Runs the campaign and prints what it saw."""
    parser = argparse.ArgumentParser()
    parser.add_argument("records", type=Path)
    parser.add_argument("places", nargs="+")
    parser.add_argument("--kills", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--at", choices=("clock", "writes"), default="clock")
    given = parser.parse_args()
    records = [Record.from_json(line) for line in given.records.read_text(encoding="utf-8").splitlines()]
    print(json.dumps(asdict(run(records, given.places, given.kills, given.at, given.seed))))  # noqa: T201


if __name__ == "__main__":
    main()
