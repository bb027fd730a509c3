"""The fingerprint of what was read."""

import hashlib


def digest_of(content: bytes) -> str:
    """`sha256:` and the SHA-256 of the bytes."""
    return "sha256:" + hashlib.sha256(content).hexdigest()
