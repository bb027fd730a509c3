"""FollowTheMoney: entities that its schemata allow, each tied to its document."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.records import port
from tests.strange import TEXT, entry, strange

from onrecord.analysis import Entry, Known
from onrecord.interfaces.exports import ftm
from onrecord.interfaces.exports.ftm.values import country_code, dates, language_code, one_date
from onrecord.record import Record

# What FollowTheMoney 4.11 has, of what we use: of each schema its properties (those of the schemata that it extends
# included), and the schemata that a reference may point to, their descendants included.
THING = {"name", "country", "keywords", "notes", "proof", "publisher", "sourceUrl", "summary", "description", "topics"}
INTERVAL = {"date", "startDate", "endDate", "proof", "sourceUrl", "publisher", "summary", "description"}
LEGAL_ENTITY = THING | {"sector"}
PROPERTIES = {
    "Article": THING | {
        "title", "author", "publishedAt", "modifiedAt", "retrievedAt", "language", "mimeType", "bodyText",
        "processingAgent",
    },
    "Person": LEGAL_ENTITY | {"position"},
    "LegalEntity": LEGAL_ENTITY,
    "Organization": LEGAL_ENTITY,
    "PublicBody": LEGAL_ENTITY,
    "Mention": {"document", "name", "resolved", "detectedSchema", "contextCountry"},
    "Position": THING,
    "Occupancy": INTERVAL | {"holder", "post"},
    "Event": THING | INTERVAL | {"involved", "location"},
    "Note": THING | {"entity"},
}  # fmt: skip
ANYBODY = {"Person", "LegalEntity", "Organization", "PublicBody"}
RANGES = {
    "document": {"Article"}, "proof": {"Article"}, "resolved": ANYBODY, "involved": ANYBODY, "holder": {"Person"},
    "post": {"Position"}, "entity": ANYBODY | {"Position", "Event", "Note", "Article"},
}  # fmt: skip
REQUIRED = {
    "Person": {"name"}, "LegalEntity": {"name"}, "Organization": {"name"}, "PublicBody": {"name"}, "Position": {"name"},
    "Mention": {"document", "name", "resolved"}, "Occupancy": {"holder", "post"},
}  # fmt: skip


def written(path: Path, *entries: Entry) -> list[dict[str, Any]]:
    ftm.write(entries, path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.fixture
def entities(tmp_path: Path) -> list[dict[str, Any]]:
    return written(tmp_path / "a.json", entry())


def of(entities: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [each["properties"] for each in entities if each["schema"] == schema]


def one(entities: list[dict[str, Any]], schema: str) -> dict[str, Any]:
    (found,) = of(entities, schema)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("record", [strange(), port()])
def test_only_properties_that_the_schema_has(tmp_path: Path, record: Record) -> None:
    for each in written(tmp_path / "a.json", Entry(record)):
        assert list(each) == ["id", "schema", "properties"]
        assert set(each["properties"]) <= PROPERTIES[each["schema"]]
        assert set(each["properties"]) >= REQUIRED.get(each["schema"], set())
        for values in each["properties"].values():
            assert values
            assert all(isinstance(value, str) for value in values)


@pytest.mark.parametrize("record", [strange(), port()])
def test_references_point_to_what_they_may(tmp_path: Path, record: Record) -> None:
    entities = written(tmp_path / "a.json", Entry(record))
    schemata = {each["id"]: each["schema"] for each in entities}
    for each in entities:
        for name in set(each["properties"]) & set(RANGES):
            assert {schemata[key] for key in each["properties"][name]} <= RANGES[name]


def test_the_article_is_the_document(entities: list[dict[str, Any]]) -> None:
    assert one(entities, "Article") == {
        "title": ["Talks <fail>"], "publishedAt": ["2024-05-02"], "publisher": ["The Post"],
        "sourceUrl": ["https://example.org/a?b=1&c=2"], "language": ["eng"], "mimeType": ["text/plain"],
        "bodyText": [TEXT], "processingAgent": ["stand-in 1"],
    }  # fmt: skip


def test_each_name_is_a_mention_once_and_pronouns_are_none(entities: list[dict[str, Any]]) -> None:
    names = [mention["name"] for mention in of(entities, "Mention")]
    assert names == [["Café owner Ana Roca"], ["Roca’s"], ["מרים לוי"], ["Abkhazia"]]


def test_a_polity_has_the_code_that_followthemoney_has(entities: list[dict[str, Any]]) -> None:
    assert one(entities, "PublicBody")["country"] == ["ge-ab"]


def test_whoever_is_known_across_documents_has_one_id(tmp_path: Path) -> None:
    known = Known("registry:roca", "Ana Roca")
    entities = written(tmp_path / "a.json", Entry(strange(), {"n1": known}), Entry(port(), {"n1": known}))
    named = [each for each in entities if each["schema"] == "Person" and "Ana Roca" in each["properties"]["name"]]
    assert len(named) == 2
    assert len({each["id"] for each in named}) == 1


def test_others_of_one_name_stay_apart(tmp_path: Path) -> None:
    entities = written(tmp_path / "a.json", Entry(strange()), Entry(port()))
    named = [each for each in entities if each["schema"] == "Person" and "Ana Roca" in each["properties"]["name"]]
    assert len({each["id"] for each in named}) == 2


def test_an_office_holds_on_the_documents_day(entities: list[dict[str, Any]]) -> None:
    assert one(entities, "Position")["name"] == ["owner"]
    assert one(entities, "Occupancy")["date"] == ["2024-05-02"]


def test_without_a_date_no_office_is_told(tmp_path: Path) -> None:
    plain = strange().to_dict()
    plain["document"]["published"] = None
    assert of(written(tmp_path / "a.json", Entry(Record.from_dict(plain))), "Occupancy") == []


def test_an_event_that_is_claimed_says_so(entities: list[dict[str, Any]]) -> None:
    claimed, reported = of(entities, "Event")
    assert claimed["name"] == ["ASSAULT heavy-weapons, happened: shelled, says Roca’s aide"]
    assert {"status: happened", "voice: claimed"} <= set(claimed["keywords"])
    assert {"status: not-happened", "voice: reported"} <= set(reported["keywords"])


def test_an_event_tells_actors_from_recipients(entities: list[dict[str, Any]]) -> None:
    assert of(entities, "Event")[0]["summary"] == [
        "actor: rebels; actor: Roca’s aide; recipient: Sukhumi; recipient: Abkhazia"
    ]


def test_an_event_has_its_time_and_place(entities: list[dict[str, Any]]) -> None:
    event = of(entities, "Event")[0]
    assert (event["date"], event["location"], event["country"]) == (["2024-04-30"], ["Sukhumi"], ["ge"])


def test_a_statement_is_a_note_on_its_source(entities: list[dict[str, Any]]) -> None:
    note = of(entities, "Note")[0]
    (roca,) = [each["id"] for each in entities if each["properties"].get("name") == ["Ana Roca"]]
    assert note["entity"] == [roca]
    assert note["description"] == ["“We will,” … “not yield the port. It is ours.”"]


def test_notes_say_where_the_words_stand(entities: list[dict[str, Any]]) -> None:
    for note, statement in zip(of(entities, "Note"), strange().statements, strict=True):
        places = note["notes"][0].removeprefix("characters ").partition(" of ")[0].split(", ")
        assert places == [f"{span.start}-{span.end}" for span in statement.content.spans]


def test_what_people_decided_is_in_the_notes(entities: list[dict[str, Any]]) -> None:
    assert of(entities, "Note")[0]["notes"][1] == "confirmed by Lena Brück, 2024-05-02T10:00:01Z"
    assert of(entities, "Event")[0]["notes"][1].startswith("status corrected by Lena Brück")


@pytest.mark.parametrize(
    ("code", "country"),
    [("AUT", "at"), ("XKX", "xk"), ("GE-AB", "ge-ab"), ("X-SO", "x-so"), ("EUR", "eu"), ("SUN", "suhh"),
     ("X-ICH", None), ("UNO", None), ("IGO", None), (None, None)],
)  # fmt: skip
def test_countries_are_followthemoneys(code: str | None, country: str | None) -> None:
    assert country_code(code) == country


@pytest.mark.parametrize(
    ("code", "language"), [("en", "eng"), ("en-GB", "eng"), ("he", "heb"), ("zz", None), (None, None)]
)
def test_languages_have_three_letters(code: str | None, language: str | None) -> None:
    assert language_code(code) == language


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2024-05", {"date": "2024-05"}),
        ("2024-05-02T10:00Z", {"date": "2024-05-02"}),
        ("../2025", {"endDate": "2025-12-31"}),
        ("1994/2020", {"startDate": "1994-01-01", "endDate": "2020-12-31"}),
        ("2019-22", {"startDate": "2019-06-01", "endDate": "2019-08-31"}),
        ("P3M", {}),
        (None, {}),
    ],
)
def test_dates_are_as_exact_as_they_are_told(edtf: str | None, told: dict[str, str]) -> None:
    assert dates(edtf) == told


def test_an_interval_is_no_one_date() -> None:
    assert one_date("1994/2020") is None
