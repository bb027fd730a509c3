"""Files and folders that are whole or not there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import OnrecordError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 file to write that takes its name only when it is complete; one of that name is replaced then.

    Raises OnrecordError where the folder is missing, read-only or full.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise OnrecordError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to fill that takes its name only when it is complete.

    Raises OnrecordError where a folder of that name holds anything, which is never thrown away, and where the folder
    above is missing, read-only or full.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise OnrecordError(f"{path}: is there already and not empty; remove it or choose another name")
    try:
        part = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part"))
    except OSError as error:
        raise OnrecordError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        yield part
        if path.exists():
            path.rmdir()
        part.chmod(0o777 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise OnrecordError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
