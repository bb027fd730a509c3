"""Paragraphs: where the text's lines begin and end, hard-wrapped lines joined."""

import re
from itertools import pairwise
from statistics import median

Bounds = tuple[int, int]

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
BLANK = re.compile(r"(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])")

# Mail and terminals wrap at 60 to 80 columns; a block of such lines is one paragraph. Measured on no corpus: the
# bounds only have to tell a wrapped text from one with a line a paragraph, whose lines are far more uneven.
WRAPPED_AT = (55, 100)


def find_paragraphs(text: str) -> list[Bounds]:
    """(start, end) of every paragraph with a character that is not a space, in code points and text order.

    A line is a paragraph, except in a text wrapped at a fixed width with blank lines between its paragraphs.
    """
    lines = [match.span() for match in LINE.finditer(text) if not match.group().isspace()]
    return _join_wrapped(text, lines) if _is_wrapped(text, lines) else lines


def _is_wrapped(text: str, lines: list[Bounds]) -> bool:
    """Whether most lines that another line follows are equally long and run on without an end of sentence."""
    inner = [one for one, other in pairwise(lines) if not BLANK.search(text, one[1], other[0])]
    if len(inner) < 3 or len(inner) < len(lines) / 3:
        return False
    lengths = [end - start for start, end in inner]
    unfinished = sum(text[end - 1] not in ".!?\"”’'»:" for _, end in inner)
    return WRAPPED_AT[0] <= median(lengths) and max(lengths) <= WRAPPED_AT[1] and unfinished >= 0.6 * len(inner)


def _join_wrapped(text: str, lines: list[Bounds]) -> list[Bounds]:
    joined = lines[:1]
    for start, end in lines[1:]:
        if BLANK.search(text, joined[-1][1], start):
            joined.append((start, end))
        else:
            joined[-1] = (joined[-1][0], end)
    return joined
