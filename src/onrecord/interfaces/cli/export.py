"""`onrecord export`: a ledger's documents in the formats of other programs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from onrecord.analysis import Entry, list_entries
from onrecord.codebooks.registry import Viewpoint, load_registry, seen_from
from onrecord.interfaces.cli.options import check_date, ledger_option
from onrecord.interfaces.cli.progress import progress
from onrecord.interfaces.exports import FORMATS, Export
from onrecord.ledger import Ledger

EPILOG = """\b
Examples:
  onrecord export --to csv -o tables/                 ten flat tables, one file each
  onrecord export --to plover -o events.jsonl --since 2024
  onrecord export --to ical -o terms.ics              what expires when, for a calendar
  onrecord export --to jsonl -o - | jq .document.title

\b
Formats:
{formats}

\b
What each of their columns holds, and what is left empty and why: docs/exports.md.
"""


def _epilog() -> str:
    lines = [f"  {each.name:14} {each.purpose}{' (a folder)' if each.is_folder else ''}" for each in FORMATS.values()]
    return EPILOG.format(formats="\n".join(lines))


@click.command(epilog=_epilog())
@click.option("--to", "name", required=True, type=click.Choice(list(FORMATS)), metavar="FORMAT", help="The format.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file or folder to write, whole or not at all; - for standard output, where the format is one file.",
)
@ledger_option
@click.option("--outlet", metavar="NAME", help="Documents of outlets whose name has this in it.")
@click.option("--since", metavar="DATE", callback=check_date, help="Published on or after, as 2024-05-02 or 2024.")
@click.option("--until", metavar="DATE", callback=check_date, help="Published on or before.")
@click.option(
    "--viewpoint",
    type=click.Choice(["polities", "claimants"]),
    default="polities",
    show_default=True,
    help="Polities that no state has recognised by their own codes, or folded into the states that claim them.",
)
def export(
    name: str,
    output: Path,
    ledger: str,
    outlet: str | None,
    since: str | None,
    until: str | None,
    viewpoint: Viewpoint,
) -> int:
    """Write a ledger's documents in a FORMAT that other programs load.

    People's corrections are applied, and each format says which they are. No claim is shown as a fact.
    """
    wanted = FORMATS[name]
    with Ledger.open(ledger) as opened:
        documents = opened.documents(outlet=outlet, since=since, until=until)
        entries = _seen(progress(list_entries(opened, documents), len(documents), "exporting"), viewpoint)
        items = _print(wanted, entries) if str(output) == "-" else wanted.write(entries, output)
    click.echo(f"{len(documents)} documents exported as {name}: {items} {wanted.items}", err=True)
    return 0


def _print(wanted: Export, entries: Iterable[Entry]) -> int:
    """Writes a file to standard output once it is whole. Raises UsageError where the format is a folder."""
    if wanted.is_folder:
        raise click.UsageError(f"{wanted.name} is a folder of files; name one with -o FOLDER")
    with TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / f"export{wanted.suffix}"
        items = wanted.write(entries, path)
        with path.open(encoding="utf-8", newline="") as file:
            for line in file:
                click.echo(line, nl=False)
    return items


def _seen(entries: Iterable[Entry], viewpoint: Viewpoint) -> Iterator[Entry]:
    registry = load_registry()
    for entry in entries:
        yield replace(entry, record=seen_from(entry.record, viewpoint, registry))
