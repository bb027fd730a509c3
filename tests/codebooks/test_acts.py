"""Acts: a closed list with PLOVER's types, and every cue tells one of them."""

from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.codebooks import load_acts, plover_of
from onrecord.codebooks.acts import load_act_cues

CODEBOOKS = files("onrecord.codebooks")
# PLOVER's verbal types (its manual, draft 2.0); CONSULT is a meeting, no act of a statement.
VERBAL = {"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
# What carries another cue's noun or a speech, and tells no act by itself.
CARRIERS = {"light verb", "medium"}
PARTS = {"passive verb": "verb", "view": "noun"}


def rows(name: str) -> list[list[str]]:
    lines = (CODEBOOKS / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith(("#", "act\t", "lemma\t"))]


def test_every_act_is_listed_once_with_a_meaning_and_a_verbal_type_or_none() -> None:
    acts = load_acts().values()
    assert len(acts) == len(rows("acts.tsv"))
    for act in acts:
        assert act.meaning
        assert act.plover is None or act.plover in VERBAL
        assert act.denied is None or act.denied in load_acts()


def test_every_cue_has_an_act() -> None:
    told = load_act_cues().acts
    cues = [(PARTS.get(part, part), lemma) for lemma, part, _ in rows("cues.tsv") if part not in CARRIERS]
    assert len(cues) > 600
    assert [cue for cue in cues if cue not in told] == []


def test_every_word_tells_one_act_of_the_list_a_frame() -> None:
    entries = [(part, frame, word) for _, part, frame, words in rows("act_cues.tsv") for word in words.split(", ")]
    assert sorted(set(entries)) == sorted(entries)
    assert {act for act, *_ in rows("act_cues.tsv")} == set(load_acts())


@pytest.mark.parametrize(
    ("act", "plover"),
    [("demand", "REQUEST"), ("apologise", "CONCEDE"), ("refuse", "REJECT"), ("assert", None), (None, None)],
)
def test_an_act_has_its_plover_type_or_none(act: str | None, plover: str | None) -> None:
    assert plover_of(act) == plover


def test_docs_list_every_act_with_its_type() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
    for act in load_acts().values():
        assert (
            f"| `{act.name}` | {act.meaning} | {act.plover or ''} | {f'`{act.denied}`' if act.denied else ''} |" in docs
        )
