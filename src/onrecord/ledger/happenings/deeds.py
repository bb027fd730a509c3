"""What was done, coarser than type and mode: rivals may call one deed an arrest and an abduction."""

from collections.abc import Mapping

# Of each type what its deeds can be, then of those of its modes that are a deed of their own.
OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "AGREE": ("accord", "truce"),
    "CONSULT": ("meeting",),
    "SUPPORT": ("accord", "backing"),
    "CONCEDE": ("concession", "release", "pull-out"),
    "COOPERATE": ("cooperation", "help"),
    "AID": ("help", "cooperation"),
    "RETREAT": ("pull-out", "release", "truce"),
    "REQUEST": ("demand",),
    "ACCUSE": ("accusation",),
    "REJECT": ("refusal",),
    "THREATEN": ("threat",),
    "PROTEST": ("protest",),
    "SANCTION": ("sanction",),
    "MOBILIZE": ("deployment",),
    "COERCE": ("capture", "seizure", "restriction"),
    "ASSAULT": ("attack",),
}
OF_MODE: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("RETREAT", "release"): ("release",),
    ("RETREAT", "withdraw"): ("pull-out",),
    ("RETREAT", "ceasefire"): ("truce",),
    ("RETREAT", "disarm"): ("disarmament",),
    ("RETREAT", "access"): ("access",),
    ("RETREAT", "resign"): ("resignation",),
    ("SANCTION", "expel"): ("expulsion",),
    ("SANCTION", "convict"): ("conviction",),
    ("COERCE", "deport"): ("expulsion",),
    ("COERCE", "arrest"): ("capture",),
    ("COERCE", "seize"): ("seizure", "capture"),
    ("COERCE", "restrict"): ("restriction",),
    ("COERCE", "curfew"): ("curfew",),
    ("COERCE", "martial-law"): ("martial law",),
    ("COERCE", "censor"): ("censorship",),
    ("COERCE", "withhold"): ("restriction",),
    ("COERCE", "cyber"): ("cyber attack",),
    ("COERCE", "misinformation"): ("misinformation",),
    ("ASSAULT", "abduct"): ("capture",),
    ("ASSAULT", "torture"): ("abuse",),
    ("ASSAULT", "sexual"): ("abuse",),
    ("ASSAULT", "beat"): ("abuse", "attack"),
}
# Of one that is done by words the speaker is not what others dispute: another speaker did another deed.
SPOKEN = frozenset({"accord", "backing", "concession", "demand", "accusation", "refusal", "threat"})
# Deeds of all their parties together; actor and recipient are the same there.
JOINT = frozenset({"meeting", "accord", "truce", "cooperation"})
# Who of the two did it to the other is what accounts differ in.
CONTESTED = frozenset({"attack", "abuse"})


def deeds_of(kind: str, mode: str | None) -> tuple[str, ...]:
    """The deeds that an event of a type and mode can be, the likeliest first."""
    return OF_MODE.get((kind, mode or "")) or OF_TYPE.get(kind, ())
