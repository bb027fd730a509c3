"""A copy of the text that a parser reads well, character for character as long as the text itself.

Parsers are trained on straight marks: guillemets, low marks and single marks around an utterance break their sentences
apart, and so do a dateline or a speaker's label glued to the first sentence. Only the parser sees the copy.
"""

import re
from collections.abc import Sequence

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote

# `NIAMEY, Niger, Nov. 9, 2020 (Agency) — `, `Geneva, 3 May – `, `KYIV (Reuters) - `: a place, then a date, an agency
# or capitals, then a dash.
DATELINE = re.compile(
    r"\s*(?=[^\n]{0,100}?(?:\d|\)|[A-Z]{3}))(?P<line>[A-Z][^\n—–:;\"“”]{1,110}?)\s*(?:—|–|--|(?<=[\s)\d])-)\s+(?=\S)"
)
PLACE = re.compile(r"(?:[A-Z]{3,}|[A-Z][\w’'-]+(?:[ ,]+[A-Z][\w’'-]+)*,?\s+(?:\(|\d|[A-Z][a-z]+\.?\s+\d))")
MARKS = dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("’‘‛`", "'")


def make_readable(text: str, quotations: Sequence[Quote]) -> str:
    """The text with every quotation mark straight: a double one where it opens or closes an outer quotation."""
    characters = [MARKS.get(char, char) for char in text]
    for quote in quotations:
        if quote.depth == 0 and quote.closed:
            for start, _ in quote.pieces:
                characters[start] = '"'
            characters[quote.end - 1] = '"'
    return "".join(characters)


def split_datelines(text: str, paragraphs: Sequence[Bounds]) -> list[Bounds]:
    """The paragraphs, a dateline apart from the sentence behind it."""
    parts: list[Bounds] = []
    for start, end in paragraphs:
        match = DATELINE.match(text, start, end)
        if match is not None and PLACE.match(match["line"]):
            parts += [(start, match.end("line")), (match.end(), end)]
        else:
            parts.append((start, end))
    return parts
