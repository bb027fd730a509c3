"""FollowTheMoney (https://followthemoney.tech): an entity a line, as `ftm` and Aleph take them.

An Article a document; a Person, PublicBody, Organization or LegalEntity an entity; a Mention a name in a document; an
Event; a Note a statement; an Occupancy with its Position a role. Only properties that the schemata of version 4 have:
a Mention has none for offsets, and a link none for reviews.

Who is one across documents has one id, and a line a document: fragments, which `ftm aggregate` and Aleph join.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from onrecord.analysis import Entry
from onrecord.interfaces.exports.ftm.entities import entities_of
from onrecord.interfaces.output import replacing


def write(entries: Iterable[Entry], path: Path) -> int:
    """Writes an entity a line; gives the number of lines."""
    written = 0
    with replacing(path) as file:
        for entry in entries:
            for entity in entities_of(entry):
                file.write(json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n")
                written += 1
    return written
