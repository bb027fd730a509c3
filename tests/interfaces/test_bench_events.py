import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.records import port

from onrecord.codebooks.registry import load_registry
from onrecord.interfaces.cli.bench import bench
from onrecord.interfaces.cli.bench.event_cases import Coded, Involved, coded_events
from onrecord.interfaces.cli.bench.event_scores import RoleScore, Score, overlap, score


def run(tmp_path: Path, *lines: str, options: tuple[str, ...] = ()) -> Result:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return CliRunner().invoke(bench, ["events", str(file), *options])


def case(name: str, text: str, *events: dict[str, object], **fields: object) -> str:
    return json.dumps({"id": name, "text": text, "date": "2024-05-02", "events": events, **fields})


def event(
    kind: str, actor: str, country: str | None, recipient: str, other: str | None, *also: str
) -> dict[str, object]:
    return {
        "event_type": kind,
        "alt_types": list(also),
        "actors": [{"text": actor, "start": 0, "end": 1, "country": country, "sector": None}],
        "recipients": [{"text": recipient, "country": other}],
    }


ACCUSED = case("a", "France accused Rwanda of lying.", event("ACCUSE", "France", "FRA", "Rwanda", "RWA"), subset="one")
MET = case("b", "The moon rose.", event("CONSULT", "Norway", "NOR", "Chad", "TCD"), subset="two", suspect=True)


def test_the_last_line_has_the_four_figures(tmp_path: Path) -> None:
    done = run(tmp_path, ACCUSED, MET, options=("--misses",))
    assert done.exit_code == 0
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures == {"type_f1": 66.67, "actor_f1": 66.67, "recipient_f1": 66.67, "country": 66.67}
    assert "no event, expected CONSULT" in done.stdout
    assert "F1 by subset" in done.stdout


@pytest.mark.parametrize("options", [("--subset", "one"), ("--skip-suspect",)])
def test_some_cases_can_be_left_out(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = run(tmp_path, ACCUSED, MET, options=options)
    assert json.loads(done.stdout.splitlines()[-1])["type_f1"] == 100.0


def test_what_is_found_is_written_for_every_case(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(tmp_path, ACCUSED, MET, options=("--subset", "one", "-o", str(out)))
    first, second = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert first["id"] == "a"
    assert first["events"] == [
        {
            "event_type": "ACCUSE",
            "actors": [{"text": "France", "country": "FRA"}],
            "recipients": [{"text": "Rwanda", "country": "RWA"}],
        }
    ]
    assert second == {"id": "b", "events": []}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("no json", "line 2"),
        ("[]", "object"),
        (case("a", "The moon rose."), "twice"),
        ('{"id": "c", "events": []}', "text"),
        (case("c", "The moon rose.", {"event_type": "FIGHT"}), "FIGHT"),
        (case("c", "The moon rose.", {"event_type": "AID", "actors": [{"country": "Chad"}]}), "three capital letters"),
        (case("c", "The moon rose.", {"event_type": "AID", "actors": "Chad"}), "no list|not a list"),
        (case("c", "The moon rose.", date="May"), "date"),
    ],
)
def test_a_line_that_is_no_case_is_named(tmp_path: Path, line: str, told: str) -> None:
    error = run(tmp_path, ACCUSED, line).exception
    assert "cases.jsonl, line 2" in str(error)
    assert any(each in str(error) for each in told.split("|"))


def test_a_file_without_cases_to_score_says_what_it_has(tmp_path: Path) -> None:
    assert "no cases" in str(run(tmp_path, "").exception)
    assert "one, two" in str(run(tmp_path, ACCUSED, MET, options=("--subset", "three")).exception)


def test_a_records_events_are_coded_as_plover_has_them() -> None:
    coded = coded_events(port(), load_registry())
    assert [each.type for each in coded] == ["CONSULT", "AGREE", "PROTEST"]
    assert coded[0].actors == (Involved("Minister Ana Roca", "NOR"),)
    assert coded[0].recipients == (Involved("Ivo Marek", "SRB"),)


def types(gold: list[Coded], found: list[str]) -> Score:
    return score([(gold, [Coded(kind) for kind in found])])


def test_an_alternative_counts_as_right_where_the_type_itself_is_not_found() -> None:
    gold = [Coded("AGREE", alternatives=("SUPPORT",))]
    assert types(gold, ["SUPPORT"]).types.f1 == 100
    both = types(gold, ["SUPPORT", "AGREE"])
    assert (both.types.right, both.types.wrong) == (1, 1)
    assert types(gold, ["SUPPORT"]).macro_f1 == 0


def test_quad_classes_are_right_where_only_the_type_is_wrong() -> None:
    scored = types([Coded("ASSAULT")], ["COERCE"])
    assert (scored.types.right, scored.quad.right, scored.detection.right, scored.same_quads) == (0, 1, 1, 1)


def role(gold: list[Involved], found: list[Involved]) -> RoleScore:
    counted = RoleScore()
    counted.add(gold, found)
    return counted


def test_each_phrase_matches_once_the_likest_first() -> None:
    gold = [Involved("the French army", "FRA"), Involved("army", None)]
    counted = role(gold, [Involved("an army", "FRA"), Involved("French army officers", "FRA")])
    assert (counted.overlap.right, counted.exact.right, counted.codes.right, counted.country.right) == (2, 1, 1, 1)


def test_where_the_gold_has_no_words_nothing_is_said_of_words() -> None:
    counted = role([Involved(None, "FRA")], [Involved("Paris", "FRA")])
    assert (counted.overlap.wrong, counted.country.right) == (0, 1)
    spared = role(
        [Involved(None, "FRA"), Involved("Rwanda", "RWA")], [Involved("Paris", "FRA"), Involved("Chad", None)]
    )
    assert (spared.overlap.wrong, spared.overlap.missed) == (1, 1)


def test_an_overlap_asks_for_content_words_of_a_phrase_not_too_long() -> None:
    assert overlap("the president of France", "France") == 1
    assert overlap("the city of Lyon", "the city of Nantes") == 0.5
    assert overlap("of the", "of the") == 1
    assert overlap("France", "France " + "and " * 12) == 0
