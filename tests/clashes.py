"""A record of violence and protest made by hand, for tests of exports: reports, claims, denials, strange text."""

from dataclasses import replace

from onrecord.analysis import Entry, Known
from onrecord.record import (
    Coder,
    Content,
    Counted,
    Cue,
    Document,
    Entity,
    Event,
    Figure,
    Mention,
    Participant,
    Place,
    Record,
    Reviewed,
    Spans,
    Statement,
    Term,
    Time,
    Trigger,
    cut,
    document_id,
)

CLASH = (
    "Fighting at the quay 🚢\n\n"
    "The Norrland army shelled\tHarbour Front fighters in Oslo on 30 April 2024, killing 12 people.\r\n"
    '"We will," Colonel “Ida” Berg said, "not yield." '
    "Berg denied that troops had tortured residents. "
    "The Front claimed that its fighters killed 3 soldiers in May 2024.\n"
    "Students marched in Bergen. قال الناطق: 'no'. The army will visit Tromsø by June 2024.\n"
)


def clash(outlet: str | None = "Quay Post", published: str | None = "2024-05-02", head: str = "") -> Record:
    """A record with `e1` a reported shelling that killed 12, `e2` a denied and `e3` a claimed assault, `e4` a march."""
    text = head + CLASH

    def at(*words: str, after: str = "") -> Spans:
        begin = text.index(after) if after else len(head)
        return tuple(cut(text, text.index(each, begin), text.index(each, begin) + len(each)) for each in words)

    def who(words: str, entity: str | None = None, after: str = "") -> Participant:
        return Participant(at(words, after=after), entity)

    entities = (
        Entity("n1", "Norrland army", "armed-force", "NOR", "MIL", mentions=("m1",)),
        Entity("n2", "Harbour Front", "armed-force", "NOR", "REB", registry="own:Harbour Front", mentions=("m2",)),
        Entity("n3", "Ida Berg", "person", "NOR", "MIL", "colonel", mentions=("m3",)),
        Entity("n4", "residents", "group", "GE-AB", "CVL", mentions=("m4",)),
        Entity("n5", "soldiers", "group", "NOR", "MIL", mentions=("m5",)),
        Entity("n6", "Students", "group", "NOR", "EDU", mentions=("m6",)),
    )
    mentions = (
        Mention("m1", "name", at("The Norrland army"), "n1"),
        Mention("m2", "name", at("Harbour Front fighters"), "n2"),
        Mention("m3", "name", at("Colonel “Ida” Berg"), "n3"),
        Mention("m4", "nominal", at("residents"), "n4"),
        Mention("m5", "nominal", at("soldiers"), "n5"),
        Mention("m6", "nominal", at("Students"), "n6"),
    )
    times = (
        Time("t1", at("30 April 2024"), "point", "2024-04-30"),
        Time("t2", at("May 2024"), "point", "2024-05"),
        Time("t3", at("by June 2024"), "interval", "../2024-06-30"),
    )
    places = (
        Place("p1", at("Oslo"), "Oslo", "NOR", 59.9127, 10.7461, 3143244, "PPLC"),
        Place("p2", at("Bergen"), "Bergen", "NOR", kind="area", feature="ADM1", iso="NO-46"),
    )
    statements = (
        Statement(
            "s1",
            who("Colonel “Ida” Berg", "n3"),
            Cue(at("said")),
            Content((*at('"We will,"'), *at('"not yield."'))),
            "direct",
            0.93,
            "refuse",
        ),
        Statement(
            "s2",
            who("Berg", "n3", after="Berg denied"),
            Cue(at("denied")),
            Content(at("that troops had tortured residents")),
            "indirect",
            0.8,
            "deny",
        ),
        Statement(
            "s3",
            who("The Front", "n2"),
            Cue(at("claimed")),
            Content(at("that its fighters killed 3 soldiers in May 2024")),
            "indirect",
            0.7,
            "assert",
        ),
        Statement("s4", Participant(at("الناطق"), None, "no actor"), Cue(at("قال")), Content(at("'no'")), "direct"),
    )
    events = (
        Event("e1", "ASSAULT", Trigger(at("shelled")), "heavy-weapons", (who("The Norrland army", "n1"),),
              (who("Harbour Front fighters", "n2"),), "t1", "p1", contexts=("military",)),
        Event("e2", "ASSAULT", Trigger(at("tortured")), "torture", (who("troops"),), (who("residents", "n4"),),
              voice="s2", status="not-happened"),
        Event("e3", "ASSAULT", Trigger(at("killed")), "firearms", (who("its fighters", "n2"),),
              (who("soldiers", "n5"),), "t2", voice="s3"),
        Event("e4", "PROTEST", Trigger(at("marched")), "demo", (who("Students", "n6"),), place="p2", status="ongoing"),
        Event("e5", "CONSULT", Trigger(at("visit")), "visit", (who("The army", "n1"),), status="planned"),
    )  # fmt: skip
    terms = (Term("x1", who("The army", "n1"), "deadline", "by", "t3", spans=at("will visit"), edtf="2024-06"),)
    figures = (
        Figure("f1", at("12"), 12, 12, True, Counted(at("people"), "people")),
        Figure(
            "f2", at("3", after="killed 3"), 3, None, False, Counted(at("soldiers"), "soldier"), voice="s3", entity="n5"
        ),
    )
    document = Document(
        document_id(text, outlet), text, "https://quay.example/clash", "Fighting at the quay", outlet,
        ("A. Roe", "B. Å"), published, language="en", digest="0" * 64,
    )  # fmt: skip
    coder = Coder("stand-in", "1", {"parser": "none"})
    return Record(document, coder, entities, mentions, times, places, statements, events, terms, figures)


def reviewed() -> Record:
    """The record as people left it: `e4` somebody corrected, `s1` somebody confirmed."""
    corrected = Reviewed(1, "events", "e4", "mode", "correct", "Kim", "2024-06-01T10:00:00Z", "a march", '"riot"')
    confirmed = Reviewed(2, "statements", "s1", None, "confirm", "Kim", "2024-06-01T10:01:00Z", "heard it")
    return replace(clash(), reviews=(corrected, confirmed))


def entry(record: Record, **known: str) -> Entry:
    """An entry whose entities are known across documents by the keys given, each under its own name."""
    names = {each.id: each.name for each in record.entities}
    return Entry(record, {each: Known(key, names[each]) for each, key in known.items()}, record.document.id)
