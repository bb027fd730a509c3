"""FollowTheMoney entities and the entries that they are."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.codebooks.registry import Entry, Office, Reading, load_registry, read_own
from onrecord.errors import RegistryError


def entity(key: str, schema: str, **properties: str | list[Any]) -> dict[str, Any]:
    values = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": values}


ADA = entity("ada", "Person", name=["Ada Quist", "Ада Квист"], nationality="no")
POST = entity("post", "Position", name="minister of trade", country="no")


def held(key: str = "held", **properties: str | list[Any]) -> dict[str, Any]:
    return entity(key, "Occupancy", **({"holder": "ada", "post": "post", "startDate": "2019-01-02"} | properties))


def read(folder: Path, *entities: dict[str, Any]) -> Reading:
    file = folder / "e.json"
    file.write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    return read_own(file, load_registry())


def entry(folder: Path, *entities: dict[str, Any]) -> Entry:
    return read(folder, *entities).entries[0]


def wrong(folder: Path, text: str) -> str:
    file = folder / "e.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RegistryError) as refused:
        read_own(file, load_registry())
    return str(refused.value).replace(f"{folder}/", "")


def test_a_person_keeps_names_country_ids_and_source(tmp_path: Path) -> None:
    person = entity(
        "Q5",
        "Person",
        name=["QUIST Ada", "Ада Квист"],
        alias="A. Quist",
        previousName="Ada Olm",
        weakAlias="Ada",
        citizenship="no",
        country=["no", "se"],
        topics=["role.pep", "role.judge"],
        wikidataId="Q5",
        sourceUrl="https://example.org/ada",
    )
    assert entry(tmp_path, person | {"caption": "Ada Quist"}) == Entry(
        "ftm:Q5",
        "Ada Quist",
        "person",
        "NOR",
        aliases=("QUIST Ada", "Ада Квист", "A. Quist", "Ada Olm"),
        ids=(("ftm", "Q5"), ("wikidata", "Q5")),
        source="https://example.org/ada",
    )


@pytest.mark.parametrize(
    ("schema", "topics", "kind", "country", "sectors"),
    [
        ("Organization", [], "organisation", "AUT", ()),
        ("Company", ["crime", "gov", "mil"], "organisation", "AUT", ()),
        ("PublicBody", ["gov.legislative"], "organisation", "AUT", ("LEG",)),
        ("LegalEntity", [], "organisation", "AUT", ()),
        ("Organization", ["pol.party"], "party", "AUT", ("PTY",)),
        ("Organization", ["gov.igo"], "international-organisation", "IGO", ()),
    ],
)
def test_a_body_is_what_its_schema_and_topics_say(
    tmp_path: Path, schema: str, topics: list[str], kind: str, country: str, sectors: tuple[str, ...]
) -> None:
    body = entry(tmp_path, entity("b", schema, name="Lake Board", jurisdiction="at", topics=topics))
    assert (body.kind, body.country, body.sectors) == (kind, country, sectors)


@pytest.mark.parametrize(
    ("dates", "term"),
    [
        ({"startDate": "2019-01-02", "endDate": "2021"}, ("2019-01-02", "2021")),
        ({"startDate": "2019-01-02T10:00:00"}, ("2019-01-02", None)),
        ({"startDate": [], "endDate": "2021-05"}, (None, "2021-05")),
        ({"startDate": ["2019", "2019-03-01"]}, ("2019-03-01", None)),
        ({"startDate": "2019", "status": "ended", "endDate": "2020"}, ("2019", "2020")),
    ],
)
def test_an_occupancy_is_an_office_with_its_dates(
    tmp_path: Path, dates: dict[str, Any], term: tuple[str | None, str | None]
) -> None:
    person = entry(tmp_path, ADA, POST, held(**dates))
    assert person.offices == (Office("minister of trade", "NOR", (), *term),)


def test_the_topics_of_a_post_are_the_sector_of_the_office(tmp_path: Path) -> None:
    seat = entity("post", "Position", name="member of the Lagting", country="no", topics="gov.legislative")
    (office,) = entry(tmp_path, ADA, seat, held()).offices
    assert office.sectors == ("LEG",)


@pytest.mark.parametrize(
    "tie", [held(startDate=[]), held(startDate=[], status="current"), held(startDate="2019", status="ended")]
)
def test_an_office_of_which_it_is_not_told_when_is_left_out_with_a_note(tmp_path: Path, tie: dict[str, Any]) -> None:
    reading = read(tmp_path, ADA, POST, tie)
    assert reading.entries[0].offices == ()
    assert "line 3: 'minister of trade' of ada is left out" in reading.notes[0]


def test_a_position_in_words_has_no_dates_and_is_left_out_with_a_note(tmp_path: Path) -> None:
    reading = read(tmp_path, entity("ada", "Person", name="Ada Quist", position="Mayor (2010-2014)"))
    assert reading.entries[0].offices == ()
    assert reading.notes == (
        "line 1: position 'Mayor (2010-2014)' is left out, having no dates; an Occupancy gives them",
    )


def test_a_membership_is_an_office_in_its_organisation(tmp_path: Path) -> None:
    union = entity("u", "Organization", name="Lake Union", country="at", topics="pol.party")
    tie = entity("m", "Membership", member=["ada", "u"], organization="u", role="chairwoman", startDate="2022")
    assert entry(tmp_path, ADA, union, tie).offices == (Office("chairwoman of Lake Union", "AUT", ("PTY",), "2022"),)


def test_the_holder_of_a_post_is_a_person(tmp_path: Path) -> None:
    somebody = entity("ada", "LegalEntity", name="Ada Quist")
    assert entry(tmp_path, somebody, POST, held()).kind == "person"
    told = wrong(tmp_path, json.dumps([entity("ada", "Company", name="Quist Ltd"), POST, held()]))
    assert "holder: 'ada' is no Person but a Company" in told


def test_two_countries_are_none_with_a_note(tmp_path: Path) -> None:
    reading = read(tmp_path, entity("ada", "Person", name="Ada Quist", nationality=["no", "se", "zz"]))
    assert reading.entries[0].country is None
    assert reading.notes == ("line 1: has no country, as NOR and SWE are told",)


def test_what_a_registry_does_not_keep_is_named(tmp_path: Path) -> None:
    reading = read(tmp_path, ADA, entity("a", "Address", full="x"), entity("s", "Sanction", entity="ada"))
    assert reading.notes == ("left out, as a registry does not keep it: Address, Sanction",)


NESTED = entity(
    "ada", "Person", name="Ada Quist", positionOccupancies=[entity("h", "Occupancy", startDate="2019", post=[POST])]
)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(NESTED),
        json.dumps(NESTED, indent=2),
        json.dumps([NESTED], indent=2),
        "\ufeff\n"
        + "\n\n".join(map(json.dumps, [held(startDate="2019"), POST, entity("ada", "Person", name="Ada Quist")])),
        json.dumps([POST, held(startDate="2019"), entity("ada", "Person", name="Ada Quist")]),
    ],
)
def test_one_entity_an_array_and_lines_are_read_nested_or_not(tmp_path: Path, text: str) -> None:
    for name in ("e.json", "e"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        (person,) = read_own(file, load_registry()).entries
        assert (person.name, person.offices) == ("Ada Quist", (Office("minister of trade", "NOR", (), "2019"),))


@pytest.mark.parametrize(
    ("tie", "complaint"),
    [
        (held(startDate="2020-13"), "line 3, startDate: '2020-13' is no date"),
        (held(endDate="2018"), "line 3, endDate: '2018' is before '2019-01-02'"),
        (held(post="p9"), "line 3, post: 'p9' is not in this file"),
        (held(holder=[]), "line 3, holder: is missing"),
        (entity("b", "Person", name=[]), "line 3, name: is missing"),
        (entity("b", "Person", name="B C", country="qq"), "line 3, country: 'qq' is no country"),
        (entity("b", "Person", name="B C", wikidataId="5"), "line 3, wikidataId: '5' is no id of Wikidata"),
        (entity("b", "Person", name="B \ud800"), "line 3, entity: 'B \\ud800' holds a character that is no text"),
        (entity("b c", "Person", name="B C"), "line 3, id: 'ftm:b c' is no id"),
        (entity("b", "Person", name=[3]), "line 3, entity: name holds 3"),
        ({"id": "b"}, "line 3, entity: is no FollowTheMoney entity"),
        ({"id": 3, "schema": "Person", "properties": {}}, "line 3, entity: needs an id and a schema"),
    ],
)
def test_what_is_wrong_is_named_by_line_and_property(tmp_path: Path, tie: dict[str, Any], complaint: str) -> None:
    lines = [json.dumps(each) for each in (ADA, POST, tie)]
    assert complaint in wrong(tmp_path, "\n".join(lines))
    assert complaint in wrong(tmp_path, "[" + ",\n".join(lines) + "]")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{nope}", "e.json, line 1, JSON: "),
        ('{"id":\n"x"', "e.json, line 2, JSON: "),
        ("[\n{},\n", "e.json, line 3, JSON: "),
        ("[" * 100_000, "e.json, line 1, JSON: is nested too deeply"),
        ("[]", "names nobody"),
        (json.dumps(POST), "names nobody"),
    ],
)
def test_what_is_no_json_says_where(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in wrong(tmp_path, text)


def test_all_lines_that_are_no_json_are_listed(tmp_path: Path) -> None:
    told = wrong(tmp_path, "{nope\n" + json.dumps(ADA) + "\n[1\n")
    assert ["line 1, JSON" in told, "line 3, JSON" in told] == [True, True]
