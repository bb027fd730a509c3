"""Fixtures that many tests share."""

import pytest

from onrecord.annotation.coder import DocumentCoder, default_coder


@pytest.fixture(scope="session")
def coder() -> DocumentCoder:
    """The coder as shipped; its parser takes a second to load, so the session has one."""
    return default_coder()
