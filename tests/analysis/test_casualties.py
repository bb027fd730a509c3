"""Which figures tell how many an event killed, injured or arrested."""

import pytest

from onrecord.analysis import CasualtyFigures
from onrecord.record import (
    Coder,
    Content,
    Counted,
    Cue,
    Document,
    Event,
    Figure,
    Record,
    Statement,
    Trigger,
    cut,
    document_id,
)


def told(
    text: str, trigger: str, number: str, counts: str | None, *, type_: str = "ASSAULT", unit: str | None = None
) -> str:
    """Which casualties of the event the figure tells; empty for none."""

    def at(words: str) -> tuple[object, ...]:
        return (cut(text, text.index(words), text.index(words) + len(words)),)

    counted = Counted(at(counts), counts) if counts else None  # type: ignore[arg-type]
    figure = Figure("f1", at(number), 3, 3, True, counted, unit)  # type: ignore[arg-type]
    event = Event("e1", type_, Trigger(at(trigger)))  # type: ignore[arg-type]
    record = Record(Document(document_id(text), text), Coder("stand-in", "1"), events=(event,), figures=(figure,))
    found = CasualtyFigures(record).of(event)
    return " ".join(what for what in ("dead", "injured", "arrested") if getattr(found, what))


@pytest.mark.parametrize(
    ("text", "trigger", "number", "counts", "expected"),
    [
        ("The shelling killed three people.", "shelling", "three", "people", "dead"),
        ("They attacked, killing three.", "attacked", "three", None, "dead"),
        ("Three villagers were killed in the attack.", "attack", "Three", "villagers", "dead"),
        ("The attack left three dead.", "attack", "three", "dead", "dead"),
        ("In the raid three have been wounded.", "raid", "three", None, "injured"),
        ("The raid injured some three people.", "raid", "three", "people", "injured"),
        ("The attack hit three villages.", "attack", "three", "villages", ""),
        ("Three soldiers attacked and killed a man.", "attacked", "Three", "soldiers", ""),
        ("They attacked. Elsewhere a storm killed three.", "attacked", "three", None, ""),
    ],
)
def test_a_figure_says_itself_what_it_counts(
    text: str, trigger: str, number: str, counts: str | None, expected: str
) -> None:
    assert told(text, trigger, number, counts) == expected


def test_arrests_are_of_coercion() -> None:
    assert told("Police detained three men.", "detained", "three", "men", type_="COERCE") == "arrested"
    assert told("They met after police detained three men.", "met", "three", "men", type_="CONSULT") == ""


def test_a_measure_counts_nobody() -> None:
    assert told("The attack killed three tonnes.", "attack", "three", None, unit="tonne") == ""


def test_another_voices_number_is_not_the_documents() -> None:
    text = "They shelled the port, and Stein said it killed three."
    shelled, three, said = (text.index(each) for each in ("shelled", "three", "said"))
    content = cut(text, said + 5, len(text) - 1)
    statement = Statement("s1", None, Cue((cut(text, said, said + 4),)), Content((content,)), "indirect")
    figure = Figure("f1", (cut(text, three, three + 5),), 3, 3, True, voice="s1")
    event = Event("e1", "ASSAULT", Trigger((cut(text, shelled, shelled + 7),)))
    record = Record(
        Document(document_id(text), text), Coder("stand-in", "1"),
        statements=(statement,), events=(event,), figures=(figure,),
    )  # fmt: skip
    assert CasualtyFigures(record).of(event).dead is None


def test_a_number_is_given_to_the_nearest_event_only() -> None:
    text = "They abducted a boy and shelled the port, killing three."
    abducted, shelled, three = (text.index(each) for each in ("abducted", "shelled", "three"))
    first = Event("e1", "ASSAULT", Trigger((cut(text, abducted, abducted + 8),)))
    second = Event("e2", "ASSAULT", Trigger((cut(text, shelled, shelled + 7),)))
    figure = Figure("f1", (cut(text, three, three + 5),), 3, 3, True)
    record = Record(
        Document(document_id(text), text), Coder("stand-in", "1"), events=(first, second), figures=(figure,)
    )
    figures = CasualtyFigures(record)
    assert figures.of(second).dead == figure
    assert figures.of(first).dead is None
