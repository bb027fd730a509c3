import re
from itertools import chain

import pytest

from onrecord.codebooks.registry import Entry, Office, cut_words, load_registry, load_roles
from onrecord.codebooks.registry.countries import BODIES
from onrecord.codebooks.registry.loading import rows
from onrecord.codebooks.registry.sectors import SECTORS
from onrecord.record import is_edtf_date


def named(name: str) -> set[str]:
    return {value.entry.id for value in load_registry().get(cut_words(name))}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Abkhazia", "GE-AB"),
        ("Artsakh", "AZ-NK"),
        ("Nagorno-Karabakh", "AZ-NK"),
        ("Azerbaijani", "AZE"),
        ("the Kremlin", "RUS"),
        ("USSR", "SUN"),
        ("Kosovo", "XKX"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
    ],
)
def test_a_name_is_its_own_entry(name: str, key: str) -> None:
    assert named(name.removeprefix("the ")) == {key}


@pytest.mark.parametrize("words", ["us", "who", "turkey", "may"])
def test_a_common_word_is_no_name(words: str) -> None:
    assert named(words) == set()


def test_a_short_name_within_a_longer_one_is_not_found() -> None:
    found = list(load_registry().find(cut_words("the USSR and the US")))
    assert [{named.entry.id for named in match.values} for match in found] == [{"SUN"}, {"USA"}]


def test_every_code_is_one_that_is_documented() -> None:
    registry = load_registry()
    known = set(registry.entries) | BODIES
    for entry in registry.entries.values():
        for country in filter(None, (entry.country, entry.fold, *(office.country for office in entry.offices))):
            assert country in known, entry.name
        for sector in chain(entry.sectors, *(office.sectors for office in entry.offices)):
            assert sector in SECTORS, entry.name
        assert entry.source, entry.name
        assert set(entry.claimants) <= set(registry.entries), entry.name


def test_every_term_of_office_is_a_span_of_time() -> None:
    for entry in load_registry().entries.values():
        for office in entry.offices:
            for date in filter(None, (office.since, office.until)):
                assert is_edtf_date(date), (entry.name, date)
            if office.since and office.until:
                assert office.since[: len(office.until)] <= office.until, entry.name


def test_every_role_has_a_sector_of_plover() -> None:
    for sectors, kind, words in rows("roles.tsv"):
        assert set(sectors.split("; ")) <= SECTORS, words[:40]
        assert kind in ("person", "organisation")


@pytest.mark.parametrize(
    ("words", "singular"), [("deputies", "deputy"), ("ministers of defence", "minister of defence"), ("women", "woman")]
)
def test_a_role_is_known_in_the_plural(words: str, singular: str) -> None:
    (role,) = load_roles().get(cut_words(words))
    assert (role.words, role.is_plural) == (singular, True)


def test_an_office_counts_from_its_first_day_to_its_last() -> None:
    office = Office("minister", "AUT", ("GOV",), "2019-06-03", "2020-01")
    assert [office.held_on(date) for date in ("2019-06-02", "2019-06-03", "2019", "2020-01-31", "2020-02")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_the_latest_of_two_offices_counts() -> None:
    person = Entry(
        id="p",
        name="Ada Quist",
        kind="person",
        offices=(Office("mayor", None, ("GOV",), "2001"), Office("senator", None, ("LEG",), "2010")),
    )
    assert person.office_on("2012") == person.offices[1]
    assert person.office_on(None) is None
    assert not person.is_former_on("2012")


def test_a_breakaway_polity_folds_into_its_claimant() -> None:
    registry = load_registry()
    assert registry.folded("GE-AB", ("GOV",)) == ("GEO", ("PRE", "GOV"))
    assert registry.folded("FRA", ("GOV",)) == ("FRA", ("GOV",))


def test_an_entry_of_a_known_id_takes_the_place_of_the_old() -> None:
    registry = load_registry().including([Entry(id="FRA", name="Gallia", kind="country", country="FRA")])
    assert [value.entry.name for value in registry.get(cut_words("Gallia"))] == ["Gallia"]
    assert not registry.get(cut_words("France"))


@pytest.mark.parametrize(
    ("since", "until", "is_one"),
    [
        ("2019", "2020-05", True),
        ("2019-02", None, True),
        (None, "2020", True),
        ("2020-05", "2024", True),
        ("2021", "2024", False),
        ("2015", "2019", False),
    ],
)
def test_terms_that_overlap_are_one_term(since: str | None, until: str | None, is_one: bool) -> None:
    shipped = Office("Mayor", "AUT", ("GOV",), "2019-02-01", "2021-03")
    assert Office("mayor", None, (), since, until).is_term_of(shipped) is is_one
    assert not Office("judge", None, (), since, until).is_term_of(shipped)
    assert not Office("mayor", "DEU", (), since, until).is_term_of(shipped)


def test_the_version_tells_registries_apart() -> None:
    shipped = load_registry()
    one, other = Entry("own:A", "A B", "person"), Entry("own:A", "A C", "person")
    assert shipped.version == shipped.including([]).version == "shipped"
    assert re.fullmatch(r"shipped\+[0-9a-f]{12}", shipped.including([one]).version)
    assert shipped.including([one]).version != shipped.including([other]).version
