"""`onrecord registry list`: entries by words."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from onrecord.codebooks.registry import (
    Entry,
    Registry,
    entry_to_dict,
    find_entries,
    join,
    load_own,
    load_registry,
    own_path,
)
from onrecord.interfaces.cli.options import form_chosen, format_option
from onrecord.interfaces.cli.registry.kept import registry_option
from onrecord.interfaces.cli.registry.words import term, whose
from onrecord.interfaces.cli.tables import console_on, shown

EPILOG = """\b
Examples:
  onrecord registry list stein               a name, or how one of its words begins
  onrecord registry list foreign minister    an office
  onrecord registry list --own               what you added, with the ids that `remove` takes
  onrecord registry list --format jsonl > registry.jsonl
"""


@click.command("list", epilog=EPILOG)
@click.argument("words", nargs=-1)
@click.option("--own", "own_only", is_flag=True, help="Only your own entries, as you added them, with their ids.")
@registry_option
@format_option
def list_entries(words: tuple[str, ...], own_only: bool, path: Path | None, form: str | None) -> int:
    """List the entries in whose names, offices or country each of WORDS begins a word; all of them without words."""
    path = path or own_path()
    shipped, own = load_registry(), load_own(path)
    listed = own.values() if own_only else join(shipped, own.values()).entries.values()
    found = find_entries(listed, words)
    if form_chosen(form) == "table":
        _print(found, shipped, with_ids=own_only)
    else:
        for entry in found:
            told = {**entry_to_dict(entry), "whose": "own" if own_only else whose(entry, shipped)}
            click.echo(json.dumps(told, ensure_ascii=False))
    if not found:
        click.echo(f"no entry fits; your own are in {path}", err=True)
    return 0


def _print(entries: Iterable[Entry], shipped: Registry, *, with_ids: bool) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("name", "type", "country", "sector", "offices", "id" if with_ids else "whose"):
        table.add_column(heading)
    for entry in entries:
        offices = "\n".join(shown(f"{office.title} {term(office.since, office.until)}") for office in entry.offices)
        sectors = dict.fromkeys((*entry.sectors, *(sector for office in entry.offices for sector in office.sectors)))
        last = shown(entry.id) if with_ids else whose(entry, shipped)
        cells = (shown(entry.name), entry.kind, entry.country or "", " ".join(sectors), offices, last)
        table.add_row(*map(Text, cells))
    if table.row_count:
        console_on(sys.stdout).print(table)
