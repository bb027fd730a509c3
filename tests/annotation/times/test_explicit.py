"""Explicit expressions of time and their EDTF values."""

import pytest

from onrecord.annotation.times import find_times

CASES = [
    ("on 9 November 2020", "9 November 2020", "2020-11-09"),
    ("on 9th of November, 2020", "9th of November, 2020", "2020-11-09"),
    ("On Nov. 9, 2020, they met", "Nov. 9, 2020", "2020-11-09"),
    ("dated 2020-11-09.", "2020-11-09", "2020-11-09"),
    ("at 2020-11-09T10:00:00Z", "2020-11-09T10:00:00Z", "2020-11-09T10:00:00Z"),
    ("in March 2023", "March 2023", "2023-03"),
    ("the war of 1994", "1994", "1994"),
    ("until 2025", "until 2025", "../2025"),
    ("since 9 November 2020", "since 9 November 2020", "2020-11-09/.."),
    ("from 1994 to 2020", "from 1994 to 2020", "1994/2020"),
    ("in 2015–2018", "2015–2018", "2015/2018"),
    ("in 1998–99", "1998–99", "1998/1999"),
    ("between May 2019 and June 2020", "between May 2019 and June 2020", "2019-05/2020-06"),
    ("in the early 2000s", "the early 2000s", "200X"),
    ("signed on 9.11.2020", "9.11.2020", "2020-11-09"),
    ("signed on 25/9/2020", "25/9/2020", "2020-09-25"),
    ("Resolution 2254 (2015)", "2015", "2015"),
    ("on 25-Sep-2020", "25-Sep-2020", "2020-09-25"),
    ("the fourth of May 2020", "fourth of May 2020", "2020-05-04"),
    ("on Monday, 9 November 2020", "Monday, 9 November 2020", "2020-11-09"),
    ("at 10:30 p.m. on 9 November 2020", "10:30 p.m. on 9 November 2020", "2020-11-09"),
    ("on 9 November 2020 at 6 a.m. local time", "9 November 2020 at 6 a.m. local time", "2020-11-09"),
    ("the night of 9 November 2020", "the night of 9 November 2020", "2020-11-09"),
    ("in mid-August 2023", "mid-August 2023", "2023-08"),
    ("in late 2019", "late 2019", "2019"),
    ("at the end of 2019", "the end of 2019", "2019-12"),
    ("the first quarter of 2021", "the first quarter of 2021", "2021-01/2021-03"),
    ("Q3 2023", "Q3 2023", "2023-07/2023-09"),
    ("the second half of 2023", "the second half of 2023", "2023-07/2023-12"),
    ("the last three months of 2022", "the last three months of 2022", "2022-10/2022-12"),
    ("the first week of May 2023", "the first week of May 2023", "2023-05-01/2023-05-07"),
    ("the last Friday in October 2023", "the last Friday in October 2023", "2023-10-27"),
    ("the week of 13 November 2023", "the week of 13 November 2023", "2023-11-13/2023-11-19"),
    ("in the summer of 2019", "summer of 2019", "2019-22"),
    ("in the winter of 2019-20", "winter of 2019-20", "2019-24"),
    ("in the 19th century", "the 19th century", "18XX"),
    ("the late twentieth century", "the late twentieth century", "19XX"),
    ("in the '90s", "the '90s", "199X"),
    ("the eighties", "the eighties", "198X"),
    ("on Easter Sunday 2024", "Easter Sunday 2024", "2024-03-31"),
    ("on Christmas Day 2023", "Christmas Day 2023", "2023-12-25"),
    ("the 2020 war", "the 2020 war", "2020"),
    ("during the 1992 siege of Sarajevo", "the 1992 siege", "1992"),
    ("after the 2020 war", "after the 2020 war", "2020/.."),
    ("before Russia's 2022 full-scale invasion", "before Russia's 2022 full-scale invasion", "../2022"),
    ("since the 2014 annexation of Crimea", "since the 2014 annexation", "2014/.."),
    ("after the war of 1994", "after the war of 1994", "1994/.."),
    ("under the 1951 Refugee Convention", "1951", "1951"),
    ("pre-2014 levels", "pre-2014", "../2014"),
    ("post-2003 Iraq", "post-2003", "2003/.."),
    ("by 2030", "by 2030", "../2030"),
    ("no later than 15 March 2024", "no later than 15 March 2024", "../2024-03-15"),
    ("since the 1990s", "since the 1990s", "1990/.."),
    ("until the end of 2025", "until the end of 2025", "../2025-12-31"),
    ("since the beginning of 2023", "since the beginning of 2023", "2023-01-01/.."),
    ("three weeks before 9 November 2020", "three weeks before 9 November 2020", "2020-10-19"),
    ("from 3 to 5 May 2020", "from 3 to 5 May 2020", "2020-05-03/2020-05-05"),
    ("on May 3-5, 2020", "May 3-5, 2020", "2020-05-03/2020-05-05"),
    ("from March to May 2020", "from March to May 2020", "2020-03/2020-05"),
    ("November 2019 to March 2020", "November 2019 to March 2020", "2019-11/2020-03"),
    ("from November to March 2020", "from November to March 2020", "2019-11/2020-03"),
    ("the 2023/24 season", "2023/24", "2023/2024"),
    ("the 9/11 attacks", "9/11", "2001-09-11"),
    ("the October 7 attack", "October 7", "2023-10-07"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), CASES, ids=[case[0] for case in CASES])
def test_an_explicit_expression_has_its_words_and_value(text: str, words: str, edtf: str) -> None:
    assert [(time.spans[0].text, time.edtf) for time in find_times(text)] == [(words, edtf)]


SEVERAL = [
    ("on 3, 4 and 5 May 2020", ["3=2020-05-03", "4=2020-05-04", "5 May 2020=2020-05-05"]),
    ("on May 3, 4 and 5, 2020", ["May 3=2020-05-03", "4=2020-05-04", "5, 2020=2020-05-05"]),
    ("in 2014, 2015 and 2016", ["2014=2014", "2015=2015", "2016=2016"]),
    ("on 3 September and again on 21 September 2020", ["3 September=2020-09-03", "21 September 2020=2020-09-21"]),
    ("It began on 27 May 2020 and ended on 10 June.", ["27 May 2020=2020-05-27", "10 June=2020-06-10"]),
    ("In 2019, the two met twice: in March and in June.", ["2019=2019", "March=2019-03", "June=2019-06"]),
    ("the 1960s and 1970s", ["the 1960s=196X", "1970s=197X"]),
    ("On 9 May 2020 it ended. The next day they left.", ["9 May 2020=2020-05-09", "The next day=2020-05-10"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_dates_give_one_another_what_they_lack(text: str, expected: list[str]) -> None:
    assert [f"{time.spans[0].text}={time.edtf}" for time in find_times(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "signed on 3/4/2020", "on 31 February 2020", "on 9 November", "on Sept. 11", "yesterday", "last Tuesday",
        "two years ago", "in March", "this year", "the following day", "by the end of the month", "next summer",
    ],
)  # fmt: skip
def test_what_the_words_do_not_settle_has_no_value(text: str) -> None:
    assert [time.edtf for time in find_times(text)] == [None]


LEFT_ALONE = [
    "some 2019 people", "2,020 troops", "Room 1994", "it may 2020", "a 2020-strong force", "a crowd of 2019 people",
    "a 2000 year old tradition", "Resolution 1701", "France 24", "the March 23 Movement", "Black September",
    "5 October Street", "a long march", "he may come", "the sun rose", "a second vote", "in second place",
    "a 45-year-old man", "he is 45 years old", "aged 12 years", "24 hours a day", "seven days a week",
    "the Good Friday Agreement", "the Sunday Times", "the Daily Telegraph", "daily life", "Russia Today", "USA Today",
    "Christmas trees", "in his mid-60s", "a quarter of the voters", "at 10 p.m.", "from 10 p.m. to 6 a.m.", "at noon",
    "the day will come", "in the future", "one day he will", "Theresa May said", "a speech by Theresa May",
    "100 km per hour", "the Arab Spring", "the fall of Kabul", "until further notice", "since then", "Boeing 2020",
    "version 20.2020", "$2015", "2015%", "the fourth day of the offensive",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert find_times(text, "2024-05-02") == ()
