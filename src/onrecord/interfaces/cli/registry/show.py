"""`onrecord registry show`: all that is known of one name."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from onrecord.codebooks.registry import Entry, Registry, entries_named, join, load_own, load_registry, own_path
from onrecord.interfaces.cli.registry.kept import registry_option
from onrecord.interfaces.cli.registry.words import office_words, term, whose
from onrecord.interfaces.cli.tables import console_on, shown

EPILOG = """\b
Examples:
  onrecord registry show Maria Stein    names, offices with their dates, ids, where it can be checked
  onrecord registry show Artsakh        a polity: standing in time, claimants, recognition, names by each side
"""


@click.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@registry_option
def show(name: tuple[str, ...], path: Path | None) -> int:
    """Show all that the registry, shipped and own, holds under NAME or an id.

    Exit status 1 where nobody has that name.
    """
    shipped = load_registry()
    full = join(shipped, load_own(path or own_path()).values())
    asked = " ".join(name)
    found = entries_named(full.entries.values(), asked)
    for entry in found:
        table = Table.grid(padding=(0, 2, 0, 0))
        for label, told in _facts(entry, full, shipped):
            table.add_row(Text(label, style="dim"), Text(shown(told)))
        console = console_on(sys.stdout)
        console.print(Text(shown(entry.name), style="bold"))
        console.print(table)
        console.print()
    if not found:
        click.echo(
            f"nobody is called {asked} in the registry; `onrecord registry list WORDS` finds parts of names", err=True
        )
    return 0 if found else 1


def _facts(entry: Entry, full: Registry, shipped: Registry) -> Iterator[tuple[str, str]]:
    """What is known, each with its label; a label stands once before several facts."""
    groups: dict[str, list[str]] = {
        "names": ["; ".join(alias for alias in entry.aliases if alias != entry.name)],
        "type": [entry.kind],
        "country": [_country(entry.country, full)],
        "sector": ["; ".join(entry.sectors)],
        "offices": [office_words(office) for office in entry.offices],
        "called": [f"{_side(side, full)}: {'; '.join(names)}" for side, names in entry.called],
        "people": ["; ".join(entry.demonyms)],
        "seats": ["; ".join(entry.seats)],
        "standing": [f"{term(each.since, each.until)} {each.words} ({each.source})" for each in entry.standing],
        "claimed by": ["; ".join(_country(code, full) for code in entry.claimants)],
        "recognition": [entry.recognition],
        "in PLOVER": [f"{entry.fold}{', sector PRE' if entry.is_breakaway else ''}" if entry.fold else ""],
        "ids": ["; ".join(f"{scheme}:{value}" for scheme, value in entry.ids)],
        "source": ["" if entry.standing else entry.source],
        "whose": [whose(entry, shipped)],
        "id": [entry.id],
    }
    for label, facts in groups.items():
        for number, fact in enumerate(filter(None, facts)):
            yield "" if number else label, fact


def _country(code: str | None, full: Registry) -> str:
    """A code with the name it stands for."""
    entry = full.entries.get(code or "")
    return f"{code} ({entry.name})" if entry else code or ""


def _side(side: str, full: Registry) -> str:
    """Who calls a polity so: a country's name, or as the data has it (`own`, `others`)."""
    entry = full.entries.get(side)
    return entry.name if entry else side
