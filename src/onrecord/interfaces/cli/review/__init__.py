"""`onrecord review`: what people decide on the fields of a record."""

import click

from onrecord.interfaces.cli.review.agreeing import show_agreement
from onrecord.interfaces.cli.review.deciding import add, comment, confirm, correct, reject
from onrecord.interfaces.cli.review.history import show_log, take_back
from onrecord.interfaces.cli.review.patching import export_patch, import_patch
from onrecord.interfaces.cli.review.showing import show

EPILOG = """\b
Examples:
  onrecord review news/depot.txt                      every item with its id, and what people decided
  onrecord review confirm depot.txt s3
  onrecord review correct depot.txt s3 source --to "the ministry" --why "she only reads it out"
  onrecord review correct depot.txt m4 entity --to "Maria Stein" --why "the pronoun means her"
  onrecord review correct depot.txt f2 --set low=100 --set high=200 --why "a range"
  onrecord review reject depot.txt e2 --why "a metaphor"
  onrecord review add depot.txt events --set trigger=shelled --set type=ASSAULT --set voice=s3 --why "missed"
  onrecord review undo 3 --why "mistaken"             every answer is again what it was
  onrecord review export -o corrections.jsonl         for another ledger with the same texts
  onrecord review import corrections.jsonl
"""


class _Group(click.Group):
    """A group whose first word may be a document: `onrecord review depot.txt` is `onrecord review show depot.txt`."""

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if arguments and self.get_command(context, arguments[0]) is None:
            arguments = ["show", *arguments]
        return super().resolve_command(context, arguments)


@click.group(cls=_Group, epilog=EPILOG)
def review() -> None:
    """Confirm, correct, reject, add or remark on any field of a document's record; list what is in it.

    DOCUMENT is a document's address or the end of it, or its id or the beginning of that. Each decision keeps who, when
    and why, is never changed, and can be undone; it still holds when the document is coded again. What the coder wrote
    stays as it is.
    """


for command in (
    show, confirm, correct, reject, add, comment, take_back, show_log, show_agreement, export_patch, import_patch
):  # fmt: skip
    review.add_command(command)
