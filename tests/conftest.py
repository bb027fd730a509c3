"""Fixtures that many tests share; models load once a session."""

import pytest

from onrecord.annotation import DocumentCoder, default_coder
from onrecord.annotation.attribution import RuleFinder
from onrecord.annotation.models import SpacyParser


@pytest.fixture(scope="session")
def coder() -> DocumentCoder:
    """The coder as shipped."""
    return default_coder()


@pytest.fixture(scope="session")
def rules() -> DocumentCoder:
    """A coder that finds attributions by the rules alone."""
    return DocumentCoder(SpacyParser(), RuleFinder())
