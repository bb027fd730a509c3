"""Arguments and options that several commands share."""

import getpass
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
by_option = click.option("--by", metavar="NAME", help="Who decides; without it the name you are logged in with.")
why_option = click.option("--why", metavar="WORDS", required=True, help="Why, for whoever reads the log.")


def whoever(by: str | None) -> str:
    """Who decides. Raises UsageError where the system does not know and nobody says."""
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):
        raise click.UsageError("say who decides with --by") from None


def form_chosen(form: str | None, output: Path | None = None) -> str:
    """The format asked for; else a table on a terminal and JSON Lines anywhere else."""
    return form or ("table" if output is None and sys.stdout.isatty() else "jsonl")
