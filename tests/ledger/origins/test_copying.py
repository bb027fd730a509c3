"""What two reports are to each other."""

import pytest
from tests.ledger.origins.reports import OWN, WIRE, related, report, shown

from onrecord.ledger.origins import Credit, Report
from onrecord.ledger.origins.copying import is_earlier

TITLE, LEAD, CROWD, QUOTE, LINE = WIRE.split("\n\n")
EDITED = "\n\n".join(
    [
        "No sailing today",
        CROWD.replace("Some three hundred", "About 280").replace("volunteers of the parish", "neighbours"),
        LINE.replace("denied that it owed anything", "rejected the claim").replace("vessel", "ship"),
        "Buses were laid on for schoolchildren, and the bakery in the upper town opened two hours early.",
        QUOTE,
    ]
)
COPIES = {
    "word for word": (WIRE, "copy"),
    "under another headline": (WIRE.replace(TITLE, "Passengers stranded"), "copy"),
    "cut from its end": ("\n\n".join([TITLE, LEAD, CROWD]), "copy"),
    "with another dateline": (WIRE.replace("TARN, 4 May 2024 (Northern Wire) – ", "By our staff\n\n"), "copy"),
    "in other words here and there": (EDITED, "edited"),
    "a paragraph of it in one's own report": (f"{OWN}\n\n{CROWD}\n\nMore ferries are expected.", "excerpt"),
    "only what both heard": (OWN, "quoted"),
    "nothing": ("The council of Ombra voted for a new well on Friday. Nobody spoke against it.", "unrelated"),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_relation_is_told_by_what_is_shared(name: str) -> None:
    text, kind = COPIES[name]
    relation = related(report(1, WIRE, "Northern Wire", "2024-05-04"), report(2, text, "Post", "2024-05-05"))
    assert relation.kind == kind
    assert related(report(2, text, "Post", "2024-05-05"), report(1, WIRE, "Northern Wire", "2024-05-04")).kind == kind


def test_what_two_reporters_heard_is_kept_apart_from_what_one_copied() -> None:
    relation = related(report(1, WIRE), report(2, OWN))
    assert relation.copied == ()
    assert "No fee, no sea" in shown(relation.quotations)[0]
    assert relation.reasons == ("only quotations are shared",)


def test_the_same_words_not_known_as_quoted_are_prose() -> None:
    unmarked = QUOTE.replace("“", "").replace("”", "")
    assert related(Report(1, WIRE.replace(QUOTE, unmarked)), Report(2, OWN)).kind == "excerpt"


def test_a_formula_before_a_quotation_tells_of_no_copying() -> None:
    formula = "Speaking to reporters at a news conference in the capital, the official said: "
    quote = "“There is no fuel, there is no bread, and there is no plan for either of them.”"
    left = f"Fuel ran out in the north on Monday and queues formed at dawn.\n\n{formula}{quote}"
    right = f"Bakeries shut their doors while the cabinet met behind closed ones.\n\n{formula}{quote}"
    assert related(report(1, left), report(2, right)).kind == "quoted"


def test_a_speech_printed_by_two_is_a_copy_though_all_of_it_is_quoted() -> None:
    speech = "“" + "We came over the mountain with nothing but a kettle and a map, and the map was wrong. " * 3 + "”"
    assert related(report(1, f"The speech in full\n\n{speech}"), report(2, f"What she said\n\n{speech}")).kind == "copy"


def test_shares_are_of_each_one_s_own_prose() -> None:
    relation = related(report(1, WIRE), report(2, "\n\n".join([TITLE, LEAD, CROWD])))
    assert relation.right_share == 1.0
    assert 0.5 < relation.left_share < 0.8


@pytest.mark.parametrize(
    ("left", "right", "origin", "reason"),
    [
        (("Wire", "2024-05-04", ()), ("Post", "2024-05-05", ()), 1, "published 2024-05-04, the other 2024-05-05"),
        (("Wire", "2024-05-05", ()), ("Post", "2024-05-04", ()), 2, "published 2024-05-04, the other 2024-05-05"),
        (("Reuters", "2024-05-05", ()), ("Post", "2024-05-04", ("Reuters",)), 1, "the other credits Reuters"),
        (("Wire", "2024-05-04", ()), ("Post", "2024-05-04", ()), None, None),
        (("Wire", None, ()), ("Post", "2024-05-04", ()), None, None),
    ],
)
def test_who_was_first_is_told_by_credit_and_date(
    left: tuple[str, str | None, tuple[str, ...]],
    right: tuple[str, str | None, tuple[str, ...]],
    origin: int | None,
    reason: str | None,
) -> None:
    made = [
        report(number, WIRE, outlet, published, credits=tuple(Credit(name, "dateline") for name in credited))
        for number, (outlet, published, credited) in enumerate((left, right), 1)
    ]
    relation = related(*made)
    assert relation.origin == origin
    assert relation.reasons[1:] == ((reason,) if reason else ())


def test_of_one_day_what_lies_within_the_other_was_taken_from_it() -> None:
    relation = related(report(1, "\n\n".join([TITLE, LEAD, CROWD])), report(2, WIRE))
    assert (relation.origin, relation.opens_alike) == (2, True)


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        ("2024-05-02", "2024-05-03", True),
        ("2024-05-03", "2024-05-02", False),
        ("2024-05", "2024-05-02", False),
        ("2024-04", "2024-05-02", True),
        ("2024-05-02T10:00:00+02:00", "2024-05-02T09:00:00+00:00", True),
        ("2024-05-02T10:00:00", "2024-05-02T09:00:00+00:00", False),
        ("2024-05-02", "2024-05-02T09:00:00+00:00", False),
        (None, "2024-05-02", False),
    ],
)
def test_dates_are_compared_as_exactly_as_both_are(one: str | None, other: str | None, earlier: bool) -> None:
    assert is_earlier(one, other) is earlier
