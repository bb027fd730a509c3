"""Records made by hand, for tests of what is done with records."""

from dataclasses import dataclass

from onrecord.record import (
    Bound,
    Coder,
    Content,
    Cue,
    Document,
    Entity,
    Mention,
    Participant,
    Record,
    Statement,
    Status,
    Term,
    Time,
    cut,
    document_id,
)


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


@dataclass(frozen=True)
class Somebody:
    """An entity to be written about: named `name` in the text, or only described where that is false."""

    name: str
    country: str | None = None
    role: str | None = None
    sector: str | None = None
    type: str = "person"
    registry: str | None = None
    also: tuple[str, ...] = ()
    is_named: bool = True


def story(
    *people: Somebody,
    published: str | None = None,
    outlet: str | None = None,
    version: str = "1",
    about: str = "the tower",
    first_id: int = 1,
) -> Record:
    """A record of a text in which each of the people makes one statement, under the name given and those `also`."""
    named = [
        (f"n{number}", each, name) for number, each in enumerate(people, first_id) for name in (each.name, *each.also)
    ]
    text = "".join(f"{name} said that {about} was closing. " for _, _, name in named)
    mentions, statements = [], []
    start = 0
    for number, (entity, each, name) in enumerate(named, 1):
        said = start + len(name) + 1
        end = said + len(f"said that {about} was closing")
        spans = (cut(text, start, start + len(name)),)
        mentions.append(Mention(f"m{number}", "name" if each.is_named else "nominal", spans, entity))
        cue, content = Cue((cut(text, said, said + 4),)), Content((cut(text, said + 5, end),))
        statements.append(Statement(f"s{number}", Participant(spans, entity), cue, content, "indirect"))
        start = end + 2
    entities = tuple(
        Entity(
            f"n{number}", each.name, each.type, each.country, each.sector, each.role, each.registry,
            tuple(mention.id for mention in mentions if mention.entity == f"n{number}"),
        )
        for number, each in enumerate(people, first_id)
    )  # fmt: skip
    document = Document(id=document_id(text, outlet), text=text, outlet=outlet, published=published)
    return Record(document, Coder("stand-in", version), entities, tuple(mentions), statements=tuple(statements))


@dataclass(frozen=True)
class Told:
    """A term to be written about: `SUBJECT ends in EDTF`, said by the `voices`, the innermost first."""

    subject: str
    matter: str
    edtf: str | None
    bound: Bound = "until"
    status: Status | None = None
    voices: tuple[str, ...] = ()


def terms_record(*told: Told, published: str | None = None, outlet: str | None = None, version: str = "1") -> Record:
    """A record of a text with a sentence a term."""
    text = ""
    terms: list[Term] = []
    times: list[Time] = []
    statements: list[Statement] = []
    for each in told:
        start = len(text)
        before = "".join(f"{voice} said that " for voice in reversed(each.voices))
        words = each.edtf or "some day"
        text += f"{before}{each.subject} ends in {words}. "
        subject = start + len(before)
        verb = subject + len(each.subject) + 1
        time = verb + len("ends in ")
        end = time + len(words)
        voice: str | None = None
        place = start
        for source in reversed(each.voices):
            name = f"s{len(statements) + 1}"
            content = place + len(f"{source} said ")
            statements.append(
                Statement(
                    name,
                    Participant((cut(text, place, place + len(source)),)),
                    Cue((cut(text, place + len(source) + 1, content - 1),)),
                    Content((cut(text, content, end),)),
                    "indirect",
                    within=voice,
                )
            )
            voice, place = name, content + len("that ")
        times.append(Time(f"t{len(times) + 1}", (cut(text, time, end),), "point", each.edtf))
        terms.append(
            Term(
                f"x{len(terms) + 1}",
                Participant((cut(text, subject, subject + len(each.subject)),)),
                each.matter,
                each.bound,
                times[-1].id,
                voice,
                (cut(text, verb, verb + 4),),
                each.edtf,
                None,
                each.status,
            )
        )
    document = Document(id=document_id(text, outlet), text=text, outlet=outlet, published=published)
    return Record(
        document,
        Coder("stand-in", version),
        times=tuple(times),
        statements=tuple(statements),
        terms=tuple(terms),
    )
