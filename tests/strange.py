"""A record of a text with everything in it that formats trip over, and with what people decided on it."""

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

# An emoji of several code points, CRLF, a tab, markup that is only text, right-to-left words, a combining accent, and
# each of the line breaks that are no line feed.
TEXT = (
    "👨🏽‍🚒 Talks\tfail & <b>stall</b> &lt;again&gt;\r\n"
    "\r\n"
    "Café owner Ana Roca said: “We will,” she told מרים לוי, “not yield the port.\r\n"
    "It is ours.”\n"
    "Roca’s aide says rebels shelled Sukhumi, in Abkhazia,\u2028on 2024-04-30; some 40 fled.\x85"
    "The mission’s mandate runs until 2025."
)


def at(words: str, text: str = TEXT) -> Spans:
    """The first place of some words in a text."""
    start = text.index(words)
    return (cut(text, start, start + len(words)),)


def who(words: str, entity: str | None = None) -> Participant:
    """Whoever is named by these words."""
    return Participant(at(words), entity)


def reviewed(number: int, part: str, item: str, verdict: str, field: str | None = None, **told: str) -> Reviewed:
    """A decision of Lena Brück's, on the second of May 2024."""
    when = f"2024-05-02T10:00:0{number}Z"
    return Reviewed(number, part, item, field, verdict, told.pop("who", "Lena Brück"), when, **{"why": "", **told})  # type: ignore[arg-type]


ENTITIES = (
    Entity("n1", "Ana Roca", "person", "ESP", "BUS", "owner", None, ("m1", "m2", "m3")),
    Entity("n2", "מרים לוי", "person", mentions=("m4",)),
    Entity("n3", "rebels", "group", mentions=("m5",)),
    Entity("n4", "Abkhazia", "polity", "GE-AB", mentions=("m6",)),
)
MENTIONS = (
    Mention("m1", "name", at("Café owner Ana Roca"), "n1"),
    Mention("m2", "pronoun", at("she"), "n1"),
    Mention("m3", "name", at("Roca’s"), "n1"),
    Mention("m4", "name", at("מרים לוי"), "n2"),
    Mention("m5", "nominal", at("rebels"), "n3"),
    Mention("m6", "name", at("Abkhazia"), "n4"),
)
TIMES = (
    Time("t1", at("2024-04-30"), "point", "2024-04-30"),
    Time("t2", at("until 2025"), "interval", "../2025"),
)
PLACES = (
    Place("p1", at("Sukhumi"), "Sukhumi", "GEO", 43.00697, 40.9893, 611847, "PPLA", "point", 4.5),
    Place("p2", at("Abkhazia"), "Abkhazia", "GE-AB", feature="ADM1", kind="area", precision_km=52.0, iso="GE-AB"),
)
STATEMENTS = (
    Statement(
        "s1",
        who("Café owner Ana Roca", "n1"),
        Cue((*at("said:"), *at("she told"))),
        Content((*at("“We will,”"), *at("“not yield the port.\r\nIt is ours.”"))),
        "direct",
        0.9,
        "refuse",
        who("מרים לוי", "n2"),
    ),
    Statement(
        "s2",
        who("Roca’s aide"),
        Cue(at("says")),
        Content(at("rebels shelled Sukhumi, in Abkhazia,\u2028on 2024-04-30")),
        "indirect",
        0.75,
        "assert",
        time="t1",
    ),
    Statement("s3", None, None, Content(at("We will")), "indirect", within="s1"),
)
EVENTS = (
    Event(
        "e1",
        "ASSAULT",
        Trigger(at("shelled")),
        "heavy-weapons",
        (who("rebels", "n3"), who("Roca’s aide")),
        (who("Sukhumi"), who("Abkhazia", "n4")),
        "t1",
        "p1",
        "s2",
        contexts=("military", "territory"),
    ),
    Event("e2", "CONSULT", Trigger((*at("Talks"), *at("fail"))), status="not-happened", place="p2", root=False),
)
TERMS = (Term("x1", who("The mission"), "mandate", "until", "t2", None, (*at("mandate"), *at("runs")), "2025"),)
FIGURES = (Figure("f1", at("some 40"), 40, 40, False, Counted(at("fled"), "flee"), None, "s2", "n3"),)
REVIEWS = (
    reviewed(1, "statements", "s1", "confirm"),
    reviewed(2, "events", "e1", "correct", "status", why="the aide\tsaid so\nhimself", was='"possible"'),
    reviewed(3, "places", "p2", "add", who="Tomás"),
    reviewed(4, "statements", "s9", "reject", why="no statement"),
    reviewed(5, "statements", "s2", "comment", why="who is the aide?"),
)


def strange(**metadata: str) -> Record:
    """The record; `metadata` are further fields of its document."""
    told = {"uri": "https://example.org/a?b=1&c=2", "title": "Talks <fail>", "outlet": "The Post", **metadata}
    document = Document(document_id(TEXT), TEXT, published="2024-05-02", **told)  # type: ignore[arg-type]
    return Record(
        document,
        Coder("stand-in", "1", {"attribution": "abc"}),
        ENTITIES,
        MENTIONS,
        TIMES,
        PLACES,
        STATEMENTS,
        EVENTS,
        TERMS,
        FIGURES,
        REVIEWS,
    )


def entry() -> Entry:
    """What leaves a ledger of it: Ana Roca is known across documents."""
    return Entry(strange(), {"n1": Known("registry:ana-roca", "Ana Roca")})
