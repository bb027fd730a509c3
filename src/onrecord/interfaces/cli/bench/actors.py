"""`onrecord bench actors`: who the words for an actor mean, country and sector."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from onrecord.annotation.actors import ActorResolver
from onrecord.codebooks.registry import load_registry
from onrecord.errors import BenchError
from onrecord.interfaces.cli.progress import progress

FIELDS = ("country", "sector")


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the file: the words, what is known around them, and what is expected of them."""

    text: str
    date: str | None
    context: str | None
    expected: dict[str, Any]


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--misses", is_flag=True, help="Print each case that is answered otherwise than expected.")
def actors(file: Path, misses: bool) -> int:
    """Score the resolver of actors on FILE, JSON Lines of {text, date, context, expected: {country, sector}}.

    An expected value may be null (nothing is to be found), {"any_of": [...]} or {"not": ...}; a case that gives no date
    is asked for the latest date of the file. Polities are folded into the state that PLOVER folds them into, with
    sector PRE. Prints a table, and as the last line one JSON object.
    """
    cases = list(_read(file))
    latest = max((case.date for case in cases if case.date), default=None)
    resolver = ActorResolver(load_registry())
    right, asked = dict.fromkeys(FIELDS, 0), dict.fromkeys(FIELDS, 0)
    for case in progress(cases, len(cases), "resolving"):
        found = resolver.resolve(case.text, case.date or latest, case.context)
        country, sectors = resolver.registry.folded(found.country, found.sectors)
        given = {"country": country, "sector": next(iter(sectors), None)}
        for field in FIELDS:
            if case.expected.get("unresolved"):
                wanted = None
            elif field in case.expected:
                wanted = case.expected[field]
            else:
                continue
            asked[field] += 1
            if _agrees(given[field], wanted):
                right[field] += 1
            elif misses:
                click.echo(f"{case.text} ({case.date or latest}): {field} {given[field]}, expected {wanted}")
    accuracy = {field: 100 * right[field] / asked[field] if asked[field] else 0.0 for field in FIELDS}
    table = Table(title=f"{len(cases)} cases")
    for name in ("", "right", "of", "%"):
        table.add_column(name, justify="right" if name else "left")
    for field in FIELDS:
        table.add_row(field, str(right[field]), str(asked[field]), f"{accuracy[field]:.1f}")
    Console(file=sys.stdout, highlight=False).print(table)
    click.echo(json.dumps(accuracy))
    return 0


def _read(file: Path) -> Iterator[Case]:
    """The cases of a file. Raises BenchError, naming the line, for one that is none."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield Case(row["text"], row.get("date"), row.get("context"), dict(row["expected"]))
        except (ValueError, KeyError, TypeError) as error:
            raise BenchError(f"{file}, line {number}: not an actor case ({error!r}); see `--help`") from error


def _agrees(given: str | None, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return given in wanted["any_of"] if "any_of" in wanted else given != wanted.get("not")
    return bool(given == wanted)
