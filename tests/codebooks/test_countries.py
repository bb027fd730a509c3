import pytest

from onrecord.codebooks.registry import load_registry
from onrecord.codebooks.registry.countries import country_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("AUT", "AUT"),
        ("at", "AUT"),
        ("austria", "AUT"),
        ("Ivory Coast", "CIV"),
        ("Türkiye", "TUR"),
        ("UK", "GBR"),
        ("gb-sct", "GBR"),
        ("ge-ab", "GE-AB"),
        ("Artsakh", "AZ-NK"),
        ("xk", "XKX"),
        ("suhh", "SUN"),
        ("dd", "DDR"),
        ("eu", "EUR"),
        ("UNO", "UNO"),
        ("", None),
        ("Congo", None),
        ("Paris", None),
        ("French", None),
        ("Ruritania", None),
    ],
)
def test_codes_and_names_are_the_registrys_code(written: str, code: str | None) -> None:
    assert country_code(written, load_registry()) == code
