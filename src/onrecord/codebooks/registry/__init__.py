"""Who is who, as data: countries, polities that maps leave out, organisations, office-holders, and the words for roles.

The tab-separated files and polities.toml beside this file are meant to be read, and corrected, by political scientists.
"""

from onrecord.codebooks.registry.entries import STATES, Entry, Kind, Office, Standing
from onrecord.codebooks.registry.entry_json import canonical_lines, entry_to_dict
from onrecord.codebooks.registry.finding import entries_named, find_entries
from onrecord.codebooks.registry.named import Named
from onrecord.codebooks.registry.names import Match, NameIndex, NameWord, cut_words, fold
from onrecord.codebooks.registry.own import (
    Change,
    Reading,
    changes_of,
    counterpart,
    join,
    load_full_registry,
    load_own,
    own_path,
    read_own,
)
from onrecord.codebooks.registry.registry import Registry, load_registry
from onrecord.codebooks.registry.roles import Role, load_roles
from onrecord.codebooks.registry.viewpoint import Viewpoint, seen_from

__all__ = [
    "STATES",
    "Change",
    "Entry",
    "Kind",
    "Match",
    "NameIndex",
    "NameWord",
    "Named",
    "Office",
    "Reading",
    "Registry",
    "Role",
    "Standing",
    "Viewpoint",
    "canonical_lines",
    "changes_of",
    "counterpart",
    "cut_words",
    "entries_named",
    "entry_to_dict",
    "find_entries",
    "fold",
    "join",
    "load_full_registry",
    "load_own",
    "load_registry",
    "load_roles",
    "own_path",
    "read_own",
    "seen_from",
]
