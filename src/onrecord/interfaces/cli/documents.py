"""The document that a user means."""

import click

from onrecord.ledger import DocumentRow, Ledger


def document_called(ledger: Ledger, called: str) -> DocumentRow:
    """The document that an address, an id, or the end of the one or the beginning of the other names.

    Raises ClickException where not just one does.
    """
    found = ledger.documents_called(called)
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.ClickException(f"no document is called {called}; give its address or its id")
    names = "\n".join(f"  {row.id[:19]}  {row.uri or row.heading}" for row in found[:10])
    raise click.ClickException(f"{len(found)} documents are called {called}; give the id of one:\n{names}")
