"""Whom a name, a registry id or a key means."""

from sqlalchemy import Connection, select

from onrecord.codebooks.personal_names import Name, compare, parse_name
from onrecord.errors import LedgerError
from onrecord.ledger.components import load_profiles
from onrecord.ledger.entities import EntityRow, load_by_key
from onrecord.ledger.identities import Identity, load_identities
from onrecord.ledger.portraits import plain_title
from onrecord.ledger.profiles import Profile, asked_keys, called_key
from onrecord.ledger.tables import entities, profile_keys

# How well an asked name fits.
KEY, SAME, POSSIBLE, GIVEN_ONLY = 4, 3, 2, 1
SHORTEST_KEY = 6


def find_by_name(connection: Connection, name: str) -> list[Identity]:
    """The identities that a name, a registry id or a key fits best, those with most statements first.

    Several words find who bears just this name, and only if nobody does those whose name it could be too; one word
    finds all whose name or family name it is.
    """
    found = load_identities(connection, numbers_by_name(connection, name))
    return sorted(found, key=lambda identity: (-identity.statements, identity.name, identity.key))


def numbers_by_name(connection: Connection, name: str) -> set[int]:
    """The numbers of the identities that a name fits best."""
    if len(name) >= SHORTEST_KEY:
        by_key = {row.identity for row in load_by_key(connection, name)}
        if by_key:
            return by_key
    keys = asked_keys(name)
    query = select(profile_keys.c.profile).where(profile_keys.c.key.in_(keys)).distinct()
    known = load_profiles(connection, connection.execute(query).scalars().all())
    called = select(profile_keys.c.profile).where(profile_keys.c.key == called_key(name))
    by_text = dict.fromkeys(connection.execute(called).scalars(), SAME)
    fitting = {number: max(_fitness(profile, name), by_text.get(number, 0)) for number, profile in known.items()}
    best = max(fitting.values(), default=0)
    least = POSSIBLE if best == SAME and len(name.split()) == 1 else best
    numbers = [number for number, fitness in fitting.items() if fitness >= max(least, GIVEN_ONLY)]
    found = select(entities.c.identity).where(entities.c.profile.in_(numbers)).distinct()
    return set(connection.execute(found).scalars())


def find_by_key(connection: Connection, key: str) -> EntityRow:
    """The entity of a key, or of its beginning. Raises LedgerError where there is none, or several."""
    found = load_by_key(connection, key)
    if len(found) != 1:
        told = "more than one" if found else "no"
        raise LedgerError(f"{told} entity has a key that begins with {key!r}; onrecord who NAME shows them")
    return found[0]


def _fitness(profile: Profile, name: str) -> int:
    """How well a name fits."""
    if profile.registry == name:
        return KEY
    if profile.type != "person":
        return max((_fitness_of_title(each, plain_title(name)) for each in profile.names), default=0)
    asked = parse_name(name)
    return max((_fitness_of_name(asked, each) for each in profile.names), default=0)


def _fitness_of_title(title: str, wanted: str) -> int:
    words = plain_title(title).split()
    if wanted.split() == words:
        return SAME
    return POSSIBLE if wanted and set(wanted.split()) <= set(words) else 0


def _fitness_of_name(asked: Name, name: str) -> int:
    found = compare(asked, name)
    if found.agreement == "same":
        return SAME
    if found.agreement == "different":
        return 0
    return GIVEN_ONLY if found.reason == "same given name only" else POSSIBLE
