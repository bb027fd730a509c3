"""GDELT: 61 and 16 columns in the codebook's order, and no claim among the events."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.clashes import clash, entry, reviewed

from onrecord.analysis import Entry
from onrecord.interfaces.exports import gdelt
from onrecord.interfaces.exports.columns import columns_of

# As the GDELT Event Codebook V2.0 lists them.
ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
EVENTS = [
    *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
    *(f"Actor{number}{name}" for number in (1, 2) for name in ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in GEO),
    *"DATEADDED SOURCEURL".split(),
]
MENTIONS = (
    "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID "
    "Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone "
    "MentionDocTranslationInfo Extras"
).split()

Rows = list[dict[str, str]]


def tables(entries: list[Entry], folder: Path) -> tuple[Rows, Rows]:
    gdelt.write(entries, folder / "out")
    return _rows(folder / "out" / "out.export.CSV", EVENTS), _rows(folder / "out" / "out.mentions.CSV", MENTIONS)


def _rows(path: Path, names: list[str]) -> Rows:
    lines = path.read_bytes().decode().split("\n")[:-1]
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


def coded(rows: Rows, code: str) -> dict[str, str]:
    (row,) = [each for each in rows if each["EventCode"] == code]
    return row


def known(record: Any) -> Entry:
    return entry(record, n1="k1", n2="k2", n3="k3", n5="k5")


def test_the_columns_are_the_codebooks() -> None:
    assert (len(EVENTS), len(MENTIONS)) == (61, 16)
    assert [column.name for column in columns_of("gdelt.events")] == EVENTS
    assert [column.name for column in columns_of("gdelt.mentions")] == MENTIONS


def test_a_reported_event_is_a_row(tmp_path: Path) -> None:
    row = coded(tables([known(clash())], tmp_path)[0], "194")
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == (
        "20240430",
        "202404",
        "2024",
        "2024.4110",
    )
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor1Type1Code"]) == ("NORMIL", "NORRLAND ARMY", "MIL")
    assert (row["Actor2Code"], row["Actor2CountryCode"]) == ("NORREB", "NOR")
    assert (row["EventBaseCode"], row["EventRootCode"], row["QuadClass"]) == ("194", "19", "4")
    assert (row["GoldsteinScale"], row["IsRootEvent"]) == ("-10.0", "1")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == (
        "4",
        "Oslo, Norway",
        "NO",
    )
    assert (row["ActionGeo_Lat"], row["AvgTone"]) == ("59.9127", "")
    assert (row["DATEADDED"], row["SOURCEURL"]) == ("20240502000000", "https://quay.example/clash")


def test_what_is_only_claimed_is_no_event(tmp_path: Path) -> None:
    events, _ = tables([known(clash())], tmp_path)
    assert not [row for row in events if row["EventCode"] == "193"]


def test_a_claim_is_a_mention_where_another_document_reports_it(tmp_path: Path) -> None:
    claimed = clash()
    reports = tuple(replace(each, voice=None) if each.id == "e3" else each for each in claimed.events)
    reported = replace(clash(outlet="Herald"), events=reports)
    events, mentions = tables([known(claimed), known(reported)], tmp_path)
    row = coded(events, "193")
    assert (row["NumMentions"], row["NumArticles"]) == ("2", "2")
    voices = [
        json.loads(each["Extras"])["claimed_by"] for each in mentions if each["GLOBALEVENTID"] == row["GLOBALEVENTID"]
    ]
    assert voices == ["Harbour Front", None]


def test_what_is_denied_or_planned_is_no_event_but_denying_is_one(tmp_path: Path) -> None:
    events, _ = tables([known(clash())], tmp_path)
    assert not [row for row in events if row["EventCode"] in ("1822", "042")]
    row = coded(events, "016")
    assert (row["Actor1Name"], row["QuadClass"], row["GoldsteinScale"]) == ("IDA BERG", "1", "-2.0")


def test_what_nobody_known_says_is_no_event(tmp_path: Path) -> None:
    _, mentions = tables([known(clash())], tmp_path)
    assert "s4" not in [json.loads(row["Extras"])["item"] for row in mentions]


def test_the_day_of_publication_stands_in_without_a_fraction(tmp_path: Path) -> None:
    row = coded(tables([known(clash())], tmp_path)[0], "141")
    assert (row["SQLDATE"], row["FractionDate"]) == ("20240502", "")


def test_a_longer_time_has_no_day(tmp_path: Path) -> None:
    record = clash()
    reports = tuple(replace(each, voice=None) if each.id == "e3" else each for each in record.events)
    row = coded(tables([known(replace(record, events=reports))], tmp_path)[0], "193")
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == ("", "202405", "2024", "")


def test_copies_of_one_text_are_one_source(tmp_path: Path) -> None:
    wire = known(clash(outlet="Wire"))
    copies = [replace(known(clash(outlet=name)), origin=wire.record.document.id) for name in ("Post", "Herald")]
    own = known(clash(outlet="Gazette", head="Our own. "))
    row = coded(tables([*copies, wire, own], tmp_path)[0], "194")
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == ("4", "2", "4")


def test_two_events_of_unknown_people_are_never_one(tmp_path: Path) -> None:
    events, _ = tables([entry(clash()), entry(clash(outlet="Herald"))], tmp_path)
    assert len([row for row in events if row["EventCode"] == "194"]) == 2


def test_mentions_point_into_the_text(tmp_path: Path) -> None:
    record = clash(head="🚢 ")
    events, mentions = tables([known(record)], tmp_path)
    event = coded(events, "194")
    (row,) = [each for each in mentions if each["GLOBALEVENTID"] == event["GLOBALEVENTID"]]
    text = record.document.text
    assert text[int(row["Actor1CharOffset"]) :].startswith("The Norrland army")
    assert text[int(row["Actor2CharOffset"]) :].startswith("Harbour Front fighters")
    assert text[int(row["ActionCharOffset"]) :].startswith("shelled")
    assert (row["MentionType"], row["MentionSourceName"], row["InRawText"]) == ("1", "Quay Post", "1")
    assert (row["Confidence"], row["MentionDocLen"]) == ("", str(len(text)))


def test_extras_have_the_exact_words_whatever_stands_in_them(tmp_path: Path) -> None:
    record = clash()
    _, mentions = tables([known(record)], tmp_path)
    words = [json.loads(row["Extras"])["words"] for row in mentions]
    assert any("\t" in each["text"] for each in words)
    assert all(record.document.text[each["start"] : each["end"]] == each["text"] for each in words)


def test_an_act_of_speech_has_its_statements_confidence_to_tens(tmp_path: Path) -> None:
    _, mentions = tables([known(clash())], tmp_path)
    sure = {json.loads(row["Extras"])["item"]: row["Confidence"] for row in mentions}
    assert (sure["s1"], sure["s2"], sure["e1"]) == ("90", "80", "")


def test_what_a_person_made_is_said(tmp_path: Path) -> None:
    _, mentions = tables([known(reviewed())], tmp_path)
    made = {json.loads(row["Extras"])["item"]: json.loads(row["Extras"])["made_by"] for row in mentions}
    assert (made["e4"], made["e1"], made["s1"]) == ("person", "coder", "coder")


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        tables([known(clash())], tmp_path / name)
    assert (tmp_path / "a/out/out.export.CSV").read_bytes() == (tmp_path / "b/out/out.export.CSV").read_bytes()
    assert (tmp_path / "a/out/out.mentions.CSV").read_bytes() == (tmp_path / "b/out/out.mentions.CSV").read_bytes()


@pytest.mark.parametrize(
    ("retrieved", "published", "moment"),
    [
        ("2024-05-03T08:09:10Z", "2024-05-02", "20240503080910"),
        (None, "2024-05-02T01:30+04:00", "20240501213000"),
        (None, "2024-05-02?", "20240502000000"),
        (None, "2024-05", ""),
        (None, None, ""),
    ],
)
def test_a_document_is_added_when_it_was_retrieved_or_published(
    retrieved: str | None, published: str | None, moment: str, tmp_path: Path
) -> None:
    record = clash(published=published)
    told = replace(record, document=replace(record.document, retrieved=retrieved))
    assert coded(tables([known(told)], tmp_path)[0], "194")["DATEADDED"] == moment
