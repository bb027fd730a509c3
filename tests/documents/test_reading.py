"""From bytes to documents, and what is refused with which reason."""

import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents import (
    ReadOptions,
    document_from_html,
    document_from_text,
    find_documents,
    read_document,
)
from onrecord.errors import DocumentError, EmptyDocument, NoArticle, NotText, TooLarge, Unreachable
from onrecord.record import Document

PARAGRAPH = "<p>The minister said on Monday that the talks on the canal would go on after the harvest.</p>"
PAGE = f"<!doctype html><html><head><title>Canal</title></head><body><article>{PARAGRAPH * 3}</article></body></html>"
LOGIN = (
    "<html><body><h1>Log in</h1><form><input type='password'></form>"
    "<p>Subscribe to read this article. Already a subscriber? Sign in to go on reading what we have.</p></body></html>"
)


def read_bytes(content: bytes, name: str, tmp_path: Path, **options: object) -> Document:
    path = tmp_path / name
    path.write_bytes(content)
    (location,) = find_documents([str(path)])
    return read_document(location, ReadOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["plain", "\ufeffwith a mark", "a\r\nb\rc\n", "e\u0301 ZWJ 👩\u200d👧 \u2028 line", "  spaces around \n"]
)
def test_plain_text_is_never_touched(tmp_path: Path, text: str) -> None:
    document = read_bytes(text.encode(), "a.txt", tmp_path)
    assert document.text == text
    assert document.id == "sha256:" + hashlib.sha256(text.encode()).hexdigest()


REFUSED = [
    (b"", "a.txt", EmptyDocument, "is empty"),
    (b" \n\t", "a.txt", EmptyDocument, "nothing but spaces"),
    (b"caf\xe9 au\nlait", "a.txt", NotText, r"byte 3 \(line 1\) is 0xe9"),
    ("wide".encode("utf-16"), "a.txt", NotText, "UTF-16"),
    (b"%PDF-1.7", "a.txt", NotText, "PDF"),
    (b"PK\x03\x04rest", "a.txt", NotText, "ZIP"),
    (b"text\0more", "a.txt", NotText, "NUL at byte 4"),
    (b"a b " * 500, "a.txt", TooLarge, "over 1,000 bytes"),
    (b"x" * 900, "a.txt", TooLarge, "without a space"),
    (b"", "a.html", EmptyDocument, "is empty"),
    (LOGIN.encode(), "a.html", NoArticle, "login or subscription"),
    (b"<html><p>We use cookies. Accept all cookies to go on.</p></html>", "a.html", NoArticle, "consent notice"),
    (b"<html><div id=root></div><script>" + b"x=1;" * 200 + b"</script>", "a.html", NoArticle, "built by script"),
    (b"<html><p>Hi</p></html>", "a.html", NoArticle, "no article"),
]


@pytest.mark.parametrize(("content", "name", "error", "reason"), REFUSED, ids=[case[3] for case in REFUSED])
def test_bad_input_is_refused_with_the_reason(
    tmp_path: Path, content: bytes, name: str, error: type[DocumentError], reason: str
) -> None:
    with pytest.raises(error, match=reason) as caught:
        read_bytes(content, name, tmp_path, max_bytes=1000, max_word=500)
    assert str(tmp_path / name) in str(caught.value)


BOMBS = {
    "deep": b"<div>" * 50_000 + PARAGRAPH.encode(),
    "deep in tags of its own": b"<x-y>" * 50_000 + PARAGRAPH.encode(),
    "many tags": b"<p>x</p>" * 200_000,
    "one tag of many attributes": b"<p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">",
    "cut-off tags": b"<a " * 300_000,
    "unclosed scripts": b"<script>" * 100_000,
    "angle brackets": b"<" * 500_000,
    "entities": b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><p>&c;</p>',
}


@pytest.mark.parametrize("page", BOMBS.values(), ids=BOMBS.keys())
def test_a_page_built_to_hold_up_its_reader_is_refused_or_read(page: bytes) -> None:
    with pytest.raises((TooLarge, NoArticle)):
        document_from_html(b"<html><body>" + page, uri="bomb.html")


def test_html_is_known_by_its_content_on_standard_input() -> None:
    (location,) = find_documents(["-"])
    document = read_document(location, ReadOptions(stdin=io.BytesIO(PAGE.encode())))
    assert (document.media_type, document.title) == ("text/html", "Canal")


def test_a_text_that_mentions_tags_is_plain_text(tmp_path: Path) -> None:
    assert read_bytes(b"Use <html> with care.", "note", tmp_path).media_type == "text/plain"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_a_page_is_decoded_by_what_it_declares(encoding: str) -> None:
    page = PAGE.replace("harvest", "été").replace("<head>", f'<head><meta charset="{encoding}">')
    assert "été" in document_from_html(page.encode(encoding)).text


def test_the_given_date_fills_only_where_the_document_has_none(tmp_path: Path) -> None:
    dated = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2024-05-02T23:30:00-05:00">')
    assert read_bytes(dated.encode(), "a.html", tmp_path, published="2020").published == "2024-05-02"
    assert read_bytes(PAGE.encode(), "b.html", tmp_path, published="2020").published == "2020"


def answer(status: int, content: bytes, media_type: str) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(status, content=content, headers={"content-type": media_type}))


def test_a_url_gives_the_page_and_when_it_was_fetched() -> None:
    (location,) = find_documents(["https://example.org/canal"])
    options = ReadOptions(
        transport=answer(200, PAGE.encode(), "text/html; charset=utf-8"), now=lambda: datetime(2024, 5, 2, tzinfo=UTC)
    )
    document = read_document(location, options)
    assert (document.uri, document.retrieved) == ("https://example.org/canal", "2024-05-02T00:00:00+00:00")


def _down(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused")


def _slow(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("slow")


@pytest.mark.parametrize(
    ("transport", "error", "reason"),
    [
        (answer(404, b"", "text/html"), Unreachable, "answers 404"),
        (answer(200, b"%PDF", "application/pdf"), NotText, "application/pdf"),
        (answer(200, b"x " * 600, "text/plain"), TooLarge, "over 1,000"),
        (httpx.MockTransport(_down), Unreachable, "cannot be reached: refused"),
        (httpx.MockTransport(_slow), Unreachable, "does not answer within"),
        (
            httpx.MockTransport(lambda r: httpx.Response(302, headers={"location": str(r.url)})),
            Unreachable,
            "redirects",
        ),
    ],
    ids=["404", "PDF", "large", "down", "slow", "loop"],
)
def test_a_url_that_gives_nothing_says_why(
    transport: httpx.BaseTransport, error: type[DocumentError], reason: str
) -> None:
    (location,) = find_documents(["https://example.org/canal"])
    with pytest.raises(error, match=reason):
        read_document(location, ReadOptions(transport=transport, max_bytes=1000))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_a_document_error(content: bytes) -> None:
    (location,) = find_documents(["-"])
    for prefix in (b"", b"<!doctype html><html><body>"):
        try:
            read_document(location, ReadOptions(stdin=io.BytesIO(prefix + content)))
        except DocumentError as error:
            assert error.reason  # noqa: PT017 - either way is right, but a reason must be given


def test_half_of_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(NotText):
        document_from_text("a\ud800")
