"""Whose word an event is: of a claim whoever claims it, of a report the outlet that prints it."""

from dataclasses import dataclass

from onrecord.ledger.happened import EventRow, Party
from onrecord.ledger.happenings import country_stems, face_of


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody who tells of an event; `voice` is None where the document itself reports it.

    `name` is who it is, or the words for it; `key` is equal where two are known to be one.
    """

    name: str
    key: str
    voice: Party | None = None


def teller_of(row: EventRow) -> Teller:
    """Whoever vouches for an event, the innermost voice; a document without an outlet speaks for itself."""
    if row.voices:
        voice = row.voices[0]
        return Teller(voice.name or voice.words, _key(voice, row.document), voice)
    return Teller(row.outlet or row.heading, f"outlet {row.outlet or row.document}")


def _key(voice: Party, document: str) -> str:
    if voice.identity is not None:
        return f"identity {voice.identity}"
    if voice.registry is not None:
        return f"registry {voice.registry}"
    face = face_of(voice)
    if not face.own and voice.country is None:
        # `Officials`, `he`: in two documents they can be anybody.
        return f"in {document} {' '.join(sorted(face.shared)) or voice.words.lower()}"
    # `Kenya's police` and `Kenyan police` are one.
    words = (face.own | face.shared) - (country_stems(voice.country) if voice.country else frozenset())
    return " ".join(["named", voice.country or "", *sorted(words)])
