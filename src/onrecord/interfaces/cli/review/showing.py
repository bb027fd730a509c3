"""`onrecord review DOCUMENT`: what is in a record, and what people decided on it."""

import json
from dataclasses import asdict

import click

from onrecord.interfaces.cli.options import form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.review.ledger import document_called, open_ledger
from onrecord.interfaces.cli.review.words import PARTS, decisions_on, lines_of, state_of
from onrecord.ledger import apply_reviews


@click.command()
@click.argument("document")
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), help="Only this part; can be given again.")
@ledger_option
@format_option
def show(document: str, parts: tuple[str, ...], ledger: str, form: str | None) -> int:
    """List the items of DOCUMENT's record by their ids, each with what people decided on it.

    What has no such note the coder made. Below are what was rejected, and the decisions that rest since the current
    coding has nothing that they fit.
    """
    with open_ledger(ledger) as opened:
        row = document_called(opened, document)
        applied = apply_reviews(opened.machine_record(row.id), opened.reviews(row.id))
    record = applied.record
    is_jsonl = form_chosen(form) == "jsonl"
    for part, item, words in lines_of(record, [each for each in PARTS if not parts or each in parts]):
        decisions = decisions_on(record, part, item)
        if is_jsonl:
            told = {"part": part, "item": item, "words": words, "reviews": [asdict(each) for each in decisions]}
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            click.echo(f"{item:>10}  {words}" + (f"  [{state_of(decisions)}]" if decisions else ""))
    for reviewed in (each for each in record.reviews if each.verdict == "reject" and each.field is None):
        if is_jsonl:
            told = {"part": reviewed.part, "item": reviewed.item, "words": "", "reviews": [asdict(reviewed)]}
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            click.echo(f"{reviewed.item:>10}  {reviewed.part}  [{state_of([reviewed])}]")
    for resting in applied.resting:
        click.echo(f"review {resting.review.number} rests: {resting.reason}", err=True)
    return 0
