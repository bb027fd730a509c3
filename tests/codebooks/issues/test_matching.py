"""Which issues words are on, by which phrase, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebooks.issues import Issue, IssueMatcher, load_issues
from onrecord.record import cut_all

ISSUES = (
    Issue(
        "troops",
        "Troops",
        ("withdraw ... troops", "foreign troops", "cease* fire"),
        excluded=("foreign troops museum",),
    ),
    Issue("bodies", "Bodies", ("the mission",), ("NATO", "WHO", "Minsk II", "sanctions")),
    Issue("status", "Status", ("status", "final status talks")),
)
MATCHER = IssueMatcher(ISSUES)


def found(words: str) -> list[str]:
    return [f"{match.issue}: {match.span.text}" for match in MATCHER.match(words)]


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("They withdrew their troops.", ["troops: withdrew their troops"]),
        ("withdrawing all of its remaining troops", ["troops: withdrawing all of its remaining troops"]),
        ("withdraw one and two and three of our troops", []),
        ("withdraw, he said, the troops", ["troops: withdraw, he said, the troops"]),
        ("They withdraw. The troops rest.", []),
        ("the foreign, troops", []),
        ("a ceasing fire, a ceased fire", ["troops: ceased fire"]),
        ("the Foreign Troops Museum and foreign troops", ["troops: foreign troops"]),
        ("who knows what NATO and the WHO want, and nato", ["bodies: NATO", "bodies: WHO"]),
        ("MINSK II and minsk ii", ["bodies: MINSK II"]),
        ("sanctions on a sanctioned bank", ["bodies: sanctions"]),
        ("final status talks on status", ["status: final status talks", "status: status"]),
        ("the missions", ["bodies: the missions"]),
        ("", []),
        ("…", []),
    ],
)
def test_phrases_are_found_in_all_forms_and_names_as_they_stand(words: str, matches: list[str]) -> None:
    assert found(words) == matches


def test_a_match_tells_the_phrase_as_it_is_written_in_the_file() -> None:
    assert [match.phrase for match in MATCHER.match("we withdraw our troops from NATO")] == [
        "withdraw ... troops",
        "NATO",
    ]


def test_places_count_in_the_document_and_no_phrase_runs_over_a_gap() -> None:
    text = "“Foreign,” he said, “troops and foreign troops.”"
    spans = cut_all(text, [(0, 10), (20, len(text))])
    matches = MATCHER.match_spans(spans)
    assert [text[match.span.start : match.span.end] for match in matches] == ["foreign troops"]


@given(st.text(alphabet=st.sampled_from("aeMNATO troopsithdw.,… ’'“İßé")))
def test_every_match_slices_to_its_own_words(words: str) -> None:
    assert all(words[match.span.start : match.span.end] == match.span.text for match in MATCHER.match(words))


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("Both sides want a truce before the vote of May.", {"ceasefire", "elections"}),
        ("The refinery burned for two days.", {"energy"}),
        ("She refused to recognise the breakaway republic.", {"recognition"}),
        ("The captive audience clapped.", set()),
        ("My sister grows tulips.", set()),
    ],
)
def test_the_default_issues_are_found_in_news(words: str, issues: set[str]) -> None:
    assert {match.issue for match in IssueMatcher(load_issues()).match(words)} == issues
