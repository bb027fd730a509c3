"""Names for what leaves: made of the content, so that the same thing has the same name in every export."""

import re
from hashlib import sha256
from uuid import UUID, uuid5

from onrecord.record import Document

# The namespace of our names, itself the UUID of the words `urn:onrecord` in RFC 9562's namespace of URLs.
NAMESPACE = UUID("6e350f37-a24e-5cd1-ac39-c68f4b010826")
DIGITS = re.compile(r"sha256:([0-9a-f]{64})")
WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)


def urn(*parts: str) -> str:
    """The URN of what these words name, a name-based UUID (RFC 9562, version 5)."""
    return uuid5(NAMESPACE, "\n".join(parts)).urn


def digits(document: Document) -> str:
    """The 64 hexadecimal digits of a document's id, fit for a file's name."""
    match = DIGITS.fullmatch(document.id)
    return match[1] if match else sha256(document.id.encode()).hexdigest()


def web_address(document: Document) -> str | None:
    """The document's URL where it came from the web; None for a path, which means nothing elsewhere."""
    return document.uri if document.uri and WEB.fullmatch(document.uri) else None
