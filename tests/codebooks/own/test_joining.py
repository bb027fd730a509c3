"""Own entries beside the shipped, and joined to them."""

import pytest

from onrecord.codebooks.registry import Entry, Office, Registry, counterpart, cut_words, join, load_registry

SHIPPED = Registry(
    [
        Entry("s:union-ken", "Unity League", "party", "KEN", ("PTY",)),
        Entry("s:union-per", "Unity League", "party", "PER", ("PTY",)),
        Entry("s:board", "Lake Board", "organisation", "AUT", ("GOV",), ("LB",), source="a"),
        Entry(
            "s:ada",
            "Ada Quist",
            "person",
            "NOR",
            offices=(
                Office("mayor", "NOR", ("GOV",), "2010-01-01", "2014-02-01"),
                Office("minister", "NOR", ("GOV",), "2014-02-01"),
            ),
        ),
    ]
)


@pytest.mark.parametrize(
    ("own", "known"),
    [
        (Entry("o", "Lake Board", "organisation", "AUT"), "s:board"),
        (Entry("o", "LB", "organisation"), "s:board"),
        (Entry("o", "Lake Board", "party", "AUT"), None),
        (Entry("o", "Lake Board", "organisation", "DEU"), None),
        (Entry("o", "Lake", "organisation", "AUT"), None),
        (Entry("o", "Unity League", "party", "PER"), "s:union-per"),
        (Entry("o", "Unity League", "party"), None),
        (Entry("s:ada", "A. Quist", "person", "SWE"), "s:ada"),
    ],
)
def test_an_own_entry_means_the_shipped_one_of_its_id_or_name_type_and_country(own: Entry, known: str | None) -> None:
    found = counterpart(own, SHIPPED)
    assert (found.id if found else None) == known


def test_what_is_joined_has_the_facts_of_both_and_the_own_hold() -> None:
    own = Entry("o", "LB", "organisation", None, ("BUS",), ("Board",), ids=(("ftm", "1"),), source="b")
    board = join(SHIPPED, [own])["s:board"]
    assert (board.name, board.country, board.sectors) == ("Lake Board", "AUT", ("BUS",))
    assert (board.aliases, board.ids, board.source) == (("LB", "Board"), (("ftm", "1"),), "a; b")


MAYOR, MINISTER = SHIPPED["s:ada"].offices


@pytest.mark.parametrize(
    ("own", "offices"),
    [
        (Office("judge", "NOR", ("JUD",), "2020"), (MAYOR, MINISTER, Office("judge", "NOR", ("JUD",), "2020"))),
        (
            Office("minister", "NOR", ("GOV",), "2014-02-01", "2016"),
            (MAYOR, Office("minister", "NOR", ("GOV",), "2014-02-01", "2016")),
        ),
        (Office("mayor", "NOR", (), "2005", "2008"), (MAYOR, MINISTER, Office("mayor", "NOR", (), "2005", "2008"))),
        (Office("Mayor", None, ()), (MAYOR, MINISTER)),
    ],
)
def test_a_term_is_told_once_as_the_own_entry_dates_it(own: Office, offices: tuple[Office, ...]) -> None:
    assert join(SHIPPED, [Entry("o", "Ada Quist", "person", offices=(own,))])["s:ada"].offices == offices


def test_of_one_name_the_own_is_the_first() -> None:
    joined = join(SHIPPED, [Entry("o", "Unity League", "media", "PER")])
    assert [each.entry.id for each in joined.get(cut_words("Unity League"))] == ["o", "s:union-ken", "s:union-per"]


def test_two_own_entries_can_mean_one_shipped() -> None:
    own = [Entry(f"o{n}", "Lake Board", "organisation", aliases=(f"Board {n}",)) for n in (1, 2)]
    assert join(SHIPPED, own)["s:board"].aliases == ("LB", "Lake Board", "Board 1", "Board 2")


def test_without_own_entries_the_registry_is_the_shipped_one() -> None:
    assert join(load_registry(), []) is load_registry()


def test_the_version_is_of_what_the_own_entries_tell_in_any_order() -> None:
    own = [Entry(f"o{n}", f"Lake Board {n}", "organisation") for n in (1, 2)]
    assert join(SHIPPED, own).version == join(SHIPPED, own[::-1]).version != join(SHIPPED, own[:1]).version
