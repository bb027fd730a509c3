"""`onrecord who`: who is on record under a name."""

import json

import click

from onrecord.interfaces.cli.identities import MOST_DOCUMENTS, identity_json, lines_of
from onrecord.interfaces.cli.options import form_chosen, format_option, ledger_option
from onrecord.ledger import Identity, Ledger

EPILOG = """\b
Examples:
  onrecord who "Maria Stein"                   all of that name, each by itself
  onrecord who Zelenskyy                       however it is spelled
  onrecord who stein --statements 20 --format jsonl
  onrecord who 3f9a1c20                        one of them, by the key behind the name
"""


@click.command(epilog=EPILOG)
@click.argument("name")
@ledger_option
@click.option("--statements", default=5, show_default=True, type=click.IntRange(0), help="How many of the last ones.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="At most so many who fit.")
@format_option
def who(name: str, ledger: str, statements: int, limit: int, form: str | None) -> int:
    """Say who is on record under NAME: a person, an organisation, a country; a registry id or a key.

    Names, roles by date, countries, PLOVER sectors, documents, the last statements, and why all that is one. Two of one
    name whom nothing shows to be one are told apart; say that they are one, or that one is two, with: onrecord same.
    """
    with Ledger.open(ledger) as opened:
        found = opened.who(name)
        jsonl = form_chosen(form) == "jsonl"
        for identity in found[:limit]:
            last = opened.search(who=[identity], limit=statements) if statements else []
            if jsonl:
                click.echo(json.dumps(identity_json(identity, last), ensure_ascii=False))
            else:
                click.echo("\n".join(lines_of(identity, _headings(opened, identity), last)) + "\n")
    _tell(name, found, limit)
    return 0


def _headings(ledger: Ledger, identity: Identity) -> dict[str, str]:
    """The headings of the last documents that it stands in."""
    rows = (ledger.document(row.document) for row in identity.entities[-MOST_DOCUMENTS:])
    return {row.id: row.heading for row in rows if row is not None}


def _tell(name: str, found: list[Identity], limit: int) -> None:
    if not found:
        click.echo(f"nobody on record is called {name}", err=True)
    elif len(found) > limit:
        click.echo(f"{len(found)} fit; --limit shows more", err=True)
