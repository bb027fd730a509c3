"""The words of a record as a person reads them outside of their text."""

from onrecord.record import Participant, Record, Referents, Spans, Voices


class Wording:
    """Names whoever fills a role in one record, and whoever vouches for what it tells."""

    def __init__(self, record: Record) -> None:
        self._referents = Referents(record)
        self._voices = Voices(record)

    def named(self, participant: Participant) -> str:
        """The words, and behind words that name nobody who is meant: `she (Amina Sow)`."""
        words = in_line(participant.spans)
        entity = self._referents.unnamed(participant)
        return f"{words} ({entity.name})" if entity else words

    def claimants(self, voice: str | None) -> tuple[str, ...]:
        """Who claims it, the innermost first, `somebody` where the text names nobody; empty for the document itself."""
        chain = self._voices.chain(voice)
        return tuple(self.named(each.source) if each.source else "somebody" for each in chain)


def in_line(spans: Spans) -> str:
    """The words in one line, ` … ` where they are broken."""
    return " … ".join(" ".join(span.text.split()) for span in spans)
