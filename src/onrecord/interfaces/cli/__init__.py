"""The command line, one file a command. Results go to stdout, progress and messages to stderr.

Exit status: 0 done; 1 done, with something skipped or found wrong; 2 could not run.
"""

import sys

import click

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.interfaces.cli.add import add
from onrecord.interfaces.cli.bench import bench
from onrecord.interfaces.cli.copies import copies
from onrecord.interfaces.cli.diff import diff
from onrecord.interfaces.cli.export import export
from onrecord.interfaces.cli.happenings import disputes, timeline
from onrecord.interfaces.cli.positions import positions
from onrecord.interfaces.cli.read import read
from onrecord.interfaces.cli.registry import registry
from onrecord.interfaces.cli.review import review
from onrecord.interfaces.cli.same import same
from onrecord.interfaces.cli.search import search
from onrecord.interfaces.cli.serve import serve
from onrecord.interfaces.cli.speaking import speaking
from onrecord.interfaces.cli.terms import terms
from onrecord.interfaces.cli.verify import verify
from onrecord.interfaces.cli.who import who

EPILOG = """\b
Examples:
  onrecord read article.txt                  who said what, and who did what, as tables
  onrecord read news/ -o records.jsonl       a folder, one JSON record a line
  onrecord add news/*.html                   file into the ledger onrecord.db
  onrecord search ceasefire --source minister
  onrecord registry add people.csv           who holds which office when, as you know it
  onrecord who Zelensky                      under every name, with what was said last
  onrecord review a.txt                      see what is coded, and confirm, correct, reject, undo
  onrecord positions Zelensky --on ceasefire what was said first and last, and what changed
  onrecord disputes                          rival accounts of one happening, side by side
  onrecord terms                             what expires next, and what has
  onrecord diff                              what an edit or another coder changed
  onrecord export --to csv -o tables/        for other programs, in fourteen formats
  onrecord serve                             read and check in the browser
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
def commands() -> None:
    """Reads news and keeps a ledger of what is on the record.

    Who said what, in whose words, and who did what as whose claim, each field tied to the exact characters it came
    from. Everything happens on this machine; nothing is sent anywhere.
    """


for command in (
    read, add, search, who, same, review, positions, disputes, timeline, speaking, terms, copies, diff, export, verify,
    serve, registry, bench,
):  # fmt: skip
    commands.add_command(command)


def main() -> None:
    """Runs the command line and exits with its status."""
    try:
        status = commands.main(standalone_mode=False)
    except click.ClickException as error:
        error.show(sys.stderr)
        sys.exit(2)
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("onrecord: stopped; what was reported done is done", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)
