"""What our types, acts, sectors and countries are in other people's codebooks."""

import pytest

from onrecord.codebooks import load_acts
from onrecord.codebooks.events import MODES, TYPES, load_contexts
from onrecord.codebooks.exchange import (
    acled_kind,
    armed_side,
    cameo_actor,
    cameo_of,
    fips_of,
    inter_of,
    interaction_of,
    rows,
)
from onrecord.codebooks.exchange.acled import INTERS
from onrecord.codebooks.registry.sectors import SECTORS


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_a_cameo_code(type_: str) -> None:
    code = cameo_of(type_)
    assert code is not None
    assert -10 <= code.goldstein <= 10


@pytest.mark.parametrize("name", ["cameo.tsv", "acled.tsv"])
def test_the_lists_name_only_types_acts_modes_and_contexts_that_there_are(name: str) -> None:
    contexts = set(load_contexts())
    for what, mode, context, *_ in rows(name):
        assert what in TYPES or what in load_acts()
        assert mode == "" or mode in MODES[what]
        assert context == "" or context in contexts


@pytest.mark.parametrize("name", ["armed.tsv", "cameo_actors.tsv"])
def test_the_lists_name_only_sectors_that_there_are(name: str) -> None:
    column = 0 if name == "armed.tsv" else 1
    sectors = {row[column] for row in rows(name) if name == "armed.tsv" or row[0] == "sector"}
    assert sectors <= SECTORS


@pytest.mark.parametrize("name", ["cameo.tsv", "acled.tsv"])
def test_no_line_is_hidden_behind_a_more_general_one(name: str) -> None:
    conditions = 3 if name == "cameo.tsv" else 4
    seen: list[tuple[str, ...]] = []
    for row in rows(name):
        key = row[:conditions]
        assert not [each for each in seen if all(a in ("", b) for a, b in zip(each, key, strict=True))], key
        seen.append(key)


@pytest.mark.parametrize(
    ("what", "mode", "contexts", "code", "quad"),
    [
        ("CONSULT", "visit", (), "042", 1),
        ("AID", None, (), "070", 2),
        ("ACCUSE", "allege", (), "112", 3),
        ("ASSAULT", None, (), "180", 4),
        ("ASSAULT", None, ("military",), "190", 4),
        ("ASSAULT", "heavy-weapons", ("military",), "194", 4),
        ("deny", None, (), "016", 1),
    ],
)
def test_cameo_codes(what: str, mode: str | None, contexts: tuple[str, ...], code: str, quad: int) -> None:
    found = cameo_of(what, mode, contexts)
    assert found is not None
    assert (found.code, found.quad) == (code, quad)


def test_a_cameo_code_knows_those_above_it() -> None:
    code = cameo_of("RETREAT", "withdraw")
    assert code is not None
    assert (code.code, code.base, code.root) == ("0874", "087", "08")


def test_what_is_thought_or_asked_has_no_cameo_code() -> None:
    assert cameo_of("believe") is None
    assert cameo_of("ask") is None


@pytest.mark.parametrize(
    ("country", "sector", "code", "group"),
    [
        ("USA", "GOV", "USAGOV", None),
        ("USA", "JRN", "USAMED", None),
        ("USA", "PTY", "USA", None),
        ("UNO", None, "IGOUNO", "UNO"),
        ("EUR", "GOV", "EURGOV", None),
        ("GE-AB", "GOV", "GOV", None),
        (None, None, "", None),
    ],
)
def test_actors_in_cameo(country: str | None, sector: str | None, code: str, group: str | None) -> None:
    actor = cameo_actor(country, sector)
    assert (actor.code, actor.group) == (code, group)


@pytest.mark.parametrize(
    ("country", "fips"),
    [("UKR", "UP"), ("DEU", "GM"), ("TWN", "TW"), ("XKX", "KV"), ("GE-AB", None), ("ALA", None), (None, None)],
)
def test_countries_in_fips(country: str | None, fips: str | None) -> None:
    assert fips_of(country) == fips


def test_acled_takes_the_line_of_the_sides() -> None:
    attack, clash = acled_kind("ASSAULT", None, (), "civilians"), acled_kind("ASSAULT", None, (), "armed")
    assert attack is not None
    assert clash is not None
    assert (attack.event, clash.event) == ("Violence against civilians", "Battles")
    unknown = acled_kind("ASSAULT", None)
    assert unknown is not None
    assert (unknown.disorder, unknown.event) == ("Political violence", None)


def test_acleds_kinds_of_actors() -> None:
    assert inter_of("MIL", None, is_abroad=False) == "State forces"
    assert inter_of("MIL", None, is_abroad=True) == "External/Other forces"
    assert inter_of("MIL", None, is_abroad=None) is None
    assert inter_of(None, "country", is_abroad=False) == "State forces"
    assert inter_of("REB", None, is_abroad=None) == "Rebel group"
    assert inter_of("PTY", None, is_abroad=None) is None
    assert {inter for _, _, inter, _ in rows("armed.tsv")} <= set(INTERS)


def test_an_interaction_is_in_acleds_order() -> None:
    assert interaction_of("Civilians", "Rebel group", is_alone=False) == "Rebel group-Civilians"
    assert interaction_of("State forces", None, is_alone=True) == "State forces only"
    assert interaction_of("State forces", None, is_alone=False) is None


def test_a_country_without_a_sector_is_the_state() -> None:
    assert armed_side(None, "country") == "state"
    assert armed_side(None, "person") is None
    assert armed_side("CVL") == "civilian"
