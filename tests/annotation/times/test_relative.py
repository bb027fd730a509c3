"""Relative expressions, on Thursday 2 May 2024 unless told otherwise; the tense decides which of two is meant."""

import pytest
from tests.coded import code

from onrecord.annotation import DocumentCoder

# Thursday
DAY = "2024-05-02"

CASES = [
    # days
    ("He left yesterday and returns tomorrow.", "yesterday=2024-05-01, tomorrow=2024-05-03"),
    ("Shelling resumed last night.", "last night=2024-05-01"),
    ("The vote was held this morning.", "this morning=2024-05-02"),
    ("She arrived the day before yesterday.", "the day before yesterday=2024-04-30"),
    ("He said on Tuesday that talks would resume on Friday.", "Tuesday=2024-04-30, Friday=2024-05-03"),
    ("The talks ended on Thursday.", "Thursday=2024-05-02"),
    ("The minister met them last Tuesday.", "last Tuesday=2024-04-30"),
    ("The two met last Thursday.", "last Thursday=2024-04-25"),
    ("They will meet next Thursday.", "next Thursday=2024-05-09"),
    ("They will meet this Saturday.", "this Saturday=2024-05-04"),
    ("They met this past Sunday.", "this past Sunday=2024-04-28"),
    ("Gunmen attacked the post at 10 p.m. on Monday.", "10 p.m. on Monday=2024-04-29"),
    ("It happened early on Tuesday.", "early on Tuesday=2024-04-30"),
    ("Police fired on the crowd late Wednesday.", "late Wednesday=2024-05-01"),
    ("The summit opens on Saturday.", "Saturday=2024-05-04"),
    ("The meeting scheduled for Monday was cancelled.", "Monday=2024-05-06"),
    ("The talks, due on Friday, may slip.", "Friday=2024-05-03"),
    ('"Call me on Friday," she said.', "Friday=2024-05-03"),
    ("The ceasefire of 30 April will hold.", "30 April=2024-04-30"),
    ("He plans to fly to Doha on Sunday.", "Sunday=2024-05-05"),
    ("The minister flew to Doha to attend talks on Sunday.", "Sunday=2024-04-28"),
    ("She is trying to recover from Monday's defeat.", "Monday=2024-04-29"),
    ("The army will answer Monday's attack.", "Monday=2024-05-06"),
    ("Envoys met on Tuesday last week.", "Tuesday last week=2024-04-23"),
    ("They will vote on Friday of next week.", "Friday of next week=2024-05-10"),
    # months and years
    ("He was arrested in March.", "March=2024-03"),
    ("He was arrested in November.", "November=2023-11"),
    ("The election will be held in November.", "November=2024-11"),
    ("The election is due in November.", "November=2024-11"),
    ("It was signed on 9 November.", "9 November=2023-11-09"),
    ("It expires on 1 September.", "1 September=2024-09-01"),
    ("He died last November.", "last November=2023-11"),
    ("He will resign next March.", "next March=2025-03"),
    ("The court ruled in May last year.", "May last year=2023-05"),
    ("The court will rule in May next year.", "May next year=2025-05"),
    ("They met on Monday 18 March.", "Monday 18 March=2024-03-18"),
    ("Last month the army withdrew; next month it will return.", "Last month=2024-04, next month=2024-06"),
    ("Prices doubled last year and will rise this year.", "last year=2023, this year=2024"),
    ("It fell late last year.", "late last year=2023"),
    ("The bridge was opened the year before last.", "the year before last=2022"),
    ("He resigned last summer.", "last summer=2023-22"),
    ("He will resign in the autumn.", "autumn=2024-23"),
    ("He came in the spring of last year.", "spring of last year=2023-21"),
    ("She was freed at Easter.", "Easter=2024-03-31"),
    ("Talks will resume before Christmas.", "before Christmas=../2024-12-25"),
    # weeks
    ("The two met last week.", "last week=2024-04-22/2024-04-28"),
    ("They will meet next week.", "next week=2024-05-06/2024-05-12"),
    ("Earlier this week, rebels took the town.", "Earlier this week=2024-04-29/2024-05-02"),
    ("They will meet later this week.", "later this week=2024-05-02/2024-05-05"),
    ("Earlier this month, rebels took the town.", "Earlier this month=2024-05"),
    ("Elections will be held later this year.", "later this year=2024"),
    ("Fighting broke out over the weekend.", "the weekend=2024-04-27/2024-04-28"),
    ("Talks will be held at the weekend.", "the weekend=2024-05-04/2024-05-05"),
    ("Voting takes place next weekend.", "next weekend=2024-05-11/2024-05-12"),
    # amounts off
    ("He was jailed two years ago.", "two years ago=2022"),
    ("He was jailed three months ago.", "three months ago=2024-02"),
    ("He was jailed ten days ago.", "ten days ago=2024-04-22"),
    ("He was jailed two weeks ago.", "two weeks ago=2024-04-18"),
    ("He was jailed a decade ago.", "a decade ago=2014"),
    ("It was half a century ago.", "half a century ago=1974"),
    ("The talks will resume in two weeks.", "two weeks=2024-05-16"),
    ("The bridge was built in two weeks.", "two weeks=P2W"),
    ("The vote is six months away.", "six months away=2024-11"),
    ("In the past three years, 40 were killed.", "the past three years=2021/2024"),
    ("Over the past six months, 40 were killed.", "the past six months=2023-11/2024-05"),
    ("Over the past year, 40 were killed.", "the past year=2023-05/2024-05"),
    ("In the next 48 hours, rain is expected.", "the next 48 hours=2024-05-02/2024-05-04"),
    ("It will be done in the coming days.", "the coming days=None"),
    ("Attacks have grown in recent weeks.", "recent weeks=None"),
    ("It happened several months ago.", "several months ago=None"),
    # bounds
    ("The truce was extended until next Friday.", "until next Friday=../2024-05-03"),
    ("He must leave by 1 June.", "by 1 June=../2024-06-01"),
    ("They must withdraw by the end of the year.", "by the end of the year=../2024-12-31"),
    ("They must withdraw by mid-August.", "by mid-August=../2024-08"),
    ("The city has been besieged since February.", "since February=2024-02/.."),
    ("He has been missing since Monday.", "since Monday=2024-04-29/.."),
    ("The ban will apply from Monday.", "from Monday=2024-05-06/.."),
    ("The ceasefire held until Tuesday.", "until Tuesday=../2024-04-30"),
    ("By Tuesday, 300 people had died.", "By Tuesday=../2024-04-30"),
    ("He agreed to leave by Tuesday.", "by Tuesday=../2024-05-07"),
    ("It must answer before midnight on Friday.", "before midnight on Friday=../2024-05-03"),
    # ranges
    ("Ministers will meet from Monday to Wednesday.", "from Monday to Wednesday=2024-05-06/2024-05-08"),
    ("It was held between 3 and 5 March.", "between 3 and 5 March=2024-03-03/2024-03-05"),
    ("The show is to run from April 23 through June 9.", "from April 23 through June 9=2024-04-23/2024-06-09"),
    ("It snowed from November to March.", "from November to March=2023-11/2024-03"),
    ("The office was closed from 2012 until earlier this year.", "from 2012 until earlier this year=2012/2024"),
    ("He will be away for the rest of the month.", "the rest of the month=2024-05-02/2024-05-31"),
    # reports from a time are not bounded by it
    ("He cited reports from 2020.", "2020=2020"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_relative_expression_counts_from_publication(rules: DocumentCoder, text: str, expected: str) -> None:
    assert told(rules, text, DAY) == expected


NARRATED = [
    ("Five died on Monday. The following day the army withdrew.", "Monday=2024-04-29, The following day=2024-04-30"),
    ("They met on 3 April. Three days later he resigned.", "3 April=2024-04-03, Three days later=2024-04-06"),
    ("He was shot on Monday, a day after the vote.", "Monday=2024-04-29, a day after=None"),
    ("He was shot a day after Monday's vote.", "a day after Monday=2024-04-30"),
    ("The war began in 2014. Two years later it spread.", "2014=2014, Two years later=2016"),
    ("In March 2021 he resigned. That month, the party split.", "March 2021=2021-03, That month=2021-03"),
    ("The war began in September 2020 and ended in November.", "September 2020=2020-09, November=2020-11"),
    ("Three days later he resigned.", "Three days later=None"),
    ("The war began in April 2021. A year on, it goes on.", "April 2021=2021-04, A year on=2022"),
    ("It ends five years after its extension in 2021.", "five years after its extension in 2021=2026"),
    ("The treaty was signed on 9 November 2020.\n\nIt expires in May.", "9 November 2020=2020-11-09, May=2024-05"),
    ("It would take office in January 2025 and face a vote in November.", "January 2025=2025-01, November=2025-11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NARRATED, ids=[case[0] for case in NARRATED])
def test_a_time_told_of_before_can_be_counted_from(rules: DocumentCoder, text: str, expected: str) -> None:
    assert told(rules, text, DAY) == expected


ANCHORS = [
    ("2024-05-02T23:30:00-05:00", "yesterday=2024-05-01, last month=2024-04, last year=2023, March=2024-03"),
    ("2024-05", "yesterday=None, last month=2024-04, last year=2023, March=2024-03"),
    ("2024", "yesterday=None, last month=None, last year=2023, March=None"),
    (None, "yesterday=None, last month=None, last year=None, March=None"),
    ("spring", "yesterday=None, last month=None, last year=None, March=None"),
]


@pytest.mark.parametrize(("published", "expected"), ANCHORS)
def test_no_more_is_resolved_than_the_anchor_allows(rules: DocumentCoder, published: str | None, expected: str) -> None:
    assert told(rules, "He spoke yesterday, last month, last year and in March.", published) == expected


LINES = [
    "KYIV, 9 Nov 2020 (AFP) - They met yesterday.",
    "NIAMEY, Niger, Nov. 9, 2020 (Harmattan News Agency) — They met yesterday.",
    "A headline\n\nPosted on 9 November 2020 by A. Writer\n\nThey met yesterday.",
    "9 November 2020\n\nThey met yesterday.",
]


@pytest.mark.parametrize("text", LINES)
def test_a_dateline_is_the_anchor_where_the_document_has_no_date(rules: DocumentCoder, text: str) -> None:
    assert told(rules, text, None).endswith("yesterday=2020-11-08")
    assert told(rules, text, DAY).endswith("yesterday=2024-05-01")


ARITHMETIC = [
    ("He came on Tuesday.", "Tuesday before 2024-05-02 (Thursday) = 2024-04-30"),
    ("He came on Thursday.", "Thursday on 2024-05-02 (Thursday) = 2024-05-02"),
    ("He came two weeks ago.", "2024-05-02 - 2 weeks = 2024-04-18"),
    ("He will come next month.", "2024-05 + 1 month = 2024-06"),
    ("He came in November.", "November on or before 2024-05-02 = 2023-11"),
    ("He came last week.", "week of 2024-05-02 - 1 week = 2024-04-22/2024-04-28"),
    ("Over the past three years, he came.", "2024 - 3 years = 2021/2024"),
    ("He came on 9 November 2020.", None),
]


@pytest.mark.parametrize(("text", "line"), ARITHMETIC)
def test_the_count_is_kept(rules: DocumentCoder, text: str, line: str | None) -> None:
    (time,) = code(rules, text, DAY).times
    assert time.arithmetic == line
    assert time.anchor == (DAY if line else None)


def test_a_count_from_another_time_names_that_time(rules: DocumentCoder) -> None:
    time = code(rules, "They met on 3 April 2021. Three days later he resigned.", DAY).times[1]
    assert (time.anchor, time.arithmetic) == ("2021-04-03", "2021-04-03 + 3 days = 2021-04-06")


def told(coder: DocumentCoder, text: str, published: str | None) -> str:
    return ", ".join(f"{time.spans[0].text}={time.edtf}" for time in code(coder, text, published).times)
