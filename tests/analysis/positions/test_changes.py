"""What counts as a change of position, and what does not."""

import pytest
from tests.said import said

from onrecord.analysis import Change, find_changes, gather


def changes(before: str, after: str) -> list[Change]:
    return list(find_changes(gather([said(before, "2024-01-10"), said(after, "2024-06-20")])))


def told(before: str, after: str) -> list[str]:
    return [f"{change.kind}: {change.why}" for change in changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("Roca | said | “We will join the lake union.” | promise", "Roca | said | “We won’t join the lake union.” | refuse", "reversed: will join → won’t join"),
        ("Roca | opposes | the toll on lorries | refuse", "Roca | now supports | the toll on lorries | support", "reversed: opposes → now supports"),
        ("Roca | refused | to hand over the maps | refuse", "Roca | agreed | to hand over the maps | agree", "reversed: refused … hand → agreed … hand"),
        ("Roca | said | the plan is acceptable | agree", "Roca | said | the plan is not acceptable | refuse", "reversed: is acceptable → is not acceptable"),
        ("Roca | said | our guards will stay on the bridge | promise", "Roca | said | our guards will leave the bridge | announce", "reversed: will stay → will leave"),
        ("Roca | said | there will be a parade | announce", "Roca | said | there will be no parade | announce", "reversed: will be a parade → will be no parade"),
        ("Roca | called | the toll “a blessing” | praise", "Roca | called | the toll “a theft” | criticise", "reversed: the toll “a blessing” → the toll “a theft”"),
        ("Roca | said | the ferrymen must pay the toll | demand", "Roca | said | the ferrymen should pay the toll | propose", "softened: must pay → should pay"),
        ("Roca | said | “We will never sell the ferry.” | refuse", "Roca | said | “We will not sell the ferry for now.” | refuse", "softened: will never sell → will not sell"),
        ("Roca | threatened | to close the lock | threaten", "Roca | said | he had no plans to close the lock | assert", "softened: threatened … close → had no plans to close"),
        ("Roca | asked for | the return of the boats | request", "Roca | demanded | the return of the boats | demand", "hardened: asked for → demanded"),
        ("Roca | said | the lake union may raise the toll | predict", "Roca | said | the lake union will raise the toll | predict", "hardened: may raise → will raise"),
        ("Roca | said | “We will open the lock.” | promise", "Roca | said | “We will open the lock if the ferrymen pay.” | promise", "condition added: will open → will open the lock if the ferrymen pay."),
        ("Roca | said | we will open the lock unless it freezes | promise", "Roca | said | we will open the lock | promise", "condition dropped: will open the lock unless it freezes → will open"),
        ("Roca | promised | 30 boats for the ferrymen | promise", "Roca | promised | twelve boats for the ferrymen | promise", "number changed: 30 boats → twelve boats"),
        ("Roca | said | the lock will open by March | announce", "Roca | said | the lock will open by the end of June | announce", "date changed: by March → by the end of June"),
        ("Roca | admitted | that the pilot had been drunk | concede", "Roca | denied | that the pilot had been drunk | deny", "denied: admitted → denied"),
        ("Roca | denied | that the pilot had been drunk | deny", "Roca | conceded | that the pilot had been drunk | concede", "admitted: denied → conceded"),
        ("Roca | demanded | the return of the boats | demand", "Roca | thanked | the ferrymen for the return of the boats | thank", "act changed: demanded → thanked"),
    ],
)  # fmt: skip
def test_each_kind_of_change_is_told_in_the_words_of_both(before: str, after: str, change: str) -> None:
    assert told(before, after) == [change]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Roca | said | We will not join the lake union this year. | refuse", "Roca | said | We will join the lake union next year. | promise"),
        ("Roca | said | We will not join the lake union yet. | refuse", "Roca | said | We will join the lake union. | promise"),
        ("Roca | said | We will not join the old union. | refuse", "Roca | said | We will join a new union. | promise"),
        ("Roca | said | The ferrymen say that we will not open the lock. | assert", "Roca | said | We will open the lock. | promise"),
        ("Roca | said | “I never said that we would open the lock.” | deny", "Roca | said | “We would open the lock.” | promise"),
        ("Roca | said | I doubt that we will open the lock. | doubt", "Roca | said | We will not open the lock. | refuse"),
        ("Roca | said | We will sail because we will not wait. | announce", "Roca | said | We will wait. | announce"),
        ("Roca | said | if the ice holds we will walk home | announce", "Roca | said | we will not walk home | announce"),
        ("Roca | said | it would open the lock | promise", "Roca | said | they would not open the lock | predict"),
        ("Roca | opposes | a ban on eels | refuse", "Roca | supports | eels | support"),
        ("Roca | supports | the toll on lorries | support", "Roca | opposes | the toll on bicycles | refuse"),
        ("Roca | praised | Marek | praise", "Roca | criticised | Marek | criticise"),
        ("Roca | said | Marek must pay. | demand", "Roca | said | Stein should pay. | propose"),
        ("Roca | said | “We can only win together.” | assert", "Roca | said | “We cannot win.” | assert"),
        ("Roca | declined | to comment on the toll | refuse", "Roca | promised | to comment on the toll | promise"),
        ("Roca | said | some 30 boats were lost in the storm | assert", "Roca | said | 31 boats were lost in the storm | assert"),
        ("Roca | said | 30 boats crossed on Monday | assert", "Roca | said | 40 boats crossed on Friday | assert"),
        ("Roca | said | the lock will open in May | announce", "Roca | said | the lock will open on 3 May 2025 | announce"),
        ("Roca | said | the lock opened in May | assert", "Roca | said | the lock opened in June | assert"),
        ("Roca | denied | that nobody had been hurt | deny", "Roca | admitted | that somebody had been hurt | concede"),
        ("Roca | asked | whether the lock would open | ask", "Roca | said | the lock would not open | announce"),
        ("Roca | said | “Will we open the lock?” | ask", "Roca | said | “We will not open the lock.” | refuse"),
        ("Roca | said | we will open the lock when the ice melts | promise", "Roca | said | we will open the lock if the ice melts | promise"),
    ],
)  # fmt: skip
def test_what_is_about_something_else_or_open_is_no_change(before: str, after: str) -> None:
    assert told(before, after) == []
    assert told(after, before) == []


def test_the_decisive_words_slice_out_of_their_documents() -> None:
    (change,) = changes(
        "Roca | said | “We will join the lake union.” | promise",
        "Roca | said | “We won’t join the lake union.” | refuse",
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
