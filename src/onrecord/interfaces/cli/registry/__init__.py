"""`onrecord registry`: who is who, as shipped and as the user knows it."""

import click

from onrecord.interfaces.cli.registry.add import add
from onrecord.interfaces.cli.registry.listing import list_entries
from onrecord.interfaces.cli.registry.remove import remove
from onrecord.interfaces.cli.registry.show import show

EPILOG = """\b
Examples:
  onrecord registry add people.csv           your own people and bodies, for all ledgers
  onrecord registry list foreign minister    whose name or office has these words
  onrecord registry show Artsakh             all that is known of one
  onrecord registry remove "own:Maria Stein"

\b
A file people.csv:
  name,aliases,office,from,until,country,sector,ids
  Maria Stein,M. Stein; Marie Stein,foreign minister,2020-01-07,2023-05,AUT,GOV,wikidata:Q1
  Maria Stein,,member of parliament,2023-06,,AUT,LEG,
"""


@click.group(epilog=EPILOG)
def registry() -> None:
    """Keep a registry of who is who: the shipped one and your own.

    An office counts on its dates only: who gave it up is no minister in a document of a later day. Your own entries are
    kept in a file in your data folder, or where ONRECORD_REGISTRY says.
    """


for command in (add, list_entries, show, remove):
    registry.add_command(command)
