"""The lists of stance words."""

from onrecord.codebooks.acts import load_acts
from onrecord.codebooks.stances import load_act_stances, load_stance_words
from onrecord.codebooks.stems import stem


def test_every_act_of_the_list_of_stances_is_an_act() -> None:
    assert set(load_act_stances()) <= set(load_acts())


def test_the_longest_phrase_is_looked_for_first() -> None:
    phrases = [" ".join(words) for words, _ in load_stance_words().forces.beginning_with("be")]
    assert phrases == sorted(phrases, key=lambda phrase: -len(phrase.split()))


def test_groups_of_deeds_and_states_have_both_poles() -> None:
    groups: dict[str, set[int]] = {}
    for poles in load_stance_words().deeds.values():
        for each in poles:
            groups.setdefault(each.group, set()).add(each.pole)
    assert all(poles == {1, -1} for poles in groups.values())


def test_no_word_is_for_and_against_the_same() -> None:
    deeds = load_stance_words().deeds
    assert [word for word, poles in deeds.items() if len({each.group for each in poles}) < len(poles)] == []
    assert stem("lifting") in load_stance_words().turns
