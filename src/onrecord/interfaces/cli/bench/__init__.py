"""`onrecord bench`: scores the installed coder on gold sets."""

import click

from onrecord.interfaces.cli.bench.actors import actors
from onrecord.interfaces.cli.bench.events import events
from onrecord.interfaces.cli.bench.polnear import polnear


@click.group()
def bench() -> None:
    """Score the installed coder on a gold set."""


bench.add_command(polnear)
bench.add_command(actors)
bench.add_command(events)
