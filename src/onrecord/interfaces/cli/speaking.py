"""`onrecord speaking`: who speaks about whom."""

import json

import click

from onrecord.interfaces.cli.options import check_date, form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.tables import shown
from onrecord.ledger import SHOWN, EntityRow, Ledger, Speakers

EPILOG = """\b
Examples:
  onrecord speaking --about "Maria Stein"             who speaks about her, most often first
  onrecord speaking "Maria Stein"                     whom she speaks about
  onrecord speaking Kremlin --about NATO --since 2024
  onrecord search --who Kremlin --about NATO          what was said
"""


@click.command(epilog=EPILOG)
@click.argument("name", required=False)
@ledger_option
@click.option("--about", metavar="NAME", help="Whom the statements mention.")
@click.option("--since", metavar="DATE", callback=check_date, help="Published on or after, as 2024-05-02 or 2024.")
@click.option("--until", metavar="DATE", callback=check_date, help="Published on or before.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="At most so many pairs.")
@format_option
def speaking(
    name: str | None,
    ledger: str,
    about: str | None,
    since: str | None,
    until: str | None,
    limit: int,
    form: str | None,
) -> int:
    """Count who speaks about whom: whom NAME speaks about, or who speaks about whoever --about names, or both.

    Pronouns count for whom they mean, and every name of somebody is theirs.
    """
    if name is None and about is None:
        raise click.UsageError("say who speaks, or --about whom")
    with Ledger.open(ledger) as opened:
        who, mentioned = (None if each is None else opened.who(each) for each in (name, about))
        for asked, fitting in ((name, who), (about, mentioned)):
            if fitting == []:
                click.echo(f"nobody on record is called {asked}", err=True)
        found = opened.speaking(who=who, about=mentioned, since=since, until=until, limit=limit)
    for each in found:
        click.echo(_json(each) if form_chosen(form) == "jsonl" else _line(each))
    if not found:
        click.echo("nothing on record fits", err=True)
    return 0


def _line(each: Speakers) -> str:
    days = " to ".join(dict.fromkeys(day[:10] for day in (each.first, each.last) if day))
    counts = f"{each.statements} statement{'' if each.statements == 1 else 's'} in {each.documents}"
    return f"{_named(each.speaker)} about {_named(each.spoken_of)}: {counts}{f', {days}' if days else ''}"


def _named(row: EntityRow) -> str:
    return f"{shown(row.name)} ({row.key[:SHOWN]})"


def _json(each: Speakers) -> str:
    told = {
        "speaker": {"name": each.speaker.name, "key": each.speaker.key},
        "about": {"name": each.spoken_of.name, "key": each.spoken_of.key},
        "statements": each.statements,
        "documents": each.documents,
        "first": each.first,
        "last": each.last,
    }
    return json.dumps(told, ensure_ascii=False)
