"""GeoJSON: what lies where, and what does not."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.records import port
from tests.strange import TEXT, entry, strange

from onrecord.analysis import Entry
from onrecord.interfaces.exports import geojson


def collection(path: Path, *entries: Entry) -> dict[str, Any]:
    geojson.write(entries, path)
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def features(tmp_path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = collection(tmp_path / "a.geojson", entry())["features"]
    return found


def of(features: list[dict[str, Any]], kind: str, place: str) -> dict[str, Any]:
    (found,) = [each for each in features if (each["properties"]["kind"], each["properties"]["place"]) == (kind, place)]
    return found


def test_a_collection_has_the_members_of_rfc_7946(tmp_path: Path) -> None:
    whole = collection(tmp_path / "a.geojson", entry())
    assert set(whole) == {"type", "features"}
    assert whole["type"] == "FeatureCollection"
    for feature in whole["features"]:
        assert list(feature) == ["type", "id", "geometry", "properties"]
        assert feature["type"] == "Feature"


def test_of_nothing_the_collection_is_empty(tmp_path: Path) -> None:
    assert collection(tmp_path / "a.geojson") == {"type": "FeatureCollection", "features": []}


def test_a_position_is_longitude_then_latitude(features: list[dict[str, Any]]) -> None:
    assert of(features, "place", "Sukhumi")["geometry"] == {"type": "Point", "coordinates": [40.9893, 43.00697]}


def test_an_area_has_no_point_and_says_so(features: list[dict[str, Any]]) -> None:
    area = of(features, "event", "Abkhazia")
    assert area["geometry"] is None
    assert (area["properties"]["location"], area["properties"]["precision_km"]) == ("area", 52.0)


def test_a_polity_keeps_its_code_and_names_its_claimants(features: list[dict[str, Any]]) -> None:
    properties = of(features, "place", "Abkhazia")["properties"]
    assert properties["country"] == "GE-AB"
    assert properties["polity"] == {"name": "Abkhazia", "claimants": ["GEO"]}


def test_a_claim_says_whose_it_is(features: list[dict[str, Any]]) -> None:
    assert of(features, "event", "Sukhumi")["properties"]["voice"] == ["Roca’s aide"]


def test_what_the_document_reports_has_no_voice(features: list[dict[str, Any]]) -> None:
    assert of(features, "event", "Abkhazia")["properties"]["voice"] is None


def test_the_words_are_where_the_spans_say(features: list[dict[str, Any]]) -> None:
    for feature in features:
        for span in [*feature["properties"].get("spans", []), *feature["properties"]["place_spans"]]:
            assert TEXT[span["start"] : span["end"]] == span["text"]


def test_people_and_the_coder_are_told_apart(features: list[dict[str, Any]]) -> None:
    corrected = of(features, "event", "Sukhumi")["properties"]
    assert corrected["made_by"] == "person"
    assert [(each["who"], each["field"], each["was"]) for each in corrected["reviews"]] == [
        ("Lena Brück", "status", '"possible"')
    ]
    assert of(features, "place", "Abkhazia")["properties"]["made_by"] == "person"
    assert of(features, "place", "Sukhumi")["properties"]["made_by"] == "coder"


def test_an_event_without_a_place_is_left_out(tmp_path: Path) -> None:
    features = collection(tmp_path / "a.geojson", Entry(port()))["features"]
    assert [each["properties"]["kind"] for each in features] == ["event", "event", "place", "place"]


def test_the_number_of_features_is_given(tmp_path: Path) -> None:
    assert geojson.write([entry(), Entry(port())], tmp_path / "a.geojson") == 8


def test_ids_are_of_the_content(tmp_path: Path) -> None:
    one, other = (collection(tmp_path / name, entry())["features"] for name in ("a", "b"))
    assert [each["id"] for each in one] == [each["id"] for each in other]
    assert len({each["id"] for each in one}) == len(strange().places) + 2
