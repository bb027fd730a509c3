"""`onrecord review undo` and `log`: what was decided, and taken back."""

import json

import click

from onrecord.interfaces.cli.options import by_option, form_chosen, format_option, ledger_option, whoever, why_option
from onrecord.interfaces.cli.review.ledger import document_called, open_ledger
from onrecord.interfaces.cli.review.words import line_of_review
from onrecord.ledger import undone_by


@click.command("undo")
@click.argument("number", type=click.IntRange(1))
@ledger_option
@by_option
@why_option
def take_back(number: int, ledger: str, by: str | None, why: str) -> int:
    """Take back review NUMBER, or an undoing.

    Every answer is again what it was without it. The log keeps both.
    """
    with open_ledger(ledger) as opened:
        review = opened.undo_review(number, who=whoever(by), why=why)
    click.echo(line_of_review(review))
    return 0


@click.command("log")
@click.argument("document", required=False)
@ledger_option
@format_option
def show_log(document: str | None, ledger: str, form: str | None) -> int:
    """List every review ever made, of one DOCUMENT or of all.

    Number, when, who, what and why, and whether it is undone.
    """
    with open_ledger(ledger) as opened:
        reviews = opened.reviews(document_called(opened, document).id if document else None)
    states = {number: f"undone by {undoing}" for number, undoing in undone_by(reviews).items()}
    for review in reviews:
        state = states.get(review.number, "")
        if form_chosen(form) == "jsonl":
            click.echo(json.dumps({**review.to_dict(), "state": state or "in force"}, ensure_ascii=False))
        else:
            click.echo(line_of_review(review, state))
    if not reviews:
        click.echo("nobody has reviewed yet", err=True)
    return 0
