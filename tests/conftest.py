"""Fixtures that many tests share; models load once a session."""

from collections.abc import Iterator

import pytest

from onrecord.annotation import DocumentCoder, default_coder
from onrecord.annotation.attribution import RuleFinder
from onrecord.annotation.models import SpacyParser
from onrecord.codebooks.gazetteer import load_gazetteer


@pytest.fixture(scope="session")
def coder() -> DocumentCoder:
    """The coder as shipped."""
    return default_coder()


@pytest.fixture(scope="session")
def rules() -> DocumentCoder:
    """A coder that finds attributions by the rules alone."""
    return DocumentCoder(SpacyParser(), RuleFinder())


@pytest.fixture(scope="session", autouse=True)
def _no_own_registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees, or touches, the registry of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ONRECORD_REGISTRY", str(tmp_path_factory.mktemp("registry") / "none.jsonl"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _gazetteer() -> None:
    """The index of place names is there before any test, so that none meets the message of its building."""
    load_gazetteer()
