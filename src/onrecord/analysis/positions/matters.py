"""Whether two predications, or two statements, are about the same: only then can one be held against the other."""

from onrecord.analysis.positions.predications import APPROVAL, OWN, Predication
from onrecord.analysis.positions.readings import Reading
from onrecord.codebooks.stances import load_stance_words
from onrecord.codebooks.stems import stems_of

# How much of what their verbs take two must share, and of their subjects.
SAME_OBJECT = 0.5
SAME_OBJECT_OF_OPPOSITES = 0.75
SAME_SUBJECT = 0.6
# With more words beside the same ones, `the deal` may be another.
MOST_MORE = 3
MOST_MORE_ALIKE = 2
TIMES = stems_of(
    "year month week day today tomorrow tonight night morning weekend season spring summer autumn winter decade"
)


def is_same_deed(a: Predication, b: Predication) -> bool:
    """Whether two predications are about one thing, so that only pole, force and condition can differ."""
    if not _is_same_subject(a.subject, b.subject) or not _is_same_verb(a, b):
        return False
    if _turns(a) != _turns(b):
        return False
    if not a.about and not b.about:
        return _is_named(a.subject)
    if a.pole != b.pole and a.verb == b.verb:
        return _is_denial_of_all(*((a, b) if a.pole < 0 else (b, a)))
    if a.verb != b.verb and _are_opposites(a.verb, b.verb):
        return share(a.about, b.about) >= SAME_OBJECT_OF_OPPOSITES
    return share(a.about, b.about) >= SAME_OBJECT or _is_within(a, b)


def _is_within(a: Predication, b: Predication) -> bool:
    """Whether one says of less words the same: a subject of its own carries what the verb takes."""
    smaller, larger = sorted((a.about, b.about), key=len)
    return (
        smaller <= larger and (bool(smaller) or _is_named(a.subject)) and len(larger) - len(smaller) <= MOST_MORE_ALIKE
    )


def _is_denial_of_all(denied: Predication, affirmed: Predication) -> bool:
    """Whether what is denied is not less than what is affirmed: `not at night` and `not this year` leave much open."""
    if not denied.about <= affirmed.about or denied.about & TIMES or len(affirmed.about - denied.about) > MOST_MORE:
        return False
    return bool(denied.about) or _is_named(denied.subject)


def _is_named(subject: frozenset[str]) -> bool:
    """Whether a subject alone tells what is spoken of; `we` does not."""
    return bool(subject) and OWN not in subject


def _is_same_subject(a: frozenset[str], b: frozenset[str]) -> bool:
    if OWN in a or OWN in b:
        return a == b
    return a == b or share(a, b) >= SAME_SUBJECT


def _is_same_verb(a: Predication, b: Predication) -> bool:
    families = {a.family, b.family}
    if a.verb != b.verb and APPROVAL in (a.verb, b.verb):
        return False
    is_refusal = a.pole < 0 and b.pole < 0 and families <= {"will", "can"}
    if len(families) > 1 and not is_refusal and ("may" not in families or families & {"stance", "state"}):
        return False
    return _do_the_same(a.verb, b.verb) or _are_opposites(a.verb, b.verb)


def is_turned(a: Predication, b: Predication) -> bool:
    """Whether one says the opposite of the other: `will` and `will not`, `will stay` and `will leave`."""
    if a.verb != b.verb and _are_opposites(a.verb, b.verb):
        return a.pole == b.pole
    return a.pole != b.pole


def _turns(each: Predication) -> frozenset[str]:
    return (each.about | each.subject) & load_stance_words().turns


def is_about_same(before: Reading, after: Reading, least: float) -> bool:
    """Whether both speak of the same things, and of no other battle, no lifting where the other keeps."""
    apart = before.stems ^ after.stems
    return (
        share(before.stems, after.stems) >= least
        and not part_by_name(before, after)
        and apart.isdisjoint(load_stance_words().turns)
    )


def part_by_name(before: Reading, after: Reading) -> bool:
    """Whether each side has a name that the other lacks: two towns, two people."""
    return bool(before.names - after.stems) and bool(after.names - before.stems)


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """The stems that both have, of all (the Jaccard index)."""
    return len(a & b) / len(a | b) if a or b else 0.0


def _are_opposites(left: str, right: str) -> bool:
    """Whether two verbs do opposite things to one object."""
    deeds = load_stance_words().deeds
    return any(a.group == b.group and a.pole != b.pole for a in deeds.get(left, ()) for b in deeds.get(right, ()))


def _do_the_same(left: str, right: str) -> bool:
    """Whether two verbs are one, or do the same to one object."""
    deeds = load_stance_words().deeds
    return left == right or not set(deeds.get(left, ())).isdisjoint(deeds.get(right, ()))
