"""The user's own registry: a file of people and bodies read, checked, kept, and joined to the shipped entries."""

from pathlib import Path

from onrecord.codebooks.registry.own.changes import Change, changes_of
from onrecord.codebooks.registry.own.joining import counterpart, join
from onrecord.codebooks.registry.own.keeping import VARIABLE, load_own, own_path
from onrecord.codebooks.registry.own.reading import Reading, read_own
from onrecord.codebooks.registry.registry import Registry, load_registry

__all__ = [
    "VARIABLE",
    "Change",
    "Reading",
    "changes_of",
    "counterpart",
    "join",
    "load_full_registry",
    "load_own",
    "own_path",
    "read_own",
]


def load_full_registry(path: Path | None = None) -> Registry:
    """The registry as shipped with the user's own entries, as kept in `path` or where `own_path` says.

    Read anew on each call, as the file may have changed; its `version` changes with what the own entries tell.
    """
    return join(load_registry(), load_own(path).values())
