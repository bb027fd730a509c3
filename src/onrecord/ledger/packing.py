"""Records as they lie in the ledger: their JSON, compressed to a fifth."""

import zlib

from onrecord.errors import RecordError

# Beyond the sixth level a record gets a hundredth smaller and takes twice as long.
LEVEL = 6


def pack(line: str) -> bytes:
    """A record's JSON as the bytes that are stored; the same line gives the same bytes with the same zlib."""
    return zlib.compress(line.encode(), LEVEL)


# What most rows have in common, so that a row of three hundred letters shrinks too. It is never changed: rows that were
# packed with it are read with it.
SHARED = (
    b'"resolution","country","polity","armed-force","organisation","group","person","GOV","MIL","REB","UNO","RUS","USA",'
    b'"voices":[{"words":"the ","name":"","identity":1,"registry":"person:","country":"","sector":""}],'
    b'"figures":[{"words":"at least ","counts":"killed","low":1.0,"high":1.0,"unit":""}],"trigger":"said",'
    b'"scene":{"first":"202","last":"202","place":"","place_country":"","geonames":1},"contexts":["military"],'
    b'"status":"possible","status":"demanded","status":"planned","status":"not-happened","status":"ongoing",'
    b'"type":"ACCUSE","type":"REQUEST","type":"AGREE","type":"ASSAULT","type":"COERCE","type":"COOPERATE",'
    b'{"event":"e1","type":"CONSULT","mode":"meet","status":"happened","actors":[{"words":"the government",'
    b'"name":"the ","identity":1,"registry":"org:","country":"","sector":"GOV"}],"recipients":[{"words":"","name":"",'
    b'"identity":1,"country":""}],"first":"2024-0","last":"2024-0","place":"","place_country":"","geonames":1,'
    b'"voice":"s1","words":"the ","start":1,"end":1,"root":false,"root":true}'
)


def pack_row(line: str) -> bytes:
    """A row's JSON as the bytes that are stored."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 8, zlib.Z_DEFAULT_STRATEGY, SHARED)
    return packer.compress(line.encode()) + packer.flush()


def unpack_row(packed: bytes) -> str:
    """The row's JSON. Raises RecordError where the bytes are damaged."""
    try:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS, SHARED)
        return (unpacker.decompress(packed) + unpacker.flush()).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise RecordError(f"the stored bytes are damaged: {error}") from error


def unpack(packed: bytes) -> str:
    """The record's JSON. Raises RecordError where the bytes are damaged."""
    try:
        return zlib.decompress(packed).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise RecordError(f"the stored bytes are damaged: {error}") from error
