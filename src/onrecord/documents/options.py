"""What a reader may be told."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

import httpx


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: `published` is the EDTF date of documents that carry none, sizes are in bytes and characters.

    `max_characters` bounds the text that is annotated: a million words. `max_word` bounds one run without a space,
    which no language writes and which would hold up every later step. The last three are the world's seams: standard
    input, the network and the clock.
    """

    published: str | None = None
    max_bytes: int = 20_000_000
    max_characters: int = 6_000_000
    max_word: int = 100_000
    timeout: float = 20.0
    stdin: BinaryIO = field(default_factory=lambda: sys.stdin.buffer)
    transport: httpx.BaseTransport | None = None
    now: Callable[[], datetime] = _now
