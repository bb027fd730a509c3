"""What adding entries does to those that are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.codebooks.registry.entries import Entry

Outcome = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that is added, and what was kept under its id before."""

    entry: Entry
    before: Entry | None = None

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        if self.before is None:
            return "new"
        return "unchanged" if self.before == self.entry else "changed"


def changes_of(kept: Mapping[str, Entry], added: Iterable[Entry]) -> list[Change]:
    """What adding would do: an entry of a known id takes the place of the old one, with all its facts."""
    return [Change(entry, kept.get(entry.id)) for entry in added]
