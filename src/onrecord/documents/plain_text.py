"""Plain text: bytes decoded from UTF-8 and left exactly as they are."""

from onrecord.documents.digests import digest_of
from onrecord.errors import EmptyDocument, NotText, RecordError
from onrecord.record import Document, document_id

# What a binary file begins with, and what to call it.
SIGNATURES = {
    b"%PDF": "a PDF file; extract its text first (pdftotext)",
    b"PK\x03\x04": "a ZIP file or office document; unpack it or save it as text first",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip file; unpack it first (gunzip)",
    b"\xd0\xcf\x11\xe0": "an old office document; save it as text first",
    b"SQLite format 3": "a SQLite database; a ledger is asked with onrecord search",
    b"\x7fELF": "a program",
}
WIDE = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def refuse_binary(content: bytes, where: str) -> None:
    """Raises NotText where the bytes are plainly no text: a known signature, a wide encoding, a NUL."""
    for signature, name in SIGNATURES.items():
        if content.startswith(signature):
            raise NotText(where, f"is not text but {name}")
    for mark, encoding in WIDE.items():
        if content.startswith(mark):
            raise NotText(where, f"is {encoding}, not UTF-8; convert it first: iconv -f {encoding} -t UTF-8")
    position = content.find(b"\0")
    if position >= 0:
        raise NotText(where, f"is not text: there is a NUL at byte {position}")


def decode_utf8(content: bytes, where: str) -> str:
    """The text of UTF-8 bytes. Raises NotText, naming the first byte and line that are not UTF-8."""
    refuse_binary(content, where)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotText(
            where,
            f"is not UTF-8: byte {error.start} (line {line}) is 0x{content[error.start]:02x}; if it is in an older "
            "encoding, convert it first: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def document_from_text(
    text: str, *, published: str | None = None, uri: str | None = None, content: bytes | None = None
) -> Document:
    """The document of a plain text, which is kept as it is; `content` is the bytes that it was decoded from.

    Raises EmptyDocument where there is nothing but spaces, NotText where the text cannot be written as UTF-8.
    """
    where = uri or "the text"
    if not text.strip():
        raise EmptyDocument(where, "is empty" if not text else "holds nothing but spaces and line breaks")
    try:
        identity = document_id(text)
    except RecordError as error:
        raise NotText(where, str(error)) from error
    digest = digest_of(text.encode() if content is None else content)
    return Document(id=identity, text=text, uri=uri, published=published, media_type="text/plain", digest=digest)
