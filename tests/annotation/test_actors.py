import pytest

from onrecord.annotation.actors import ActorResolver
from onrecord.codebooks.registry import Entry, Office, load_registry


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    own = Entry(
        id="own:1",
        name="Ilka Vorstag",
        kind="person",
        country="AUT",
        offices=(
            Office("interior minister", "AUT", ("GOV",), "2015", "2019-06"),
            Office("judge", "AUT", ("JUD",), "2021"),
        ),
    )
    return ActorResolver(load_registry().including([own]))


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("Baku", "AZE", "GOV"),
        ("Norway", "NOR", None),
        ("Finns", "FIN", None),
        ("the Peruvian foreign minister", "PER", "GOV"),
        ("Chad's defence ministry", "TCD", "GOV"),
        ("the speaker of Estonia's parliament", "EST", "LEG"),
        ("a senior official who asked not to be named", None, "GOV"),
        ("residents of Goma", "COD", "CVL"),
        ("a group of smugglers", None, "CRM"),
        ("a retired Danish general", "DNK", "ELI"),
        ("the de-facto President of the separatist Nagorno-Karabakh", "AZ-NK", "GOV"),
        ("the [de-facto] Nagorno-Karabakh authorities", "AZ-NK", "GOV"),
        ("the Russian peacekeeping mission", "RUS", "MIL"),
        ("Turkish-backed fighters", None, "UAF"),
        ("Lukas Brem, Namibia's deputy finance minister", "NAM", "GOV"),
        ("Sen. Orla Valencia", None, "LEG"),
        ("a police spokesman in Nairobi", "KEN", "COP"),
        ("three intelligence agency officers", None, "SPY"),
        ("coronavirus", None, None),
        ("Hanno Brickwedde", None, None),
    ],
)
def test_country_and_sector_are_read_from_the_words(
    resolver: ActorResolver, words: str, country: str | None, sector: str | None
) -> None:
    found = resolver.resolve(words)
    assert (found.country, next(iter(found.sectors), None)) == (country, sector)


@pytest.mark.parametrize(
    ("date", "sectors"), [("2017", ("GOV",)), ("2020", ("ELI",)), ("2022-05-02", ("JUD",)), (None, ())]
)
def test_an_office_counts_on_the_documents_date_only(
    resolver: ActorResolver, date: str | None, sectors: tuple[str, ...]
) -> None:
    assert resolver.resolve("Ilka Vorstag", date).sectors == sectors


def test_a_title_in_the_text_counts_where_no_office_is_known(resolver: ActorResolver) -> None:
    assert resolver.resolve("Interior Minister Ilka Vorstag").sectors == ("GOV",)


def test_a_shared_name_is_the_one_of_the_country_that_the_text_is_about() -> None:
    entries = [Entry(f"o:{code}", "Unity League", "party", code, ("PTY",)) for code in ("KEN", "PER")]
    resolver = ActorResolver(load_registry().including(entries))
    assert resolver.resolve("the Unity League", context="Peru").country == "PER"


@pytest.fixture(scope="module")
def ministers() -> ActorResolver:
    """Two foreign ministers, one after the other, as a user adds them, one without a sector."""
    entries = [
        Entry(
            "o:1", "Ilse Marn", "person", "AUT", offices=(Office("foreign minister", "AUT", (), "2019-06-03", "2021"),)
        ),
        Entry(
            "o:2",
            "Тарас Вельм",
            "person",
            "AUT",
            aliases=("Taras Velm",),
            offices=(Office("Minister of Foreign Affairs", "AUT", ("GOV",), "2022-01", None),),
        ),
        Entry("o:3", "Bo Olm", "person", "NOR", ("JRN",), offices=(Office("mayor", "NOR", ("GOV",), "2010", "2014"),)),
    ]
    return ActorResolver(load_registry().including(entries))


@pytest.mark.parametrize(
    ("name", "date", "sectors", "role"),
    [
        ("Ilse Marn", "2019-06-02", ("ELI",), None),
        ("Ilse Marn", "2019-06-03", ("GOV",), "foreign minister"),
        ("Ilse Marn", "2022-01-15", ("ELI",), None),
        ("Ilse Marn", None, (), None),
        ("Taras Velm", "2021-12-31", ("ELI",), None),
        ("Taras Velm", "2022-01-15", ("GOV",), "Minister of Foreign Affairs"),
        ("Тарас Вельм", "2024", ("GOV",), "Minister of Foreign Affairs"),
        ("Taras Velm", None, (), None),
        ("Bo Olm", "2012", ("GOV",), "mayor"),
        ("Bo Olm", "2020", ("JRN",), None),
        ("Bo Olm", None, ("JRN",), None),
    ],
)
def test_two_holders_of_an_office_each_on_his_dates(
    ministers: ActorResolver, name: str, date: str | None, sectors: tuple[str, ...], role: str | None
) -> None:
    found = ministers.resolve(name, date)
    assert (found.sectors, found.role, found.kind) == (sectors, role, "person")
