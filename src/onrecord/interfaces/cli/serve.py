"""`onrecord serve`: the pages, on this machine."""

import socket
import webbrowser

import click
import uvicorn

from onrecord.errors import OnrecordError
from onrecord.interfaces.cli.options import ledger_option
from onrecord.interfaces.web import create_app
from onrecord.ledger import Ledger


class CannotServe(OnrecordError):
    """The address cannot be listened on."""


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; this machine only.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
def serve(ledger: str, host: str, port: int, show: bool) -> int:
    """Read and check what is on record in the browser.

    The text of each document with sources, cues and contents marked, the statements beside it; events, times and places
    as layers, with whose word each event is. Works offline. Stop it with Ctrl-C.
    """
    with Ledger.open(ledger) as opened:
        name = opened.name  # a missing or damaged ledger is said here, not on a page
    listener = _listen(host, port)
    url = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
    click.echo(f"onrecord: {name} is at {url} (Ctrl-C stops)", err=True)
    if show:
        webbrowser.open(url)
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="warning", lifespan="off"))
    server.run(sockets=[listener])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises CannotServe where the port is taken or the address is not this machine's."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise CannotServe(f"{host}:{port} cannot be listened on ({error.strerror}); try --port 0") from error
