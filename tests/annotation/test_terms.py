"""What a text says holds, from or until when, whose it is, and as whose word."""

import pytest
from tests.coded import code, words

from onrecord.annotation import DocumentCoder
from onrecord.annotation.terms.dates import end_of
from onrecord.record import Record

PUBLISHED = "2024-05-02"  # a Thursday


def terms(record: Record) -> list[str]:
    """`subject | matter bound date [status]` a term."""
    return [
        f"{words(each.subject.spans) if each.subject else '–'} | {each.matter} {each.bound} {each.edtf}"
        + (f" {each.status}" if each.status else "")
        for each in record.terms
    ]


CASES = [
    (
        "The Russian peacekeeping mission, whose mandate is until 2025, remains in place.",
        ["The Russian peacekeeping mission | mandate until 2025"],
    ),
    (
        "The mission in Kosovo, whose mandate ends in 2026, is small.",
        ["The mission in Kosovo | mandate until 2026"],
    ),
    ("The mandate of the mission runs out next month.", ["the mission | mandate until 2024-06"]),
    ("The president's term ends in 2027.", ["The president | term of office until 2027"]),
    ("The ceasefire expires on 10 June.", ["The ceasefire | ceasefire until 2024-06-10"]),
    ("Sanctions were extended until 15 September 2026.", ["Sanctions | sanctions until 2026-09-15"]),
    ("The EU extended its sanctions against Belarus until 2026.", ["Belarus | sanctions until 2026"]),
    ("The general gave the rebels until Friday to leave.", ["the rebels | ultimatum until 2024-05-03"]),
    ("Iran has until 5 June to reply.", ["Iran | deadline until 2024-06-05"]),
    ("The company must pay by the end of June.", ["The company | deadline by 2024-06-30"]),
    ("The army was ordered to leave by Friday.", ["The army | deadline by 2024-05-03"]),
    ("Parliament has set a deadline of 1 July for candidates.", ["candidates | deadline by 2024-07-01"]),
    ("The deadline passed on Sunday.", ["The deadline | deadline by 2024-04-28"]),
    (
        "The firm holds a licence valid from January 2024 to 2029.",
        ["The firm | licence from 2024-01", "The firm | licence until 2029"],
    ),
    (
        "A 30-day truce that began on Monday is holding.",
        ["A 30-day truce | ceasefire until 2024-05-29", "A 30-day truce | ceasefire from 2024-04-29"],
    ),
    ("The visa-free regime in force since 2015 will stay.", ["The visa-free regime | visa from 2015"]),
    ("The arms embargo lapses in October.", ["The arms embargo | embargo until 2024-10"]),
    ("The state of emergency was prolonged by 60 days.", ["The state of emergency | state of emergency until None"]),
    ("Parliament extended martial law for 90 days from 12 May.", ["martial law | state of emergency until 2024-08-10"]),
    ("The agreement takes effect on 3 June.", ["The agreement | agreement from 2024-06-03"]),
    ("She has been held since 4 March.", ["She | detention from 2024-03-04"]),
    ("The army shelled the town. The truce held. It ends on 15 July.", ["It | ceasefire until 2024-07-15"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_term_has_its_subject_matter_bound_and_date(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert terms(code(coder, text, PUBLISHED)) == expected


STATUSES = [
    ("If the mandate is not renewed by July, the troops will leave.", ["the mandate | mandate by 2024-07 possible"]),
    ("The truce could end on 10 June.", ["The truce | ceasefire until 2024-06-10 possible"]),
    (
        "The ministry wants the ban to be lifted by August.",
        ["the ban | ban until 2024-08 demanded"],
    ),
    ("The mandate was not extended until 2026.", ["The mandate | mandate until 2026 not-happened"]),
    ("The deadline of 10 June will not be met.", ["The deadline | deadline by 2024-06-10"]),
]


@pytest.mark.parametrize(("text", "expected"), STATUSES, ids=[text for text, _ in STATUSES])
def test_what_is_not_fixed_says_so(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert terms(code(coder, text, PUBLISHED)) == expected


NONE = [
    "The agreement of 1997 was praised on Monday.",
    "The mandate was renewed in December.",
    "By Friday thirty people had died.",
    "He was given eight months in jail.",
    "They met until Friday.",
    "The bank did not want her to act before June.",
    "The four-day convention was a success.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_times_bound_nothing(coder: DocumentCoder, text: str) -> None:
    assert terms(code(coder, text, PUBLISHED)) == []


def test_a_claim_is_nobodys_report(coder: DocumentCoder) -> None:
    record = code(coder, "The envoy said that the mandate expires in June. The truce ends in July.", PUBLISHED)
    assert [each.voice for each in record.terms] == ["s1", None]


def test_what_a_speaker_denies_is_not_fixed(coder: DocumentCoder) -> None:
    record = code(coder, "The minister denied that the mandate expires in June.", PUBLISHED)
    assert terms(record) == ["the mandate | mandate until 2024-06 not-happened"]


def test_an_end_that_was_reckoned_shows_the_count(coder: DocumentCoder) -> None:
    (until, _) = code(coder, "A 30-day truce that began on Monday is holding.", PUBLISHED).terms
    assert until.arithmetic == "2024-04-29 + P30D = 2024-05-29"


def test_a_term_tells_its_words_and_its_time(coder: DocumentCoder) -> None:
    record = code(coder, "The ceasefire expires on 10 June.", PUBLISHED)
    assert words(record.terms[0].spans) == "ceasefire expires"
    assert [words(each.spans) for each in record.times if each.id == record.terms[0].time] == ["10 June"]


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-04-29", "P2W", "2024-05-13"),
        ("2024-04", "P6M", "2024-10"),
        ("2024", "P10Y", "2034"),
        ("2024~", "P10Y", "2034"),
        ("2024", "P30D", None),
        ("2024-04-29", "PT48H", None),
        ("9999", "P9Y", None),
    ],
)
def test_an_end_is_as_fine_as_its_start(start: str, length: str, end: str | None) -> None:
    assert end_of(start, length) == end
