"""Outlets and news agencies by their names: who publishes, and whose text others print."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.codebooks.registry.loading import rows, split
from onrecord.codebooks.registry.names import NameIndex


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by the name that stands for all its names; `country` is an ISO 3166-1 alpha-3 code."""

    name: str
    country: str
    is_agency: bool
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of it."""
        return (self.name, *self.aliases)


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """The agencies of agencies.tsv, and the other media of the registry."""
    agencies = tuple(_agencies())
    known = {each.name for each in agencies}
    return agencies + tuple(each for each in _media() if each.name not in known)


@cache
def outlet_names() -> NameIndex[str]:
    """Every name of an outlet, to the one that stands for all; capitals count (`Fars`, not `fars`)."""
    return NameIndex(((name, outlet.name) for outlet in load_outlets() for name in outlet.names), cased=True)


def _agencies() -> Iterator[Outlet]:
    text = (files("onrecord.codebooks") / "agencies.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            name, aliases, country = line.split("\t")
            yield Outlet(name, country, True, split(aliases))


def _media() -> Iterator[Outlet]:
    for name, aliases, kind, country, *_ in rows("organisations.tsv"):
        if kind == "media":
            yield Outlet(name, country, False, split(aliases))
