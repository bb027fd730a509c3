"""Records made by hand, for tests of what is done with records."""

from onrecord.record import Coder, Content, Cue, Document, Participant, Record, Statement, cut, document_id


def record(
    name: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    version: str = "1",
    confidence: float | None = None,
) -> Record:
    """A record of one indirect statement by `name`."""
    text = f"{name} said that the señal tower in Łódź was closing."
    said = len(name) + 1
    statement = Statement(
        "s1",
        Participant((cut(text, 0, len(name)),)),
        Cue((cut(text, said, said + 4),)),
        Content((cut(text, said + 5, len(text) - 1),)),
        "indirect",
        confidence,
    )
    document = Document(id=document_id(text, outlet), text=text, outlet=outlet, published=published)
    return Record(document, Coder("stand-in", version), statements=(statement,))
