"""The progress bar: on stderr, and only where a person watches."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

Item = TypeVar("Item")


def progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items, with a bar that counts them."""
    console = Console(file=sys.stderr)
    if total < 2 or not console.is_terminal:
        yield from items
    else:
        yield from track(items, description=doing, total=total, console=console, transient=True)
