"""`onrecord registry remove`: an own entry taken out."""

from pathlib import Path

import click

from onrecord.codebooks.registry import entries_named, load_own, load_registry, own_path
from onrecord.errors import RegistryError
from onrecord.interfaces.cli.registry.kept import keep, registry_option
from onrecord.interfaces.cli.tables import shown


@click.command()
@click.argument("key", metavar="ID")
@registry_option
def remove(key: str, path: Path | None) -> int:
    """Take the entry ID out of your own registry; `onrecord registry list --own` shows the ids.

    Shipped entries stay; an own entry that was joined to one leaves it as it was shipped.
    """
    path = path or own_path()
    own = load_own(path)
    if key not in own:
        alike = [entry.id for entry in entries_named(own.values(), key)]
        if alike:
            raise RegistryError(f"{key} is no id; remove {' or '.join(alike)}")
        shipped = "only shipped, and shipped entries stay" if key in load_registry().entries else "no entry of your own"
        raise RegistryError(f"{key} is {shipped}; `onrecord registry list --own` shows those of {path}")
    gone = own.pop(key)
    keep(path, own.values())
    click.echo(f"removed  {shown(gone.name)} ({shown(gone.id)}). {path} holds {len(own)} entries.")
    return 0
