"""The registry: names looked up and found in running words, each with what it names."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from onrecord.codebooks.registry.entries import Entry
from onrecord.codebooks.registry.entry_json import digest
from onrecord.codebooks.registry.loading import load_countries, load_organisations, load_people, load_polities
from onrecord.codebooks.registry.named import Named
from onrecord.codebooks.registry.names import Match, NameIndex, NameWord


class Registry:
    """Entries by id and by name. A name can be several entries' own: whoever asks decides.

    `version` tells registries apart: `shipped`, or `shipped+` and the digest of what was put to it.
    """

    def __init__(self, entries: Iterable[Entry], *, version: str = "shipped") -> None:
        self.version = version
        self.entries = {entry.id: entry for entry in entries}
        self._index = NameIndex(
            chain.from_iterable(_names(entry) for entry in self.entries.values()),
            cased=True,
        )

    def __getitem__(self, key: str) -> Entry:
        return self.entries[key]

    def get(self, words: list[NameWord]) -> tuple[Named, ...]:
        """What is named by exactly these words."""
        return self._index.get(words)

    def find(self, words: list[NameWord]) -> Iterator[Match[Named]]:
        """The names in the words, from left to right, the longest first."""
        return self._index.find(words)

    def folded(self, country: str | None, sectors: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
        """Country and sectors as PLOVER wants them: a breakaway polity as its claimant's, with sector PRE."""
        polity = self.entries.get(country or "")
        if polity is None or polity.fold is None:
            return country, sectors
        return polity.fold, ("PRE", *sectors) if polity.is_breakaway else sectors

    def including(self, entries: Iterable[Entry]) -> "Registry":
        """This registry with further entries; one of a known id takes the place of the old."""
        further = {entry.id: entry for entry in entries}
        version = f"{self.version}+{digest(further.values())}" if further else self.version
        return Registry({**self.entries, **further}.values(), version=version)


def _names(entry: Entry) -> Iterator[tuple[str, Named]]:
    for alias in dict.fromkeys((entry.name, *entry.aliases)):
        yield alias, Named(entry, "name")
    for demonym in entry.demonyms:
        yield demonym, Named(entry, "demonym")
    for seat in entry.seats:
        yield seat, Named(entry, "seat")


@cache
def load_registry() -> Registry:
    """The registry as shipped."""
    polities = {entry.id: entry for entry in load_polities()}
    # Where ISO and the polities both have an entry, the polity's holds more; ISO's names come with it.
    countries = [entry for entry in load_countries() if entry.id not in polities]
    return Registry(chain(countries, polities.values(), load_organisations(), load_people()))
