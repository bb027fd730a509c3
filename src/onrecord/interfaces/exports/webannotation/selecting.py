"""Words of a document as targets and bodies."""

from typing import Any

from onrecord.interfaces.exports.identifiers import web_address
from onrecord.record import Document, Span, Spans

# How much of the text stands before and after a quotation; Hypothesis takes as much.
AROUND = 32


class Selecting:
    """Selects in one document.

    The source is the text as Onrecord read it, which its SHA-256 names: in the page that it came from (`via`) other
    words stand before it, and positions would be others.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self.source: dict[str, Any] = {"id": document.id, "type": "Text", "format": "text/plain"}
        if document.language is not None:
            self.source["language"] = document.language
        if address := web_address(document):
            self.source["via"] = address

    def all(self, spans: Spans) -> list[dict[str, Any]]:
        """Each of the spans as a SpecificResource."""
        return [self._one(span) for span in spans]

    def _one(self, span: Span) -> dict[str, Any]:
        return {
            "type": "SpecificResource",
            "source": self.source["id"],
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.text,
                    "prefix": self._text[max(0, span.start - AROUND) : span.start],
                    "suffix": self._text[span.end : span.end + AROUND],
                },
            ],
        }
