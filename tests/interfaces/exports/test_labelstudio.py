"""Label Studio's tasks, read back into the record that they came from."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from tests.records import port
from tests.strange import TEXT, entry, strange

from onrecord.analysis import Entry
from onrecord.interfaces.exports import labelstudio
from onrecord.interfaces.exports.labelstudio.configuration import configuration
from onrecord.record import Record

Result = list[dict[str, Any]]


def task(path: Path, record: Record) -> dict[str, Any]:
    labelstudio.write([Entry(record)], path)
    (found,) = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture
def tasks(tmp_path: Path) -> dict[str, Any]:
    return task(tmp_path / "tasks.json", strange())


@pytest.fixture
def predicted(tasks: dict[str, Any]) -> Result:
    result: Result = tasks["predictions"][0]["result"]
    return result


def regions(result: Result) -> dict[str, dict[str, Any]]:
    return {each["id"]: each["value"] for each in result if each["type"] == "labels"}


def words(result: Result, region: str) -> list[str]:
    """The stretches of a region and of those that continue it."""
    found = [regions(result)[region]["text"]]
    following = related(result, "continues", region)
    return found + (words(result, following[0]) if following else [])


def related(result: Result, label: str, region: str) -> list[str]:
    return [
        each["to_id"]
        for each in result
        if each["type"] == "relation" and each["labels"] == [label] and each["from_id"] == region
    ]


def chosen(result: Result, region: str) -> dict[str, str]:
    return {
        each["from_name"]: each["value"]["choices"][0]
        for each in result
        if each["type"] == "choices" and each["id"] == region
    }


@pytest.mark.parametrize("record", [strange(), port()])
def test_offsets_are_code_points_as_python_counts(tmp_path: Path, record: Record) -> None:
    data = task(tmp_path / "a.json", record)
    for result in [each["result"] for each in data["predictions"] + data["annotations"]]:
        for value in regions(result).values():
            assert data["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_the_text_is_kept_as_it_is(tasks: dict[str, Any]) -> None:
    assert tasks["data"]["text"] == TEXT
    assert "<b>stall</b> &lt;again&gt;" in tasks["data"]["text"]


def test_a_task_has_the_keys_that_label_studio_imports(tasks: dict[str, Any]) -> None:
    assert list(tasks) == ["data", "predictions", "annotations"]
    assert list(tasks["predictions"][0]) == ["model_version", "result"]
    assert tasks["predictions"][0]["model_version"] == "stand-in 1 attribution=abc"


def test_statements_come_back_with_their_roles(predicted: Result) -> None:
    for statement in strange().statements:
        region = f"statements.{statement.id}"
        assert words(predicted, region) == [span.text for span in statement.content.spans]
        assert chosen(predicted, region).get("quotation") == statement.quotation
        assert chosen(predicted, region).get("act") == statement.act
        for role, filled in (("source", statement.source), ("cue", statement.cue), ("addressee", statement.addressee)):
            assert [words(predicted, each) for each in related(predicted, role, region)] == (
                [[span.text for span in filled.spans]] if filled else []
            )


def test_a_statement_says_within_which_it_stands(predicted: Result) -> None:
    assert related(predicted, "within", "statements.s3") == ["statements.s1"]


def test_whoever_is_meant_is_the_entitys_first_mention(predicted: Result) -> None:
    assert related(predicted, "refers", "statements.s1.source") == ["mentions.m1"]
    assert related(predicted, "refers", "mentions.m2") == ["mentions.m1"]


def test_events_come_back_with_their_roles(tmp_path: Path) -> None:
    result = task(tmp_path / "a.json", port())["predictions"][0]["result"]
    for event in port().events:
        region = f"events.{event.id}"
        assert words(result, region) == [span.text for span in event.trigger.spans]
        told = {"type": event.type, "status": event.status} | ({"mode": event.mode} if event.mode else {})
        assert chosen(result, region) == told
        assert related(result, "voice", region) == ([f"statements.{event.voice}"] if event.voice else [])
        assert related(result, "within", region) == ([f"events.{event.within}"] if event.within else [])
        for role, filled in (("actor", event.actors), ("recipient", event.recipients)):
            assert [words(result, each) for each in related(result, role, region)] == [
                [span.text for span in who.spans] for who in filled
            ]


def test_a_time_has_its_value(predicted: Result) -> None:
    values = [each["value"]["text"] for each in predicted if each.get("from_name") == "edtf"]
    assert values == [["2024-04-30"], ["../2025"]]


def test_what_a_person_corrected_or_added_is_no_prediction(predicted: Result) -> None:
    assert not {"events.e1", "places.p2"} & set(regions(predicted))
    assert {"statements.s1", "events.e2", "places.p1"} <= set(regions(predicted))


def test_each_person_has_an_annotation_of_what_they_decided(tasks: dict[str, Any]) -> None:
    lena, tomas = tasks["annotations"]
    main = [[region for region in regions(each["result"]) if region.count(".") == 1] for each in (lena, tomas)]
    assert main == [["statements.s1", "statements.s1+1", "events.e1"], ["places.p2"]]
    assert lena["created_at"] == "2024-05-02T10:00:02Z"


def test_a_region_says_what_was_decided_and_by_whom(tasks: dict[str, Any]) -> None:
    (event,) = [each for each in tasks["annotations"][0]["result"] if each.get("id") == "events.e1" and "meta" in each]
    assert event["meta"]["text"][-1].startswith("status corrected by Lena Brück")


def test_relations_are_between_regions_that_are_there(tasks: dict[str, Any]) -> None:
    for result in [each["result"] for each in tasks["predictions"] + tasks["annotations"]]:
        for each in result:
            if each["type"] == "relation":
                assert {each["from_id"], each["to_id"]} <= set(regions(result))


def test_parts_may_share_an_id(tmp_path: Path) -> None:
    record = strange()
    result = task(tmp_path / "a.json", record)["predictions"][0]["result"]
    assert len(regions(result)) == len([each for each in result if each["type"] == "labels"])


def test_the_configuration_lies_beside_the_tasks(tmp_path: Path) -> None:
    labelstudio.write([entry()], tmp_path / "tasks.json")
    assert (tmp_path / "tasks.config.xml").read_text(encoding="utf-8") == configuration()


@pytest.mark.parametrize("record", [strange(), port()])
def test_the_configuration_has_every_name_and_value(tmp_path: Path, record: Record) -> None:
    view = ET.fromstring(configuration())
    controls = {each.get("name"): each for each in view.iter() if each.get("toName") == "text"}
    texts = [each.get("name") for each in view.iter("Text")]
    relations = {each.get("value") for each in view.iter("Relation")}
    data = task(tmp_path / "a.json", record)
    for each in [one for told in data["predictions"] + data["annotations"] for one in told["result"]]:
        if each["type"] == "relation":
            assert set(each["labels"]) <= relations
            continue
        assert each["to_name"] in texts
        control = controls[each["from_name"]]
        assert control.tag.lower() == each["type"]
        if each["type"] in ("labels", "choices"):
            assert set(each["value"][each["type"]]) <= {value.get("value") for value in control}


def test_choices_are_tied_to_labels_that_there_are() -> None:
    view = ET.fromstring(configuration())
    labels = {each.get("value") for each in view.iter("Label")}
    assert {each.get("whenLabelValue") for each in view.iter() if each.get("whenLabelValue")} <= labels
