"""The files of this codebook."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a file cut at its tabs, without comments and names; cells missing at a line's end are empty."""
    lines = (files("onrecord.codebooks.exchange") / name).read_text(encoding="utf-8").splitlines()
    head, *body = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    return tuple(row + ("",) * (len(head) - len(row)) for row in body)
