"""Fixtures that many tests share; models load once a session."""

from collections.abc import Iterator

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


@pytest.fixture(scope="session", autouse=True)
def _no_own_registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees, or touches, the registry of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ONRECORD_REGISTRY", str(tmp_path_factory.mktemp("registry") / "none.jsonl"))
        yield
