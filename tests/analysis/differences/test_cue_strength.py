"""Whether one cue is stronger than another."""

import pytest

from onrecord.analysis.differences.cue_strength import compare_cues


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("admitted", "said", "softened: taken for true → no side taken"),
        ("claimed", "said", "hardened: left open to doubt → no side taken"),
        ("said", "alleges", "softened: no side taken → left open to doubt"),
        ("demanded", "asked", "softened: demanded → asked"),
        ("has called for", "insists", "hardened: urged → demanded"),
        ("vowed", "hopes", "softened: vowed → wants to"),
        ("denied", "disputes", "softened: denied → disputed"),
        ("warned", "threatened", "hardened: warned → threatened"),
        ("said", "insisted", "hardened: said → insisted"),
        ("was told", "tells", None),
        ("said", "added", None),
        ("did not confirm", "said", None),
        ("sang", "said", None),
    ],
)
def test_a_shift_is_told_on_the_scale_that_both_share(before: str, after: str, told: str | None) -> None:
    shift = compare_cues(tuple(before.split()), tuple(after.split()))
    found = shift and f"{'hardened' if shift.is_harder else 'softened'}: {shift.line}"
    assert found == told
