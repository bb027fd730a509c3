"""schema.org Claim: one claim of many documents, told apart and together."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.strange import TEXT, entry

from onrecord.analysis import Entry, Known
from onrecord.interfaces.exports import claim
from onrecord.interfaces.exports.claim.sameness import sameness
from onrecord.record import (
    Coder,
    Content,
    Cue,
    Document,
    Entity,
    Mention,
    Participant,
    Record,
    Statement,
    cut,
    document_id,
)


def said(
    content: str,
    *,
    source: str = "Ana Roca",
    cue: str = "said",
    act: str = "assert",
    form: str = "name",
    outlet: str = "The Post",
    published: str | None = "2024-05-02",
    known: Known | None = None,
    origin: str = "",
) -> Entry:
    """What leaves a ledger of a document in which one source says one thing."""
    text = f"{source} {cue} {content}."
    start = len(source) + 1
    words = cut(text, 0, len(source))
    statement = Statement(
        "s1",
        Participant((words,), "n1"),
        Cue((cut(text, start, start + len(cue)),)),
        Content((cut(text, start + len(cue) + 1, len(text) - 1),)),
        "indirect",
        0.9,
        act,
    )
    record = Record(
        Document(document_id(text, outlet), text, published=published, outlet=outlet),
        Coder("stand-in", "1"),
        (Entity("n1", source, "person", mentions=("m1",)),),
        (Mention("m1", form, (words,), "n1"),),  # type: ignore[arg-type]
        statements=(statement,),
    )
    return Entry(record, {"n1": known} if known else {}, origin)


def claims(path: Path, *entries: Entry) -> list[dict[str, Any]]:
    claim.write(entries, path)
    graph: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    return graph


PORT = "that they would not yield the port"


def test_a_claim_has_the_properties_of_schema_org(tmp_path: Path) -> None:
    (found,) = claims(tmp_path / "a", said(PORT))
    document = said(PORT).record.document.id
    assert found.pop("@id").startswith("urn:uuid:")
    assert found == {
        "@type": "Claim",
        "text": PORT,
        "keywords": ["assert"],
        "author": {"@type": "Person", "name": "Ana Roca"},
        "datePublished": "2024-05-02",
        "firstAppearance": {"@type": "CreativeWork", "@id": document},
        "appearance": [
            {
                "@type": "CreativeWork",
                "@id": document,
                "datePublished": "2024-05-02",
                "inLanguage": "en",
                "publisher": {"@type": "Organization", "name": "The Post"},
                "hasPart": [
                    {
                        "@type": "Quotation", "text": PORT, "onrecord:spans": ["14-48"],
                        "onrecord:quotation": "indirect", "onrecord:cue": "said", "onrecord:confidence": 0.9,
                        "onrecord:madeBy": "coder",
                    }
                ],
            }
        ],
    }  # fmt: skip


def test_the_context_is_schema_org_with_a_prefix_of_ours(tmp_path: Path) -> None:
    claim.write([], tmp_path / "a")
    assert json.loads((tmp_path / "a").read_text()) == {
        "@context": ["https://schema.org", {"onrecord": "urn:onrecord:"}], "@graph": []
    }  # fmt: skip


def test_one_claim_appears_in_each_document_that_has_it(tmp_path: Path) -> None:
    later = said("“We will not yield the port”", cue="told us:", outlet="The Mail", published="2024-05-03")
    (found,) = claims(tmp_path / "a", later, said(PORT))
    assert [work["publisher"]["name"] for work in found["appearance"]] == ["The Post", "The Mail"]
    assert (found["datePublished"], found["text"]) == ("2024-05-02", PORT)
    assert found["firstAppearance"]["@id"] == found["appearance"][0]["@id"]


@pytest.mark.parametrize(
    "other",
    [
        said("that they would yield the port"),
        said("that they would not yield the city"),
        said("that they would not yield 2 ports"),
        said("that they may not yield the port"),
        said(PORT, source="Ivo Marek"),
        said(PORT, cue="denied", act="deny"),
        said(PORT, form="nominal"),
    ],
)
def test_what_differs_is_another_claim(tmp_path: Path, other: Entry) -> None:
    assert len(claims(tmp_path / "a", said(PORT), other)) == 2


def test_acts_that_both_say_that_it_is_so_are_one_claim(tmp_path: Path) -> None:
    warned = said(PORT, cue="warned", act="warn", outlet="The Mail")
    (found,) = claims(tmp_path / "a", said(PORT), warned)
    assert set(found["keywords"]) == {"assert", "warn"}


def test_an_identity_of_the_ledger_makes_two_names_one_source(tmp_path: Path) -> None:
    known = Known("registry:roca", "Ana Roca")
    one, other = said(PORT, known=known), said(PORT, source="A. Roca", outlet="The Mail", known=known)
    (found,) = claims(tmp_path / "a", one, other)
    assert found["author"]["name"] == "Ana Roca"
    assert found["author"]["@id"].startswith("urn:uuid:")


def test_whoever_is_only_described_is_somebody_else_in_each_document(tmp_path: Path) -> None:
    described = [said(PORT, source="an aide", form="nominal", outlet=outlet) for outlet in ("The Post", "The Mail")]
    assert len(claims(tmp_path / "a", *described)) == 2


def test_words_that_tell_nothing_by_themselves_make_no_claim_together(tmp_path: Path) -> None:
    assert len(claims(tmp_path / "a", said("that it did"), said("that it did", outlet="The Mail"))) == 2


def test_a_denial_is_told_with_its_cue(tmp_path: Path) -> None:
    (found,) = claims(tmp_path / "a", said("that troops shelled the port", cue="denied", act="deny"))
    assert found["text"] == "denied that troops shelled the port"


@pytest.mark.parametrize("act", ["ask", "thank", "demand", "promise", "praise"])
def test_what_says_nothing_to_be_so_is_no_claim(tmp_path: Path, act: str) -> None:
    assert claims(tmp_path / "a", said(PORT, act=act)) == []


def test_a_copy_says_of_what_it_is_one(tmp_path: Path) -> None:
    origin = said(PORT).record.document.id
    (found,) = claims(tmp_path / "a", said(PORT, origin=origin), said(PORT, outlet="The Mail", origin=origin))
    assert {work["publisher"]["name"]: work.get("isBasedOn") for work in found["appearance"]} == {
        "The Post": None, "The Mail": {"@id": origin}
    }  # fmt: skip


def test_without_a_date_nobody_knows_the_first_appearance(tmp_path: Path) -> None:
    (found,) = claims(tmp_path / "a", said(PORT, published=None))
    assert "firstAppearance" not in found
    assert "datePublished" not in found


def test_claims_stand_in_the_order_of_their_first_days(tmp_path: Path) -> None:
    days = ["2024-05-04", "2024-05-02", "2024-05-03"]
    entries = [said(f"that {day} tower closed today", published=day) for day in days]
    assert [each["datePublished"] for each in claims(tmp_path / "a", *entries)] == sorted(days)


def test_there_is_never_a_rating(tmp_path: Path) -> None:
    claim.write([entry(), said(PORT)], tmp_path / "a")
    assert "rating" not in (tmp_path / "a").read_text(encoding="utf-8").lower()


def test_people_and_the_coder_are_told_apart(tmp_path: Path) -> None:
    (found,) = claims(tmp_path / "a", entry())
    (quotation,) = found["appearance"][0]["hasPart"]
    assert quotation["onrecord:madeBy"] == "coder"
    assert quotation["onrecord:reviews"] == [
        {"onrecord:verdict": "comment", "onrecord:who": "Lena Brück", "onrecord:when": "2024-05-02T10:00:05Z",
         "onrecord:why": "who is the aide?"}
    ]  # fmt: skip


def test_the_words_are_where_the_spans_say(tmp_path: Path) -> None:
    (found,) = claims(tmp_path / "a", entry())
    (quotation,) = found["appearance"][0]["hasPart"]
    (place,) = quotation["onrecord:spans"]
    start, end = map(int, place.split("-"))
    assert " ".join(TEXT[start:end].split()) == quotation["text"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We will not yield the port,”", "that they would not yield the port"),
        ("that it won’t yield the port", "that it will not yield the port"),
        ("I've never met the envoy", "that he had never met the envoy"),
        ("that prices ROSE by 12.5%", "prices rose by 12.5 %"),
        ("We can’t leave the city", "that they cannot leave the city"),
    ],
)
def test_direct_and_indirect_speech_are_the_same(one: str, other: str) -> None:
    assert sameness(one) == sameness(other) is not None


@pytest.mark.parametrize("words", ["that it did", "Yes.", "“…”", "they would"])
def test_few_words_tell_nothing(words: str) -> None:
    assert sameness(words) is None
