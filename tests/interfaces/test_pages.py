"""The pages over a real ledger, without a browser."""

import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.interfaces.web import create_app
from onrecord.ledger import Ledger
from onrecord.record import Coder, Content, Cue, Document, Participant, Record, Statement, cut, document_id

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
    connection.execute("""UPDATE codings SET record = replace(record, '"text":"said"', '"text":"sayd"')""")
    connection.commit()
    connection.close()
    answer = client.get(path_of(TEXT))
    assert answer.status_code == 500
    assert "onrecord verify" in answer.text


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db", create=True):
        pass
    assert "onrecord add" in TestClient(create_app(tmp_path / "empty.db")).get("/").text
