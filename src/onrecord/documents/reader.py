"""From a location to a document: read the bytes, tell what they are, and hand them to the right extractor."""

import re
from dataclasses import replace
from pathlib import Path

from onrecord.documents.html import document_from_html
from onrecord.documents.locations import HTML_SUFFIXES, TEXT_SUFFIXES, Location
from onrecord.documents.options import ReadOptions
from onrecord.documents.plain_text import decode_utf8, document_from_text
from onrecord.documents.web import Fetched, fetch
from onrecord.errors import EmptyDocument, TooLarge, Unreachable
from onrecord.record import Document

# The tags that an HTML page begins with; a text may hold `<` and even tags, but not start so.
LOOKS_LIKE_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_document(location: Location, options: ReadOptions) -> Document:
    """The document at a location. Raises the DocumentError that says why there is none."""
    if location.kind == "nothing":
        raise EmptyDocument(str(location), location.problem or "nothing to read")
    if location.kind == "url":
        fetched = fetch(location.name, options)
        retrieved = options.now().isoformat(timespec="seconds")
        return replace(_document(fetched, options), retrieved=retrieved)
    content = _read_stdin(options) if location.kind == "stdin" else _read_file(Path(location.name), options)
    suffix = Path(location.name).suffix.lower()
    html = suffix in HTML_SUFFIXES or (
        suffix not in TEXT_SUFFIXES and LOOKS_LIKE_HTML.match(content[:4096]) is not None
    )
    uri = "stdin:" if location.kind == "stdin" else location.name
    return _document(Fetched(content, "text/html" if html else "text/plain", None, uri), options)


def _document(fetched: Fetched, options: ReadOptions) -> Document:
    where = "standard input" if fetched.url == "stdin:" else fetched.url
    if not fetched.content:
        raise EmptyDocument(where, "is empty")
    plain = fetched.media_type == "text/plain" or "markdown" in fetched.media_type
    if plain and not LOOKS_LIKE_HTML.match(fetched.content[:4096]):
        text = decode_utf8(fetched.content, where)
        document = document_from_text(text, uri=fetched.url, content=fetched.content)
    else:
        document = document_from_html(fetched.content, uri=fetched.url, charset=fetched.charset)
    _refuse_endless(document.text, where, options)
    return document if document.published else replace(document, published=options.published)


def _read_file(path: Path, options: ReadOptions) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(options.max_bytes + 1)
    except FileNotFoundError:
        raise Unreachable(str(path), "there is no such file") from None
    except OSError as error:
        raise Unreachable(str(path), f"cannot be read: {error.strerror or error}") from error
    _refuse_large(content, str(path), options)
    return content


def _read_stdin(options: ReadOptions) -> bytes:
    content = options.stdin.read(options.max_bytes + 1)
    _refuse_large(content, "standard input", options)
    return content


def _refuse_large(content: bytes, where: str, options: ReadOptions) -> None:
    if len(content) > options.max_bytes:
        raise TooLarge(where, f"is over {options.max_bytes:,} bytes; split it into its articles first")


def _refuse_endless(text: str, where: str, options: ReadOptions) -> None:
    """Raises TooLarge for a text, or one run without a space in it, that no article has."""
    if len(text) > options.max_characters:
        raise TooLarge(where, f"has {len(text):,} characters, over {options.max_characters:,}; split it first")
    for match in re.finditer(r"\S+", text):
        if match.end() - match.start() > options.max_word:
            line = text.count("\n", 0, match.start()) + 1
            raise TooLarge(where, f"line {line} runs on for over {options.max_word:,} characters without a space")
