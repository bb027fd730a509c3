"""The list of agencies and outlets."""

from collections import Counter

import pycountry
import pytest

from onrecord.codebooks.outlets import load_outlets, outlet_names
from onrecord.codebooks.registry.names import cut_words


def test_no_two_outlets_share_a_name() -> None:
    names = Counter(name for outlet in load_outlets() for name in outlet.names)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_country_is_one() -> None:
    known = {country.alpha_3 for country in pycountry.countries}
    assert {outlet.country for outlet in load_outlets()} <= known


def test_the_registry_s_media_are_outlets_and_the_agencies_among_them_are_agencies() -> None:
    kinds = {outlet.name: outlet.is_agency for outlet in load_outlets()}
    assert (kinds["Reuters"], kinds["TASS"], kinds["Le Monde"]) == (True, True, False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he told AFP on Monday", ["Agence France-Presse"]),
        ("according to Interfax-Ukraine", ["Interfax-Ukraine"]),
        ("map of the tass region", []),
    ],
)
def test_outlets_are_found_by_their_names_with_capitals(text: str, found: list[str]) -> None:
    assert [match.values[0] for match in outlet_names().find(cut_words(text))] == found
