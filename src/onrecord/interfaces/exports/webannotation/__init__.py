"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/) in JSON-LD, with PROV-O (https://www.w3.org/TR/prov-o/).

One AnnotationCollection with one page in it (5): the model has no file of loose annotations, and of its pages a
collection holds the first only. An annotation has a line of its own, so that the file can also be read by lines.

An annotation's target is words, with a TextPositionSelector and a TextQuoteSelector that select the same, in code
points (4.2.4). Broken words are several targets in the order of the text, since several selectors of one target are
alternatives (4.2). A first body classifies it, and a body a role points to words of the same text.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from onrecord.analysis import Entry
from onrecord.interfaces.exports.webannotation.annotations import CONTEXT, annotations_of
from onrecord.interfaces.output import replacing


def write(entries: Iterable[Entry], path: Path) -> int:
    """Writes the collection, an annotation a line; gives the number of annotations."""
    context = json.dumps(CONTEXT)
    written = 0
    with replacing(path) as file:
        file.write(f'{{"@context":{context},"type":"AnnotationCollection","label":"Onrecord",\n')
        file.write('"first":{"type":"AnnotationPage","startIndex":0,"items":[')
        for entry in entries:
            for annotation in annotations_of(entry):
                file.write(",\n" if written else "\n")
                file.write(json.dumps(annotation, ensure_ascii=False, separators=(",", ":")))
                written += 1
        file.write(f'\n]}},"total":{written}}}\n')
    return written
