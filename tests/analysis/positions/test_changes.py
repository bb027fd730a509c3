"""What counts as a change of position, and what does not."""

import pytest
from tests.said import said

from onrecord.analysis import Change, find_changes, gather


def changes(before: str, after: str) -> list[Change]:
    return list(find_changes(gather([said(f"Roca | {before}", "2024-01-10"), said(f"Roca | {after}", "2024-06-20")])))


def told(before: str, after: str) -> list[str]:
    return [f"{change.kind}: {change.why}" for change in changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            "said | “We will join the lake union.” | promise",
            "said | “We won’t join the lake union.” | refuse",
            "reversed: will join → won’t join",
        ),
        (
            "opposes | the toll on lorries | refuse",
            "now supports | the toll on lorries | support",
            "reversed: opposes → now supports",
        ),
        (
            "refused | to hand over the maps | refuse",
            "agreed | to hand over the maps | agree",
            "reversed: refused … hand → agreed … hand",
        ),
        (
            "said | the plan is acceptable | agree",
            "said | the plan is not acceptable | refuse",
            "reversed: is acceptable → is not acceptable",
        ),
        (
            "said | our guards will stay on the bridge | promise",
            "said | our guards will leave the bridge | announce",
            "reversed: will stay → will leave",
        ),
        (
            "said | there will be a parade | announce",
            "said | there will be no parade | announce",
            "reversed: will be a parade → will be no parade",
        ),
        (
            "called | the toll “a blessing” | praise",
            "called | the toll “a theft” | criticise",
            "reversed: the toll “a blessing” → the toll “a theft”",
        ),
        (
            "said | the ferrymen must pay the toll | demand",
            "said | the ferrymen should pay the toll | propose",
            "softened: must pay → should pay",
        ),
        (
            "said | “We will never sell the ferry.” | refuse",
            "said | “We will not sell the ferry for now.” | refuse",
            "softened: will never sell → will not sell",
        ),
        (
            "threatened | to close the lock | threaten",
            "said | he had no plans to close the lock | assert",
            "softened: threatened … close → had no plans to close",
        ),
        (
            "asked for | the return of the boats | request",
            "demanded | the return of the boats | demand",
            "hardened: asked for → demanded",
        ),
        (
            "said | the lake union may raise the toll | predict",
            "said | the lake union will raise the toll | predict",
            "hardened: may raise → will raise",
        ),
        (
            "said | “We will open the lock.” | promise",
            "said | “We will open the lock if the ferrymen pay.” | promise",
            "condition added: will open → will open the lock if the ferrymen pay.",
        ),
        (
            "said | we will open the lock unless it freezes | promise",
            "said | we will open the lock | promise",
            "condition dropped: will open the lock unless it freezes → will open",
        ),
        (
            "promised | 30 boats for the ferrymen | promise",
            "promised | twelve boats for the ferrymen | promise",
            "number changed: 30 boats → twelve boats",
        ),
        (
            "said | the lock will open by March | announce",
            "said | the lock will open by the end of June | announce",
            "date changed: by March → by the end of June",
        ),
        (
            "admitted | that the pilot had been drunk | concede",
            "denied | that the pilot had been drunk | deny",
            "denied: admitted → denied",
        ),
        (
            "denied | that the pilot had been drunk | deny",
            "conceded | that the pilot had been drunk | concede",
            "admitted: denied → conceded",
        ),
        (
            "demanded | the return of the boats | demand",
            "thanked | the ferrymen for the return of the boats | thank",
            "act changed: demanded → thanked",
        ),
    ],
)
def test_each_kind_of_change_is_told_in_the_words_of_both(before: str, after: str, change: str) -> None:
    assert told(before, after) == [change]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "said | We will not join the lake union this year. | refuse",
            "said | We will join the lake union next year. | promise",
        ),
        ("said | We will not join the lake union yet. | refuse", "said | We will join the lake union. | promise"),
        ("said | We will not join the old union. | refuse", "said | We will join a new union. | promise"),
        ("said | The ferrymen say that we will not open the lock. | assert", "said | We will open the lock. | promise"),
        ("said | “I never said that we would open the lock.” | deny", "said | “We would open the lock.” | promise"),
        ("said | I doubt that we will open the lock. | doubt", "said | We will not open the lock. | refuse"),
        ("said | We will sail because we will not wait. | announce", "said | We will wait. | announce"),
        ("said | if the ice holds we will walk home | announce", "said | we will not walk home | announce"),
        ("said | it would open the lock | promise", "said | they would not open the lock | predict"),
        ("opposes | a ban on eels | refuse", "supports | eels | support"),
        ("supports | the toll on lorries | support", "opposes | the toll on bicycles | refuse"),
        ("praised | Marek | praise", "criticised | Marek | criticise"),
        ("said | Marek must pay. | demand", "said | Stein should pay. | propose"),
        ("said | “We can only win together.” | assert", "said | “We cannot win.” | assert"),
        ("declined | to comment on the toll | refuse", "promised | to comment on the toll | promise"),
        ("said | some 30 boats were lost in the storm | assert", "said | 31 boats were lost in the storm | assert"),
        ("said | 30 boats crossed on Monday | assert", "said | 40 boats crossed on Friday | assert"),
        ("said | the lock will open in May | announce", "said | the lock will open on 3 May 2025 | announce"),
        ("said | the lock opened in May | assert", "said | the lock opened in June | assert"),
        ("denied | that nobody had been hurt | deny", "admitted | that somebody had been hurt | concede"),
        ("asked | whether the lock would open | ask", "said | the lock would not open | announce"),
        ("said | “Will we open the lock?” | ask", "said | “We will not open the lock.” | refuse"),
        (
            "said | we will open the lock when the ice melts | promise",
            "said | we will open the lock if the ice melts | promise",
        ),
    ],
)
def test_what_is_about_something_else_or_open_is_no_change(before: str, after: str) -> None:
    assert told(before, after) == []
    assert told(after, before) == []


def test_the_decisive_words_slice_out_of_their_documents() -> None:
    (change,) = changes(
        "said | “We will join the lake union.” | promise",
        "said | “We won’t join the lake union.” | refuse",
    )
    for words, side in ((change.words_before, change.before), (change.words_after, change.after)):
        text = side.hit.document.heading
        assert [text[span.start : span.end] for span in words] == [span.text for span in words]


YES = "Roca | said | “We will join the lake union.” | promise"
NO = "Roca | said | “We will not join the lake union.” | refuse"
ASIDE = "Roca | said | “The lake union has a lovely flag.” | praise"


def test_a_statement_is_held_against_the_nearest_one_on_its_matter() -> None:
    hits = [said(YES, "2024-01-01"), said(NO, "2024-02-01"), said(ASIDE, "2024-03-01"), said(YES, "2024-04-01")]
    found = find_changes(gather(hits))
    assert [(each.kind, each.before.published, each.after.published) for each in found] == [
        ("reversed", "2024-01-01", "2024-02-01"),
        ("reversed", "2024-02-01", "2024-04-01"),
    ]


@pytest.mark.parametrize(
    "later",
    [
        said(NO, "2024-01-01", document="another"),
        said(NO, "2024-01"),
        said(NO, None),
        said(NO, "2024-02-01", confidence=0.3),
        said(NO, "2024-02-01", within="s0"),
    ],
)
def test_one_day_no_date_little_confidence_and_second_hand_make_no_change(later: object) -> None:
    assert find_changes(gather([said(YES, "2024-01-01"), later])) == ()  # type: ignore[list-item]
