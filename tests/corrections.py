"""A record with something in every part, the same text coded otherwise, and people who correct it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.ledger.reviews import (
    Applied,
    Review,
    ReviewVerdict,
    apply_reviews,
    draft_addition,
    draft_review,
    sign,
    sign_undoing,
)
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
    Part,
    Participant,
    Place,
    Record,
    Reviewed,
    Span,
    Spans,
    Statement,
    Term,
    Time,
    Trigger,
    cut,
    document_id,
)

DEPOT = (
    "Envoy Lena Marsh told reporters on Monday that the ceasefire would hold until 30 June.\n\n"
    "She said that rebels had shelled the grain depot in Oslo in 1994 and killed 12 dockers.\n\n"
    "The union says that Karl Voss denied that police had raided its office.\n\n"
    "Voss promised to visit Bergen.\n"
)
PARTS: tuple[Part, ...] = ("entities", "mentions", "times", "places", "statements", "events", "terms", "figures")


def at(words: str) -> Spans:
    """The first place of words in the text."""
    return (cut(DEPOT, DEPOT.index(words), DEPOT.index(words) + len(words)),)


def who(words: str, entity: str | None = None) -> Participant:
    return Participant(at(words), entity)


def depot(version: str = "1") -> Record:
    """A record of claims at first and second hand, with a term and a figure.

    `s1` Marsh: the ceasefire holds until June (`x1`). `s2` She: rebels shelled (`e1`) and killed 12 (`e2`, `f1`). `s3`
    the union: `s4`, Voss denied that police raided (`e3`). `s5` Voss promised (`e4`) to visit (`e5`).
    """
    entities = (
        Entity("n1", "Lena Marsh", "person", "NOR", "GOV", "envoy", None, ("m1", "m2")),
        Entity("n2", "rebels", "armed-force", None, "REB", mentions=("m3",)),
        Entity("n3", "The union", "organisation", mentions=("m4",)),
        Entity("n4", "Karl Voss", "person", mentions=("m5", "m6")),
    )
    mentions = (
        Mention("m1", "name", at("Lena Marsh"), "n1"),
        Mention("m2", "pronoun", at("She"), "n1"),
        Mention("m3", "nominal", at("rebels"), "n2"),
        Mention("m4", "nominal", at("The union"), "n3"),
        Mention("m5", "name", at("Karl Voss"), "n4"),
        Mention("m6", "name", (cut(DEPOT, DEPOT.rindex("Voss"), DEPOT.rindex("Voss") + 4),), "n4"),
    )
    times = (
        Time("t1", at("Monday"), "point", "2024-04-29", "2024-05-02", "Monday before 2024-05-02 = 2024-04-29"),
        Time("t2", at("until 30 June"), "interval", "../2024-06-30"),
        Time("t3", at("1994"), "interval", "1994"),
    )
    places = (
        Place("p1", at("Oslo"), "Oslo", "NOR", 59.9127, 10.7461, 3143244, "PPLC", precision_km=12.0),
        Place("p2", at("Bergen"), "Bergen", "NOR", 60.3929, 5.3241, 3161732, "PPLA", precision_km=9.0),
    )
    voss = Participant(mentions[5].spans, "n4")
    statements = (
        Statement("s1", who("Envoy Lena Marsh", "n1"), Cue(at("told")),
                  Content(at("that the ceasefire would hold until 30 June")), "indirect", 0.9, "assert",
                  who("reporters"), None, "t1"),
        Statement("s2", who("She", "n1"), Cue(at("said")),
                  Content(at("that rebels had shelled the grain depot in Oslo in 1994 and killed 12 dockers")),
                  "indirect", 0.8, "assert"),
        Statement("s3", who("The union", "n3"), Cue(at("says")),
                  Content(at("that Karl Voss denied that police had raided its office")), "indirect", 0.7, "assert"),
        Statement("s4", who("Karl Voss", "n4"), Cue(at("denied")), Content(at("that police had raided its office")),
                  "indirect", 0.6, "deny", None, "s3"),
        Statement("s5", voss, Cue(at("promised")), Content(at("to visit Bergen")), "indirect", 0.5, "promise"),
    )  # fmt: skip
    events = (
        Event("e1", "ASSAULT", Trigger(at("shelled")), "heavy-weapons", (who("rebels", "n2"),),
              (who("the grain depot"),), "t3", "p1", "s2", contexts=("military",)),
        Event("e2", "ASSAULT", Trigger(at("killed")), None, (who("rebels", "n2"),), (who("12 dockers"),),
              voice="s2"),
        Event("e3", "COERCE", Trigger(at("raided")), "seize", (who("police"),), (who("its office", "n3"),),
              voice="s4", status="not-happened"),
        Event("e4", "AGREE", Trigger(at("promised")), None, (voss,)),
        Event("e5", "CONSULT", Trigger(at("visit")), "visit", (voss,), (who("Bergen"),), None, "p2", "s5", "planned",
              "e4", False),
    )  # fmt: skip
    terms = (
        Term("x1", who("the ceasefire"), "ceasefire", "until", "t2", "s1", at("ceasefire would hold"), "2024-06-30"),
    )
    figures = (Figure("f1", at("12"), 12, 12, True, Counted(at("dockers"), "docker"), None, "s2", None),)
    document = Document(document_id(DEPOT), DEPOT, published="2024-05-02")
    return Record(
        document, Coder("stand-in", version), entities, mentions, times, places, statements, events, terms, figures
    )


def recoded(record: Record, *, without: Collection[str] = (), is_shifted: bool = False) -> Record:
    """The same text coded by another version: with other ids, without some items, contents shorter by their `that`."""
    less = record.without({part: [each.id for each in getattr(record, part) if each.id in without] for part in PARTS})
    moved = {part: tuple(_renamed(each, is_shifted) for each in getattr(less, part)) for part in PARTS}
    return replace(less, coder=Coder("stand-in", "2"), **moved)


def _renamed(value: Any, is_shifted: bool) -> Any:
    """A value with every id moved on by a hundred."""
    if isinstance(value, tuple):
        return tuple(_renamed(each, is_shifted) for each in value)
    if isinstance(value, Content) and is_shifted and value.spans[0].text.startswith("that "):
        first = value.spans[0]
        return Content((Span(first.start + 5, first.end, first.text[5:]), *value.spans[1:]))
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, Span):
        names = list(value.__dataclass_fields__)
        return type(value)(**{name: _renamed(getattr(value, name), is_shifted) for name in names})
    if isinstance(value, str) and value[1:].isdigit() and value[0] in "nmtpsexf":
        return f"{value[0]}{int(value[1:]) + 100}"
    return value


@dataclass
class Desk:
    """Somebody at work on one record: each decision is on the record as it stands after the ones before."""

    coded: Record
    reviews: list[Review] = field(default_factory=list)

    @property
    def applied(self) -> Applied:
        return apply_reviews(self.coded, self.reviews)

    @property
    def record(self) -> Record:
        return self.applied.record

    def decide(
        self,
        item: str,
        verdict: ReviewVerdict,
        name: str | None = None,
        value: Any = None,
        *,
        who: str = "ana",
        why: str = "so it says",
    ) -> Review:
        draft = draft_review(self.record, item, verdict, name, value, machine=self.coded)
        return self._keep(sign(draft, self.coded.document.id, who=who, why=why, **self._next()))

    def add(self, part: Part, *, who: str = "ana", **said: Any) -> Review:
        draft = draft_addition(self.record, part, said)
        return self._keep(sign(draft, self.coded.document.id, who=who, **self._next()))

    def undo(self, review: Review) -> Review:
        return self._keep(sign_undoing(review, who="bo", why="mistaken", **self._next()))

    def again(self, coding: Record) -> "Desk":
        """The same decisions on another coding."""
        return Desk(coding, list(self.reviews))

    def _next(self) -> dict[str, Any]:
        number = len(self.reviews) + 1
        return {"number": number, "when": f"2026-01-{number:02}T10:00:00+00:00"}

    def _keep(self, review: Review) -> Review:
        self.reviews.append(review)
        return review


def item(record: Record, name: str) -> Any:
    """The item of an id; the document for `document`."""
    if name in ("document", record.document.id):
        return record.document
    return next(each for part in PARTS for each in getattr(record, part) if each.id == name)


def ids(record: Record, part: Part) -> list[str]:
    return [each.id for each in getattr(record, part)]


def told(reviews: Iterable[Reviewed]) -> list[str]:
    """`s1.source correct` a review, in order."""
    return [f"{each.item}{'.' + each.field if each.field else ''} {each.verdict}" for each in reviews]


def words(spans: Sequence[Span]) -> str:
    return " … ".join(span.text for span in spans)
