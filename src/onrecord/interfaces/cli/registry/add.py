"""`onrecord registry add`: a file of the user's own people and bodies."""

from collections import Counter
from pathlib import Path

import click

from onrecord.codebooks.registry import (
    Change,
    Registry,
    changes_of,
    counterpart,
    join,
    load_own,
    load_registry,
    own_path,
    read_own,
)
from onrecord.interfaces.cli.registry.kept import keep, registry_option
from onrecord.interfaces.cli.registry.words import differences
from onrecord.interfaces.cli.tables import shown

MOST_NOTES = 20
EPILOG = """\b
A file people.csv; only the column name must be there, and their order is free:
  name,aliases,type,office,from,until,country,sector,ids,source,id
  Maria Stein,M. Stein; Marie Stein,,foreign minister,2020-01-07,2023-05,AUT,GOV,wikidata:Q1,,
  Maria Stein,,,member of parliament,2023-06,,AUT,LEG,,,
  Lake Shore Union,LSU,party,,,,Austria,PTY; OPP,,https://example.org/lsu,

\b
  aliases, sector, ids   several between semicolons; an id is its scheme, a colon, the id
  type                   person organisation country polity armed-force international-organisation party media
                         group; else a person where there is an office, and an organisation
  from, until            2024, 2024-05 or 2024-05-02; empty is an open end
  country                AUT, AT, Austria, or a polity's code such as GE-AB
  sector                 of PLOVER; of the office where the row has one
  id                     an id of your own where two share a name

\b
FollowTheMoney JSON (an entity, an array, or one a line): Person, Organization, Company, PublicBody, LegalEntity, and
their offices as Occupancy with its Position, or as Membership. An office without a date is left out.

\b
Examples:
  onrecord registry add people.csv --dry-run    what it would change
  onrecord registry add entities.ftm.json
"""


@click.command(epilog=EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@registry_option
@click.option("--dry-run", is_flag=True, help="Say what would change, and keep nothing.")
def add(file: Path, path: Path | None, dry_run: bool) -> int:
    """Add the people and bodies of FILE, CSV or FollowTheMoney JSON, to your own registry.

    Rows of one id, or of one name, are one entry with several offices. An entry whose id is known takes all that FILE
    says of it in the place of what was known; adding a file twice changes nothing. If rows are wrong, all of them are
    listed and nothing is added.
    """
    path = path or own_path()
    own = load_own(path)
    shipped = load_registry()
    reading = read_own(file, join(shipped, own.values()))
    for note in reading.notes[:MOST_NOTES]:
        click.echo(f"note: {file}, {shown(note)}", err=True)
    if len(reading.notes) > MOST_NOTES:
        click.echo(f"note: and {len(reading.notes) - MOST_NOTES} more such", err=True)
    changes = changes_of(own, reading.entries)
    kept = {**own, **{change.entry.id: change.entry for change in changes}}
    if kept != own and not dry_run:
        keep(path, kept.values())
    for change in changes:
        if change.outcome != "unchanged":
            click.echo(_line(change, shipped))
    counts = Counter(change.outcome for change in changes)
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("new", "changed", "unchanged") if counts[outcome])
    click.echo(f"{file}: {told}. " + (f"{path} is as it was." if dry_run else f"{path} holds {len(kept)} entries."))
    return 0


def _line(change: Change, shipped: Registry) -> str:
    entry = change.entry
    told = f"{change.outcome:8} {shown(entry.name)}, {entry.kind} ({shown(entry.id)})"
    if change.before is not None:
        return f"{told}: {'; '.join(differences(change.before, entry))}"
    known = counterpart(entry, shipped)
    return f"{told}, joined to the shipped {known.id}" if known else told
