"""`onrecord review agreement`: where several people decided on one thing."""

import json

import click

from onrecord.interfaces.cli.options import form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.review.ledger import document_called, open_ledger
from onrecord.interfaces.cli.review.words import line_of_review
from onrecord.ledger import Agreement, agreement, agreement_rate


@click.command("agreement")
@click.argument("document", required=False)
@click.option("--conflicts", is_flag=True, help="Only where they differ.")
@ledger_option
@format_option
def show_agreement(document: str | None, conflicts: bool, ledger: str, form: str | None) -> int:
    """List what more than one person decided on, in one DOCUMENT or in all, and whether they agree; the last counts."""
    with open_ledger(ledger) as opened:
        reviews = opened.reviews(document_called(opened, document).id if document else None)
    found = agreement(reviews)
    for each in found:
        if conflicts and each.are_agreed:
            continue
        if form_chosen(form) == "jsonl":
            click.echo(json.dumps(_json(each), ensure_ascii=False))
        else:
            click.echo("agree" if each.are_agreed else "differ")
            click.echo("\n".join(line_of_review(review) for review in each.reviews))
    rate = agreement_rate(found)
    told = "no two people decided on one thing" if rate is None else f"{rate:.0%} of {len(found)} agreed"
    click.echo(told, err=True)
    return 0


def _json(found: Agreement) -> dict[str, object]:
    return {
        "document": found.document,
        "part": found.anchor.part,
        "field": found.field,
        "agreed": found.are_agreed,
        "reviews": [review.to_dict() for review in found.reviews],
    }
