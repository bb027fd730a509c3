"""`onrecord review confirm`, `correct`, `reject`, `add`, `comment`."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from onrecord.interfaces.cli.options import by_option, ledger_option, whoever, why_option
from onrecord.interfaces.cli.review.ledger import document_called, open_ledger
from onrecord.interfaces.cli.review.words import PARTS, line_of_review
from onrecord.ledger import ReviewDraft, draft_addition, draft_review
from onrecord.record import Part, Record

document_argument = click.argument("document")
item_argument = click.argument("item", metavar="ID")
field_argument = click.argument("field", required=False)
set_option = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=VALUE",
    help="A field and its value; can be given again, for one field too where it takes several.",
)


@click.command()
@document_argument
@item_argument
@field_argument
@ledger_option
@by_option
@click.option("--why", metavar="WORDS", default="", help="Why, for whoever reads the log.")
def confirm(document: str, item: str, field: str | None, ledger: str, by: str | None, why: str) -> int:
    """Say that the item ID of DOCUMENT's record, or one FIELD of it, is right.

    It then stays so, whatever a later coding says.
    """
    return _decide(
        document, ledger, by, why, lambda record, coded: draft_review(record, item, "confirm", field, machine=coded)
    )


@click.command()
@document_argument
@item_argument
@field_argument
@click.option(
    "--to",
    "values",
    multiple=True,
    metavar="VALUE",
    help="What is right; again for each piece of broken words, or for each in a list.",
)
@click.option("--entity", metavar="ID|NAME", help="Whom the words of a source, addressee, actor … mean.")
@click.option("--nothing", is_flag=True, help="Nothing is right: the field is empty.")
@set_option
@ledger_option
@by_option
@why_option
def correct(
    document: str,
    item: str,
    field: str | None,
    values: tuple[str, ...],
    entity: str | None,
    nothing: bool,
    settings: tuple[str, ...],
    ledger: str,
    by: str | None,
    why: str,
) -> int:
    """Say what FIELD of the item ID in DOCUMENT's record should be, or with --set what several should be.

    Words are looked for in the text near the item, as they stand there; @120:134 means the code points 120 to 134.
    Another item is named by its id or by words of it, somebody by name, a country by name or code.
    """
    given = _settings(settings) if field is None else _value(values, entity, nothing)
    return _decide(
        document,
        ledger,
        by,
        why,
        lambda record, coded: draft_review(record, item, "correct", field, given, machine=coded),
    )


@click.command()
@document_argument
@item_argument
@field_argument
@ledger_option
@by_option
@why_option
def reject(document: str, item: str, field: str | None, ledger: str, by: str | None, why: str) -> int:
    """Say that the item ID of DOCUMENT's record is none, or that what one FIELD of it has is wrong.

    With a statement goes what only it claims. What is rejected stays so when a later coding finds it again.
    """
    return _decide(
        document, ledger, by, why, lambda record, coded: draft_review(record, item, "reject", field, machine=coded)
    )


@click.command()
@document_argument
@click.argument("part", type=click.Choice(PARTS))
@set_option
@ledger_option
@by_option
@why_option
def add(document: str, part: Part, settings: tuple[str, ...], ledger: str, by: str | None, why: str) -> int:
    """Add what DOCUMENT's record lacks to one PART of it, with the fields that --set gives.

    The words that name an entity are its field words; every other field is one of the record. Once a coding has the
    item itself it is not doubled.
    """
    return _decide(document, ledger, by, why, lambda record, _: draft_addition(record, part, _settings(settings)))


@click.command()
@document_argument
@item_argument
@field_argument
@ledger_option
@by_option
@why_option
def comment(document: str, item: str, field: str | None, ledger: str, by: str | None, why: str) -> int:
    """Remark on the item ID of DOCUMENT's record, or on one FIELD of it, in the words of --why; nothing changes."""
    return _decide(
        document, ledger, by, why, lambda record, coded: draft_review(record, item, "comment", field, machine=coded)
    )


def _decide(
    document: str, ledger: str, by: str | None, why: str, draft: Callable[[Record, Record], ReviewDraft]
) -> int:
    """Writes down a review that is drafted from the record as it stands and as the coder left it."""
    who = whoever(by)
    with open_ledger(ledger) as opened:
        row = document_called(opened, document)
        drafted = draft(opened.record(row.id), opened.machine_record(row.id))
        review = opened.review(row.id, drafted, who=who, why=why)
    click.echo(line_of_review(review))
    return 0


def _value(values: Sequence[str], entity: str | None, nothing: bool) -> Any:
    """What --to, --entity and --nothing say."""
    if nothing or not (values or entity):
        if not nothing or values or entity:
            raise click.UsageError("say what is right with --to VALUE, or --nothing")
        return None
    said: Any = list(values) if len(values) > 1 else next(iter(values), None)
    if entity is None:
        return said
    return {"entity": entity} if said is None else {"words": said, "entity": entity}


def _settings(settings: Sequence[str]) -> dict[str, Any]:
    """The fields that --set gives, those given again as lists; an empty value is none."""
    given: dict[str, list[str]] = {}
    for setting in settings:
        field, equals, value = setting.partition("=")
        if not equals:
            raise click.UsageError(f"{setting!r} has no value; write --set FIELD=VALUE")
        given.setdefault(field.strip(), []).append(value)
    if not given:
        raise click.UsageError("name a FIELD, or give fields with --set FIELD=VALUE")
    return {field: values if len(values) > 1 else values[0] or None for field, values in given.items()}
