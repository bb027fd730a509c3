"""`onrecord verify`: checks every span of every record against the text."""

import json
from dataclasses import asdict

import click

from onrecord.interfaces.cli.options import form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.tables import shown
from onrecord.ledger import Ledger, Problem


@click.command()
@ledger_option
@format_option
def verify(ledger: str, form: str | None) -> int:
    """Slice every span of every record again out of the stored text, and say what does not match.

    Also checks the file itself, each document's hash, and the columns that searches go by. Exit status 1 where
    anything is wrong.
    """
    count = 0
    jsonl = form_chosen(form) == "jsonl"
    with Ledger.open(ledger) as opened:
        for problem in opened.verify():
            count += 1
            click.echo(json.dumps(asdict(problem), ensure_ascii=False) if jsonl else _line(problem))
        if count:
            click.echo(f"{ledger}: {count} found wrong", err=True)
            return 1
        totals = opened.totals()
    told = f"{totals.documents} documents, {totals.codings} records, {totals.statements} statements"
    click.echo(f"{ledger}: {told}: all match", err=jsonl)
    return 0


def _line(problem: Problem) -> str:
    parts = (problem.document, shown(problem.uri or ""), f"{problem.field}: {shown(problem.message)}")
    return " ".join(part for part in parts if part)
