"""A document: one text with its metadata."""

import hashlib
from dataclasses import dataclass

from onrecord.errors import RecordError


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, and what it came from.

    `text` is never edited: every offset of a record counts its code points. Dates are EDTF strings
    (`2024-05-02`, or a date and time with offset where the document gives one); what the document does not
    say is None. `digest` is the SHA-256 of the bytes that were read, `media_type` what they were.

    Raises RecordError where the text holds what UTF-8 cannot write (a lone surrogate).
    """

    id: str
    text: str
    uri: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    retrieved: str | None = None
    language: str | None = "en"
    media_type: str = "text/plain"
    digest: str | None = None


def document_id(text: str, outlet: str | None = None) -> str:
    """The id of a document: `sha256:` and the SHA-256 of its text's UTF-8 bytes.

    For a plain-text file this is what `sha256sum` prints. Where the document names its outlet, a NUL and the
    outlet's name are hashed behind the text, so that two outlets printing one wire text stay two documents.
    """
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        raise RecordError(f"character {error.start} is half of a surrogate pair, which no UTF-8 text has") from error
    if outlet is not None:
        content += b"\0" + outlet.encode(errors="replace")
    return "sha256:" + hashlib.sha256(content).hexdigest()
