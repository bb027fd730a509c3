"""Who is who, as data: countries, polities that maps leave out, organisations, office-holders, and the words for roles.

The tab-separated files and polities.toml beside this file are meant to be read, and corrected, by political scientists.
"""

from onrecord.codebooks.registry.entries import Entry, Kind, Office, Standing
from onrecord.codebooks.registry.named import Named
from onrecord.codebooks.registry.names import Match, NameIndex, NameWord, cut_words, fold
from onrecord.codebooks.registry.registry import Registry, load_registry
from onrecord.codebooks.registry.roles import Role, load_roles

__all__ = [
    "Entry",
    "Kind",
    "Match",
    "NameIndex",
    "NameWord",
    "Named",
    "Office",
    "Registry",
    "Role",
    "Standing",
    "cut_words",
    "fold",
    "load_registry",
    "load_roles",
]
