"""The file that the user's own entries are kept in, as commands name and write it."""

from collections.abc import Iterable
from pathlib import Path

import click

from onrecord.codebooks.registry import Entry, canonical_lines
from onrecord.interfaces.output import CannotWrite, replacing

registry_option = click.option(
    "--registry",
    "path",
    metavar="PATH",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file your own entries are kept in; else where ONRECORD_REGISTRY says, else in your data folder.",
)


def keep(path: Path, entries: Iterable[Entry]) -> None:
    """Writes the entries in the place of what the file holds; its folder is made where there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"{path.parent}: no folder can be made here: {error.strerror}") from error
    with replacing(path) as file:
        file.writelines(canonical_lines(entries))
