"""How the reading page says whose word an event is, and what became of it, without a colour."""

from collections.abc import Sequence

from onrecord.record import Event, Participant, Referents, Statement, Status

# What stands behind a trigger; what simply happened has no sign.
SIGNS: dict[Status, str] = {
    "happened": "",
    "ongoing": "↻",
    "not-happened": "✗",
    "planned": "→",
    "demanded": "!",
    "possible": "?",
}
MEANINGS: dict[Status, str] = {
    "happened": "happened",
    "ongoing": "is going on",
    "not-happened": "did not happen",
    "planned": "is planned",
    "demanded": "is demanded",
    "possible": "is possible, no more",
}
LONGEST = 32


def note_of(event: Event, chain: Sequence[Statement], referents: Referents) -> str:
    """What stands behind a trigger: `✗ Karl Stein, says The ministry`; empty for what the text reports to have been."""
    names = ", says ".join(name_of(each.source, referents, LONGEST) for each in chain)
    return " ".join(filter(None, (SIGNS[event.status], names)))


def name_of(source: Participant | None, referents: Referents, longest: int) -> str:
    """Whom the words of a source mean, where they name nobody; else the words; shortened where they are longer."""
    if source is None:
        return "somebody unnamed"
    entity = referents.unnamed(source)
    name = entity.name if entity else " ".join(" … ".join(span.text for span in source.spans).split())
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
