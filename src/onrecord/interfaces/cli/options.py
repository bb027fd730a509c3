"""Arguments and options that several commands share."""

import sys
from pathlib import Path

import click

from onrecord.record import is_edtf_date


def check_date(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date as `2024-05-02`, `2024-05` or `2024`; a usage error where it is none."""
    if value is not None and not is_edtf_date(value):
        raise click.BadParameter(f"{value!r} is no date; write it as 2024-05-02, 2024-05 or 2024.")
    return value


documents_argument = click.argument("documents", nargs=-1, required=True, metavar="PATH|URL|-...")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    help="Table or JSON Lines; without it a table on a terminal, else JSON Lines.",
)
published_option = click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The publication date of documents that carry none, such as 2024-05-02.",
)
min_confidence_option = click.option(
    "--min-confidence",
    metavar="0-1",
    default=0.0,
    type=click.FloatRange(0, 1),
    help="Leave out statements less sure than this: at 0.7 go two thirds of the wrong ones and a fifth of the right.",
)
ledger_option = click.option(
    "--ledger",
    metavar="FILE|URL",
    default="onrecord.db",
    show_default=True,
    envvar="ONRECORD_LEDGER",
    help="The ledger: a file, or postgresql://USER@HOST/DATABASE. $ONRECORD_LEDGER names another default.",
)


def form_chosen(form: str | None, output: Path | None = None) -> str:
    """The format asked for; else a table on a terminal and JSON Lines anywhere else."""
    return form or ("table" if output is None and sys.stdout.isatty() else "jsonl")
