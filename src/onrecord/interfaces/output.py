"""Where results go: files and folders that are whole or not there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import OnrecordError


class CannotWrite(OnrecordError):
    """The output file or folder cannot be written."""


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A file to write that takes its name only when it is complete, so that no half result is ever found there.

    Raises CannotWrite where the folder is missing, read-only or full.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be written: {error.strerror}") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """A folder to write files to that takes its name only when all of them are complete.

    A folder that stands there is replaced only where it is empty or holds nothing but files of the same names: an
    earlier export, never somebody's own folder.

    Raises CannotWrite where the folder above is missing, read-only or full, or the folder holds anything else.
    """
    path = path.absolute()
    if path.exists() and not path.is_dir():
        raise CannotWrite(f"{path}: is a file; this format needs a folder: name another")
    try:
        part = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part"))
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be written: {error.strerror}") from error
    try:
        yield part
        _check_is_earlier_export(path, part)
        part.chmod(0o777 & ~_umask())
        earlier = part.with_suffix(".earlier")
        if path.exists():
            path.replace(earlier)
        part.replace(path)
        shutil.rmtree(earlier, ignore_errors=True)
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _check_is_earlier_export(path: Path, part: Path) -> None:
    present = {each.name for each in path.iterdir()} if path.exists() else set()
    others = present - {each.name for each in part.iterdir()}
    if others:
        raise CannotWrite(f"{path}: holds other files ({min(others)}); name a new or an empty folder")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
