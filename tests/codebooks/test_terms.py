"""The lists of matters and of words of quantity."""

from pathlib import Path

from onrecord.codebooks.figures import load_quantity_words
from onrecord.codebooks.terms import load_matter_nouns, load_matters, load_term_verbs

RECORD = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")


def test_the_documentation_lists_every_matter_with_its_meaning() -> None:
    assert [f"| `{each.name}` | {each.meaning} |" in RECORD for each in load_matters().values()] == [True] * len(
        load_matters()
    )


def test_every_matter_has_nouns_and_a_longer_noun_goes_first() -> None:
    nouns = [noun for each in load_matter_nouns().values() for noun in each]
    assert {noun.matter.name for noun in nouns} == set(load_matters())
    assert [noun.words for noun in load_matter_nouns()["embargo"]] == [("arms", "embargo"), ("embargo",)]


def test_a_verb_is_told_from_its_longer_forms() -> None:
    verbs = load_term_verbs()
    assert "ends" in verbs["subject", "run"]["out"]
    assert "ends" not in verbs["subject", "run"][""]
    assert "begins" in verbs["subject", "come"]["force"]


def test_vague_numbers_have_ranges_that_rise() -> None:
    vague = load_quantity_words().vague
    assert vague[("dozens",)] == (24, 99)
    assert all(low < high for low, high in vague.values())
