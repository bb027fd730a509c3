"""The gazetteer: every name of a town, what has no point, and an index that is built once and whole."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.codebooks.gazetteer import Gazetteer, keeping, load_extents, load_gazetteer, plain_marks
from onrecord.codebooks.gazetteer.building import TABLES
from onrecord.codebooks.gazetteer.names import is_latin, key_of
from onrecord.codebooks.gazetteer.own import load_areas, load_towns, town_names
from onrecord.codebooks.places import load_places
from onrecord.codebooks.registry import cut_words


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("names", "geonames"),
    [
        (("Stepanakert", "Khankendi", "Xankəndi", "Xankandi"), 146970),
        (("Shusha", "Shushi", "Şuşa"), 147105),
        (("Lachin", "Laçın", "Berdzor"), 147625),
        (("Lviv", "Lvov", "Lwów", "Lemberg"), 702550),
        (("Kyiv", "Kiev"), 703448),
        (("Gdansk", "Gdańsk", "Danzig"), 3099434),
        (("Tskhinvali", "Ts’khinvali", "Tskhinval"), 611403),
        (("Kobani", "Kobane", "Ayn al-Arab", "‘Ayn al ‘Arab"), 172256),
        (("Sanaa", "Sana'a", "Sana‘a"), 71137),
        (("Qamishli", "Al Qamishli"), 173377),
        (("Hodeidah", "Al Hudaydah"), 79415),
    ],
)
def test_a_town_is_found_by_each_side_s_name(gazetteer: Gazetteer, names: tuple[str, ...], geonames: int) -> None:
    keys = [key_of(name) for name in names]
    towns = gazetteer.towns(keys)
    assert all(geonames in {each.town.geonames for each in towns[key]} for key in keys)


def test_towns_that_geonames_lacks_are_in_our_own_file(gazetteer: Gazetteer) -> None:
    town = gazetteer.towns(["martakert"])["martakert"][0].town
    assert (town.country, town.geonames, round(town.lat), round(town.lon)) == ("AZE", None, 40, 47)
    assert gazetteer.towns(["aghdara"])["aghdara"][0].town == town


def test_what_our_file_says_of_towns_of_geonames_is_about_some_that_it_has(gazetteer: Gazetteer) -> None:
    assert all(gazetteer.town(number) for _, number in town_names())
    assert all(-90 < town.lat < 90 and -180 < town.lon < 180 for town in load_towns())


def test_a_capital_is_known_as_one(gazetteer: Gazetteer) -> None:
    assert [each.town.is_capital for each in gazetteer.towns(["tbilisi"])["tbilisi"]] == [True]


def test_divisions_have_their_codes_and_english_names(gazetteer: Gazetteer) -> None:
    found = gazetteer.divisions(["georgia", "north kivu"])
    assert [each.iso for each in found["georgia"]] == ["US-GA"]
    assert [each.iso for each in found["north kivu"]] == ["CD-NK"]


def test_areas_have_no_point_and_known_codes() -> None:
    known = set(load_extents())
    for area in load_areas().values():
        assert set(area.countries) <= known, area.name
        assert area.feature.isupper()
        assert area.radius_km is None or area.radius_km > 0
    assert load_areas()["gaza"].name == "Gaza Strip"


def test_a_country_has_the_radius_of_a_circle_as_large() -> None:
    armenia = load_extents()["ARM"]
    assert armenia.radius_km == pytest.approx(97.4, abs=1)
    assert {"GEO", "AZE", "IRN", "TUR"} == armenia.neighbours
    assert load_extents()["GRL"].feature == "PCLD"


@pytest.mark.parametrize(
    ("name", "can"), [("Gao", True), ("KBL", False), ("DE BER", True), ("Львів", False), ("gaza", False)]
)
def test_names_that_news_can_print(name: str, can: bool) -> None:
    assert is_latin(name) is can


def test_marks_are_made_plain_in_place() -> None:
    assert plain_marks("‘Ayn al ‘Arab, Sanʻa") == "'Ayn al 'Arab, San'a"


def test_places_have_their_country_in_running_words() -> None:
    words = cut_words("In Sumgait to Mar del Plata and the march to Pavlodar")
    found = [(words[match.first].text, match.values[0]) for match in load_places().find(words)]
    assert found == [("Sumgait", "AZE"), ("Mar", "ARG"), ("Pavlodar", "KAZ")]


def empty(path: Path | str) -> None:
    """An index without a town, in no time."""
    with sqlite3.connect(path) as database:
        database.executescript(f"{TABLES} PRAGMA user_version = {keeping.BUILDER};")
    database.close()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[Path | str]:
    """Builds empty indexes, and keeps the list of those that were built."""
    built: list[Path | str] = []

    def build(path: Path | str) -> None:
        built.append(path)
        empty(path)

    monkeypatch.setattr(keeping, "build", build)
    monkeypatch.setattr(keeping, "fill", lambda database: database.executescript(TABLES))
    return built


def test_the_index_is_built_once_and_said(
    tmp_path: Path, quick: list[Path | str], caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "cache" / "index.sqlite"
    for _ in range(2):
        keeping.open_index(path).close()
    assert len(quick) == 1
    assert [path.name for path in path.parent.iterdir()] == ["index.sqlite"]
    assert "building the index of place names" in caplog.text


def test_a_damaged_index_is_built_anew(tmp_path: Path, quick: list[Path | str]) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"not a database" * 100)
    database = keeping.open_index(path)
    assert database.execute("SELECT count(*) FROM town").fetchone() == (0,)
    database.close()


def test_half_a_build_is_never_met(tmp_path: Path, quick: list[Path | str], monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.sqlite"

    def fail(scratch: Path | str) -> None:
        assert not path.exists()
        Path(scratch).write_bytes(b"half")
        raise OSError("no space left on device")

    monkeypatch.setattr(keeping, "build", fail)
    keeping.open_index(path).close()
    assert list(tmp_path.iterdir()) == []


def test_where_no_file_can_be_kept_the_index_is_in_memory(
    tmp_path: Path, quick: list[Path | str], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    database = keeping.open_index(tmp_path / "file" / "index.sqlite")
    assert database.execute("SELECT count(*) FROM town").fetchone() == (0,)
    assert "ONRECORD_CACHE" in caplog.text
    database.close()


def test_the_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path))
    assert keeping.index_path().parent == tmp_path
