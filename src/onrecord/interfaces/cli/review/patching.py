"""`onrecord review export` and `import`: corrections that go from one ledger to another."""

import sys
from pathlib import Path

import click

from onrecord import __version__
from onrecord.interfaces.cli.options import ledger_option
from onrecord.interfaces.cli.review.ledger import document_called, open_ledger
from onrecord.interfaces.output import replacing
from onrecord.ledger import read_patch, write_patch


@click.command("export")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Where to.")
@ledger_option
def export_patch(documents: tuple[str, ...], output: Path | None, ledger: str) -> int:
    """Write what people decided as a patch: of these DOCUMENTs, or of all, with the judgements on who is one.

    Another ledger that has the same texts takes it with onrecord review import, by whatever version they are coded.
    """
    with open_ledger(ledger) as opened:
        chosen = [document_called(opened, each).id for each in documents]
        reviews = [each for each in opened.reviews() if not chosen or each.document in chosen]
        uris = {row.id: row.uri for row in opened.documents()}
        judgements = opened.judgements() if not chosen else []
    lines = [f"{line}\n" for line in write_patch(reviews, judgements, uris, by=f"onrecord {__version__}")]
    if output is None:
        sys.stdout.writelines(lines)
    else:
        with replacing(output) as file:
            file.writelines(lines)
    click.echo(f"{len(reviews)} reviews, {len(judgements)} judgements", err=True)
    return 0


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@ledger_option
def import_patch(file: Path, ledger: str) -> int:
    """Take over what people decided in another ledger; what is known already changes nothing.

    Nothing is taken where a line of FILE is wrong. Decisions on documents that are not in the ledger are left out and
    counted: import the file again once they are added. Exit status 1 where some were left out.
    """
    with file.open(encoding="utf-8") as lines:
        patch = read_patch(lines, str(file))
    with open_ledger(ledger) as opened:
        taken = opened.import_patch(patch)
    click.echo(f"{len(taken.reviews)} reviews and {len(taken.judgements)} judgements new, {taken.known} known")
    for document, count in taken.absent.items():
        click.echo(f"{count} left out: {patch.uris.get(document) or document} is not in the ledger", err=True)
    return 1 if taken.absent else 0
