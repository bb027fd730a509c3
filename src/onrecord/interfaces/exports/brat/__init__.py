"""brat's standoff format (https://brat.nlplab.org/standoff.html): a folder to put into brat's `data`.

A document is a `.txt` with its text and an `.ann` with a line an annotation: T the words, E a statement, event or term
with its roles, R and Equiv who is meant, A what is told of it, # a note. Offsets are code points, as brat's server
counts them. A statement is an event triggered by its content, which it always has; its cue may be missing.

brat reads an `.ann` by lines and compares each T with the text, so words that go over a line break are cut there, into
the pieces of a discontinuous T, whose text brat joins by a space. An event's trigger may be nothing else, so triggers
have T of their own.
"""

from collections.abc import Iterable
from pathlib import Path

from onrecord.analysis import Entry
from onrecord.interfaces.exports.brat.configuration import annotation_conf, visual_conf
from onrecord.interfaces.exports.brat.lines import lines_of
from onrecord.interfaces.exports.identifiers import digits
from onrecord.interfaces.output import replacing_folder


def write(entries: Iterable[Entry], path: Path) -> int:
    """Writes a folder of documents with brat's configuration; gives the number of documents."""
    written = 0
    with replacing_folder(path) as folder:
        (folder / "annotation.conf").write_text(annotation_conf(), encoding="utf-8", newline="\n")
        (folder / "visual.conf").write_text(visual_conf(), encoding="utf-8", newline="\n")
        for entry in entries:
            document = entry.record.document
            name = digits(document)
            (folder / f"{name}.txt").write_text(document.text, encoding="utf-8", newline="")
            lines = lines_of(entry.record)
            (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
            written += 1
    return written
