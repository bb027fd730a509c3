"""Label Studio's JSON (https://labelstud.io/guide/task_format): a task a document, and beside it the configuration.

What the coder made is a prediction; what a person confirmed, corrected or added is that person's annotation. Offsets
are code points: the editor's DomManager counts `[...text]`, a line feed and a carriage return as one each, in version
1.14 and later; before, characters outside the Basic Multilingual Plane counted twice (issues 1347, 4988, pull request
6135). Text is shown as it is, `&lt;` with its four characters (pull request 1646 of the front end).

A region has one stretch of text. Broken words are several regions, joined by relations `continues`.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from onrecord.analysis import Entry
from onrecord.interfaces.exports.labelstudio.configuration import configuration
from onrecord.interfaces.exports.labelstudio.tasks import task
from onrecord.interfaces.output import replacing


def write(entries: Iterable[Entry], path: Path) -> int:
    """Writes an array of tasks, one a line, and beside `NAME.json` the labelling configuration as `NAME.config.xml`.

    Gives the number of tasks.
    """
    written = 0
    with replacing(path.with_name(f"{path.stem}.config.xml")) as beside, replacing(path) as file:
        beside.write(configuration())
        file.write("[")
        for entry in entries:
            file.write(",\n" if written else "\n")
            file.write(json.dumps(task(entry.record), ensure_ascii=False, separators=(",", ":")))
            written += 1
        file.write("\n]\n")
    return written
