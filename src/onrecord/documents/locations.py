"""Where documents are: files, folders, globs, URLs and standard input, as a user names them."""

import glob
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.errors import NothingToRead

Kind = Literal["file", "url", "stdin", "nothing"]

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
URL = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Location:
    """One place to read a document from, shown as the user named it.

    `problem` says why there is nothing to read at a place of the kind `nothing`, so that one wrong argument does not
    stop the others.
    """

    kind: Kind
    name: str
    problem: str | None = None

    def __str__(self) -> str:
        return "standard input" if self.kind == "stdin" else self.name


def find_documents(arguments: Sequence[str]) -> list[Location]:
    """The documents that arguments name, in their order, each once; a folder's in the order of their names.

    Raises NothingToRead where there are no arguments.
    """
    if not arguments:
        raise NothingToRead("nothing to read: name a file, a folder, a glob, a URL or - for standard input")
    return list(dict.fromkeys(location for argument in arguments for location in _locate(argument)))


def _locate(argument: str) -> Iterator[Location]:
    path = Path(argument)
    if argument == "-":
        yield Location("stdin", "-")
    elif URL.match(argument):
        yield Location("url", argument)
    elif path.is_dir():
        files = [Location("file", str(each)) for each in _files_in(path)]
        wanted = " ".join(sorted(TEXT_SUFFIXES | HTML_SUFFIXES))
        yield from files or [Location("nothing", argument, f"no documents in this folder (looked for {wanted})")]
    elif path.exists() or not glob.has_magic(argument):
        yield Location("file", argument)
    else:
        matches = [Path(each) for each in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 - absolute ones too
        files = [Location("file", str(each)) for each in matches if each.is_file()]
        yield from files or [Location("nothing", argument, "no file matches this pattern")]


def _files_in(folder: Path) -> list[Path]:
    """The text and HTML files of a folder and those below it, hidden ones left out, in the order of their names."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in TEXT_SUFFIXES | HTML_SUFFIXES)
    shown = (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(path for path in shown if path.is_file())
