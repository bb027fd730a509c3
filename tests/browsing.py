"""A ledger served and looked at in a headless Chromium, for tests of the pages as a reader meets them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (apt-get install chromium)"),
]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the pages of the ledger onrecord.db in a folder."""
    command = [sys.executable, "-m", "onrecord", "serve", "--port", "0"]
    serving = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    assert serving.stderr is not None
    match = re.search(r"http://\S+", serving.stderr.readline())
    assert match is not None
    yield match[0]
    serving.terminate()
    serving.wait(timeout=10)
    serving.stderr.close()


@contextmanager
def a_page() -> Iterator[Page]:
    """A page of a browser; at the end no script of it must have failed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1300, "height": 800})
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        yield page
        browser.close()
        assert faults == []
