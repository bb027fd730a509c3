"""What the reading page tells of events, times and places."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.records import port

from onrecord.interfaces.web import create_app
from onrecord.interfaces.web.claims import SIGNS
from onrecord.interfaces.web.coded import CodedCard, coded_cards, place_card, time_card
from onrecord.ledger import Ledger
from onrecord.record import Place, Record, Referents, Time


def page_of(record: Record, folder: Path) -> str:
    with Ledger.open(folder / "port.db", create=True) as opened:
        opened.add(record)
    path = "/documents/" + record.document.id.removeprefix("sha256:")
    return TestClient(create_app(folder / "port.db")).get(path).text


def card(name: str, record: Record | None = None) -> CodedCard:
    told = record or port()
    return coded_cards(told, Referents(told)).cards[name]


def rows(shown: CodedCard) -> dict[str, str]:
    return {row.name: "".join(part.text for part in row.parts) for row in shown.rows}


def links(shown: CodedCard) -> list[str]:
    return [part.href for row in shown.rows for part in row.parts if part.href]


def test_a_report_says_that_it_is_the_texts_own_with_time_and_place() -> None:
    shown = card("e1")
    assert (shown.title, shown.badge, shown.is_claimed) == ("CONSULT", "happened", False)
    assert rows(shown) == {
        "told": "by the text itself",
        "words": "met",
        "who": "Minister Ana Roca (minister · NOR · GOV)",
        "to whom": "Ivo Marek (SRB)",
        "when": "last Tuesday 2024-04-30",
        "reckoned": "Tuesday before 2024-05-02 = 2024-04-30",
        "counted from": "2024-05-02",
        "where": "Oslo NOR · 59.913, 10.746",
    }
    assert shown.also == ("t1", "p1")


def test_a_claim_names_the_chain_of_voices_the_outermost_first() -> None:
    shown = card("e2")
    assert (shown.title, shown.badge, shown.is_claimed) == ("ASSAULT heavy-weapons", "✗ did not happen", True)
    assert rows(shown)["claimed"] == "The ministry says: Karl Stein denied:"
    assert links(shown)[:2] == ["#s1", "#s2"]
    assert rows(shown)["where"] == "Lake District GBR · an area, about 60 km across"


def test_what_an_event_is_about_leads_to_that_event() -> None:
    shown = card("e4")
    assert rows(shown)["within"] == "AGREE: promised"
    assert "#e3" in links(shown)
    assert rows(shown)["claimed"] == "Karl Stein promised:"


def test_a_claim_without_source_or_cue_is_still_one() -> None:
    told = port()
    bare = replace(told, statements=(*told.statements[:2], replace(told.statements[2], source=None, cue=None)))
    assert rows(card("e4", bare))["claimed"] == "somebody unnamed says:"


def test_a_time_without_value_says_why() -> None:
    time = Time("t1", port().times[0].spans, "point")
    shown = time_card(time)
    assert (shown.title, rows(shown)["reckoned"]) == ("no value", "the words do not settle it")


def test_a_place_tells_where_it_lies_or_that_it_is_an_area() -> None:
    point, area = port().places
    assert rows(place_card(point))["lies at"] == "59.913, 10.746"
    assert rows(place_card(point))["GeoNames"] == "3143244"
    assert rows(place_card(area))["extent"] == "an area, about 60 km across"
    assert rows(place_card(Place("p3", area.spans, "Lakes", kind="area")))["extent"] == "an area"


def test_every_status_but_what_happened_has_a_sign_of_its_own() -> None:
    signs = [sign for status, sign in SIGNS.items() if status != "happened"]
    assert all(signs)
    assert len(set(signs)) == len(signs)


def test_the_page_marks_triggers_and_names_who_claims(tmp_path: Path) -> None:
    page = page_of(port(), tmp_path)
    assert '<span class="k trigger" data-k="e1:trigger">met</span>' in page
    assert (
        '<span class="k trigger claimed" data-k="e2:trigger" data-note="✗ Karl Stein, says The ministry">shelled</span>'
        in page
    )
    assert '<span class="k time" data-k="t1:time">last Tuesday</span>' in page
    assert 'data-layer="events" aria-pressed="false">' in page


def test_the_cards_are_data_that_no_document_can_break_out_of(tmp_path: Path) -> None:
    told = port()
    hostile = replace(told.entities[1], name="</script><script>alert(1)</script>", role="<b>")
    page = page_of(replace(told, entities=(told.entities[0], hostile, *told.entities[2:])), tmp_path)
    assert "<script>alert" not in page
    found = re.search(r'<script type="application/json" id="coded-cards">(.*?)</script>', page)
    assert found is not None
    data = json.loads(found[1])
    assert data["cards"]["e2"]["claimed"] is True
    assert data["meanings"]["ASSAULT"].startswith("acts deliberately")


@pytest.mark.parametrize("layer", ["events", "times", "places"])
def test_a_layer_of_which_there_is_nothing_cannot_be_shown(tmp_path: Path, layer: str) -> None:
    bare = replace(port(), events=(), times=(), places=())
    assert f'data-layer="{layer}" aria-pressed="false" disabled>' in page_of(bare, tmp_path)
