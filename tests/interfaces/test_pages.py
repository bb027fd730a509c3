"""The pages over a real ledger, without a browser."""

import re
import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.interfaces.web import create_app
from onrecord.ledger import Ledger
from onrecord.ledger.packing import pack, unpack
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

TEXT = "Ferry row\n\n“We <b>wait</b>,” the minister said.\nThe ferry & the “port”."
HOSTILE = '<script>alert("x")</script> “Go,” he said.'


def record(text: str, **facts: object) -> Record:
    statements = ()
    if "the minister" in text:
        start = text.index("“We")
        statements = (
            Statement(
                "s1",
                Participant((cut(text, text.index("the minister"), text.index("the minister") + 12),)),
                Cue((cut(text, text.index("said"), text.index("said") + 4),)),
                Content((cut(text, start, text.index("”") + 1),)),
                "direct",
            ),
        )
    document = Document(id=document_id(text), text=text, **facts)  # type: ignore[arg-type]
    return Record(document, Coder("stand-in", "0"), statements=statements)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Ledger.open(path, create=True) as opened:
        opened.add(record(TEXT, outlet=None, published="2024-05-02", uri="https://example.org/ferry"))
        opened.add(record(HOSTILE, title="<i>Title</i>", uri="javascript:alert(1)"))
    return path


@pytest.fixture
def client(ledger: Path) -> TestClient:
    return TestClient(create_app(ledger), raise_server_exceptions=False)


def path_of(text: str) -> str:
    return "/documents/" + document_id(text).removeprefix("sha256:")


def test_the_first_page_lists_the_documents_with_their_counts(client: TestClient) -> None:
    page = client.get("/").text
    assert "2 documents, 1 statements on record" in page
    assert path_of(TEXT) in page


def test_a_search_is_its_address_and_leads_to_the_place(client: TestClient) -> None:
    page = client.get("/", params={"words": "wait", "source": "MINISTER"}).text
    assert "1 statement<" in page
    assert f"{path_of(TEXT)}#s1" in page


def test_a_search_with_nothing_found_says_so(client: TestClient) -> None:
    assert "0 statements" in client.get("/?words=volcano").text


def test_the_reading_page_marks_the_words_and_shows_their_characters(client: TestClient) -> None:
    page = client.get(path_of(TEXT)).text
    assert '<span class="m source" data-s="s1">the minister</span>' in page
    assert '<span class="m content" data-s="s1">“We &lt;b&gt;wait&lt;/b&gt;,”</span>' in page
    assert "11–28" in page


def test_the_text_of_a_document_is_never_markup(client: TestClient) -> None:
    page = client.get(path_of(HOSTILE)).text
    assert "<script>alert" not in page
    assert "<i>Title" not in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize("path", ["/", "/documents/none", "/static/page.js"])
def test_every_answer_forbids_foreign_content(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/documents/none", "/documents/" + "0" * 64, "/nowhere"])
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Not found" in answer.text


def test_a_damaged_record_is_explained(ledger: Path, client: TestClient) -> None:
    connection = sqlite3.connect(ledger)
    for number, packed in connection.execute("SELECT number, record FROM codings").fetchall():
        damaged = pack(unpack(packed).replace('"text":"said"', '"text":"sayd"'))
        connection.execute("UPDATE codings SET record = ? WHERE number = ?", (damaged, number))
    connection.commit()
    connection.close()
    answer = client.get(path_of(TEXT))
    assert answer.status_code == 500
    assert "onrecord verify" in answer.text


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db", create=True):
        pass
    assert "onrecord add" in TestClient(create_app(tmp_path / "empty.db")).get("/").text


MINE = "Ana Roca spoke. She said that the port stays. The union warned that ships wait. A guard saw Oslo and Bergen."


def somebodys(words: str, entity: str | None = None, unresolved: str | None = None) -> Participant:
    return Participant((cut(MINE, MINE.index(words), MINE.index(words) + len(words)),), entity, unresolved)


@pytest.fixture
def page_of_entities(tmp_path: Path) -> str:
    """The page of a record with entities: Roca speaks, the guard and Oslo are mentioned once, Bergen twice."""
    named = (("Ana Roca", "name", "n3"), ("She", "pronoun", "n3"), ("A guard", "nominal", "n2"), ("Oslo", "name", "n1"))
    mentions = [
        Mention(f"m{number}", form, somebodys(words).spans, entity)  # type: ignore[arg-type]
        for number, (words, form, entity) in enumerate(named, 1)
    ]
    mentions += [Mention(name, "name", somebodys("Bergen").spans, "n4") for name in ("m8", "m9")]
    entities = (
        Entity("n1", "Oslo", "polity", "NOR"),
        Entity("n2", "A guard", "person"),
        Entity("n3", "Ana Roca", "person", "NOR", "GOV", "minister", None, ("m1", "m2")),
        Entity("n4", "Bergen", "polity"),
    )
    said = Content(somebodys("that the port stays").spans)
    warned = Content(somebodys("that ships wait").spans)
    statements = (
        Statement("s1", somebodys("She", "n3"), Cue(somebodys("said").spans), said, "indirect"),
        Statement("s2", somebodys("The union", None, "names no body"), None, warned, "indirect"),
    )
    made = Record(
        Document(document_id(MINE), MINE), Coder("stand-in", "0"), entities, tuple(mentions), statements=statements
    )
    with Ledger.open(tmp_path / "mine.db", create=True) as opened:
        opened.add(made)
    return TestClient(create_app(tmp_path / "mine.db")).get(path_of(MINE)).text


def test_a_card_says_whom_its_source_means_or_why_that_is_open(page_of_entities: str) -> None:
    assert '<bdi class="whom">Ana Roca · minister · NOR · GOV</bdi>' in page_of_entities
    assert '<bdi class="whom">unresolved: names no body</bdi>' in page_of_entities


def test_a_pronoun_that_is_a_source_shows_whom_it_means(page_of_entities: str) -> None:
    assert '<span class="e" data-m="m2:pronoun" title="Ana Roca" tabindex="0">She</span>' in page_of_entities
    assert page_of_entities.count('tabindex="0"') == 1


def test_who_is_who_goes_by_first_mention_and_folds_those_mentioned_once(page_of_entities: str) -> None:
    assert re.findall(r'data-n="(n\d)"', page_of_entities) == ["n3", "n4", "n2", "n1"]
    chief, folded = page_of_entities.split("and 2 more")
    assert "person · minister · NOR · GOV" in chief
    assert 'data-mentions="m1 m2"' in chief
    assert "polity · NOR" in folded


def test_a_record_without_entities_has_no_who_is_who(client: TestClient) -> None:
    assert "Who is who" not in client.get(path_of(TEXT)).text


def test_no_mention_is_lit_before_somebody_is_chosen(page_of_entities: str) -> None:
    assert "is-name" not in page_of_entities
    assert 'aria-pressed="true" data-n' not in page_of_entities
