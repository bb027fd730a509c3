"""`onrecord search`: statements by words, source, outlet and date."""

import json
from itertools import groupby

import click

from onrecord.interfaces.cli.options import (
    check_date,
    form_chosen,
    format_option,
    ledger_option,
    min_confidence_option,
)
from onrecord.interfaces.cli.tables import print_statements
from onrecord.ledger import Hit, Identity, Ledger

EPILOG = """\b
Examples:
  onrecord search ceasefire                        all the words, in any order and form
  onrecord search '"self determination"' sanct*    a phrase, a beginning
  onrecord search tower --who "Maria Stein"        what she said, whatever she was called
  onrecord search --source minister --since 2023 --until 2024-06
"""


@click.command(epilog=EPILOG)
@click.argument("words", nargs=-1)
@ledger_option
@click.option("--source", metavar="NAME", help="Part of the words that name the source.")
@click.option("--who", metavar="NAME", help="Said by whoever bears this name, under any of theirs; see onrecord who.")
@click.option("--about", metavar="NAME", help="Mentioning whoever bears this name.")
@click.option("--outlet", metavar="NAME", help="Part of the outlet's name.")
@click.option("--since", metavar="DATE", callback=check_date, help="Published on or after, as 2024-05-02 or 2024.")
@click.option("--until", metavar="DATE", callback=check_date, help="Published on or before.")
@min_confidence_option
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="At most so many statements.")
@format_option
def search(
    words: tuple[str, ...],
    ledger: str,
    source: str | None,
    who: str | None,
    about: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    min_confidence: float,
    limit: int,
    form: str | None,
) -> int:
    """Find statements in a ledger by WORDS in source, cue or content, the best match first."""
    with Ledger.open(ledger) as opened:
        query = " ".join(words)
        fitting = None if who is None else opened.who(who)
        mentioned = None if about is None else opened.who(about)
        _tell(who, fitting)
        _tell(about, mentioned)
        hits = opened.search(
            query,
            source=source,
            who=fitting,
            about=mentioned,
            outlet=outlet,
            since=since,
            until=until,
            min_confidence=min_confidence,
            limit=limit,
        )
        if form_chosen(form) == "table":
            print_statements(
                (opened.record(document), [hit.statement for hit in group])
                for document, group in groupby(hits, key=lambda hit: hit.document.id)
            )
        else:
            for hit in hits:
                click.echo(_json(hit))
    if not hits:
        click.echo("nothing on record fits", err=True)
    return 0


def _tell(name: str | None, fitting: list[Identity] | None) -> None:
    """Says where a name is nobody's, or several people's."""
    if fitting is not None and len(fitting) != 1:
        told = f"{len(fitting)} on record could be {name}" if fitting else f"nobody on record is called {name}"
        click.echo(f"{told}; onrecord who shows them, each with a key for --who", err=True)


def _json(hit: Hit) -> str:
    row = hit.document
    document = {"id": row.id, "uri": row.uri, "title": row.title, "outlet": row.outlet, "published": row.published}
    return json.dumps({"document": document, "statement": hit.statement.to_dict()}, ensure_ascii=False)
