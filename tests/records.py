"""Records made by hand, for tests of what is done with records."""

from dataclasses import dataclass

from onrecord.record import (
    Bound,
    Coder,
    Content,
    Cue,
    Document,
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Record,
    Spans,
    Statement,
    Status,
    Term,
    Time,
    Trigger,
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


PORT = (
    "Talks on the bridge\n\n"
    "Minister Ana Roca met Ivo Marek in Oslo last Tuesday.\n\n"
    "The ministry says that Karl Stein denied that rebels had shelled the port in the Lake District in 1994.\n\n"
    "He promised to visit Bergen. Dockers are striking.\n"
)


def port() -> Record:
    """A record with events: reported, claimed at second hand and denied, promised, going on; with times and places.

    `e1` Roca met Marek, in Oslo on a day that had to be reckoned. `e2` rebels shelled the port: Stein denied it, says
    the ministry. `e3` Stein (`He`) promised `e4`, to visit Bergen. `e5` dockers are striking.
    """

    def at(words: str) -> Spans:
        return (cut(PORT, PORT.index(words), PORT.index(words) + len(words)),)

    def who(words: str, entity: str | None = None) -> Participant:
        return Participant(at(words), entity)

    def statement(name: str, source: Participant, cue: str, content: str, within: str | None = None) -> Statement:
        return Statement(name, source, Cue(at(cue)), Content(at(content)), "indirect", 0.5, "assert", None, within)

    entities = (
        Entity("n1", "Ana Roca", "person", "NOR", "GOV", "minister", None, ("m1",)),
        Entity("n2", "Ivo Marek", "person", "SRB", mentions=("m2",)),
        Entity("n3", "Karl Stein", "person", mentions=("m3", "m4")),
        Entity("n4", "Bergen", "polity", "GE-AB", mentions=("m5",)),
    )
    mentions = (
        Mention("m1", "name", at("Ana Roca"), "n1"),
        Mention("m2", "name", at("Ivo Marek"), "n2"),
        Mention("m3", "name", at("Karl Stein"), "n3"),
        Mention("m4", "pronoun", at("He"), "n3"),
        Mention("m5", "name", at("Bergen"), "n4"),
    )
    times = (
        Time("t1", at("last Tuesday"), "point", "2024-04-30", "2024-05-02", "Tuesday before 2024-05-02 = 2024-04-30"),
        Time("t2", at("1994"), "interval", "1994"),
    )
    places = (
        Place("p1", at("Oslo"), "Oslo", "NOR", 59.9127, 10.7461, 3143244, "PPLC"),
        Place("p2", at("the Lake District"), "Lake District", "GBR", kind="area", precision_km=30.0),
    )
    statements = (
        statement("s1", who("The ministry"), "says", "that Karl Stein denied that rebels had shelled the port"),
        statement("s2", who("Karl Stein", "n3"), "denied", "that rebels had shelled the port", "s1"),
        statement("s3", who("He", "n3"), "promised", "to visit Bergen"),
    )
    events = (
        Event("e1", "CONSULT", Trigger(at("met")), None, (who("Minister Ana Roca", "n1"),), (who("Ivo Marek", "n2"),),
              "t1", "p1"),
        Event("e2", "ASSAULT", Trigger(at("shelled")), "heavy-weapons", (who("rebels"),), (who("the port"),), None,
              "p2", "s2", "not-happened"),
        Event("e3", "AGREE", Trigger(at("promised")), None, (who("He", "n3"),)),
        Event("e4", "CONSULT", Trigger(at("visit")), "visit", (who("He", "n3"),), (who("Bergen", "n4"),),
              voice="s3", status="planned", within="e3", root=False),
        Event("e5", "PROTEST", Trigger(at("striking")), "strike", (who("Dockers"),), status="ongoing"),
    )  # fmt: skip
    document = Document(document_id(PORT), PORT, published="2024-05-02")
    return Record(document, Coder("stand-in", "1"), entities, mentions, times, places, statements, events)


def shelling(*, outlet: str, published: str = "2023-08-14", denied: bool = False, version: str = "1") -> Record:
    """A record that tells of the shelling of a market in El Obeid, or in which the army denies it."""
    said = "The army said that it had not shelled the cattle market in El Obeid on 13 August."
    text = said if denied else "The army shelled the cattle market in El Obeid on 13 August. Traders fled."

    def at(words: str) -> Spans:
        return (cut(text, text.index(words), text.index(words) + len(words)),)

    army = Participant(at("The army"), "n1")
    content = "that it had not shelled the cattle market in El Obeid on 13 August"
    claims = (Statement("s1", army, Cue(at("said")), Content(at(content)), "indirect", 0.9, "deny"),) if denied else ()
    event = Event(
        "e1", "ASSAULT", Trigger(at("shelled")), "heavy-weapons", (Participant(at("it"), "n1") if denied else army,),
        (Participant(at("the cattle market")),), "t1", "p1", "s1" if denied else None,
        "not-happened" if denied else "happened",
    )  # fmt: skip
    mentions = [Mention("m1", "name", at("The army"), "n1")]
    mentions += [Mention("m2", "pronoun", at("it"), "n1")] if denied else []
    army_itself = Entity("n1", "the army", "armed-force", "SDN", "MIL", mentions=tuple(each.id for each in mentions))
    document = Document(document_id(text, outlet), text, outlet=outlet, published=published)
    return Record(
        document, Coder("stand-in", version), (army_itself,), tuple(mentions),
        (Time("t1", at("13 August"), "point", "2023-08-13"),),
        (Place("p1", at("El Obeid"), "El Obeid", "SDN", 13.18, 30.22, 379003),),
        claims, (event,),
    )  # fmt: skip


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
