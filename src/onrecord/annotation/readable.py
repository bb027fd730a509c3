"""A copy of the text that a parser reads well, character for character as long as the text itself.

Parsers are trained on straight marks: guillemets, low marks and single marks around an utterance break their sentences
apart, and so do a dateline or a speaker's label glued to the first sentence. Only the parser sees the copy.
"""

import re
from collections.abc import Sequence

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.codebooks.nouns import load_given_names
from onrecord.codebooks.places import load_places
from onrecord.codebooks.registry import cut_words, load_registry

# `NIAMEY, Niger, Nov. 9, 2020 (Agency) — `, `Geneva, 3 May – `, `KYIV (Reuters) - `: a place, then a date, an agency
# or capitals, then a dash.
DATELINE = re.compile(
    r"\s*(?=[^\n]{0,100}?(?:\d|\)|[A-Z]{3}))(?P<line>[A-Z][^\n—–:;\"“”]{1,110}?)\s*(?:—|–|--|(?<=[\s)\d])-)\s+(?=\S)"
)
PLACE = re.compile(r"(?:[A-Z]{3,}|[A-Z][\w’'-]+(?:[ ,]+[A-Z][\w’'-]+)*,?\s+(?:\(|\d|[A-Z][a-z]+\.?\s+\d))")
# A capital within a sentence: behind a small letter, a digit or a comma.
CAPITAL = re.compile(r"(?<=[a-z0-9,] )[A-Z][\w’'-]+")
MARKS = dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("’‘‛`", "'")


def make_readable(text: str, quotations: Sequence[Quote], paragraphs: Sequence[Bounds] = ()) -> str:
    """The text with every quotation mark straight, and headlines without the capitals that are only theirs.

    A double mark stands where an outer quotation opens or closes.
    """
    characters = [MARKS.get(char, char) for char in text]
    for start, end in headline_capitals(text, paragraphs):
        if len(text[start:end].lower()) == end - start:
            characters[start:end] = text[start:end].lower()
    for quote in quotations:
        if quote.depth == 0 and quote.closed:
            for start, _ in quote.pieces:
                characters[start] = '"'
            characters[quote.end - 1] = '"'
    return "".join(characters)


def headline_capitals(text: str, paragraphs: Sequence[Bounds]) -> list[Bounds]:
    """The words of headlines that have a capital only because every word there has one.

    A parser takes `President Visits France` for one long name. What has its capital elsewhere in the text too, within a
    sentence, or is a name that we know, keeps it.
    """
    headlines = [each for each in paragraphs if _is_headline(text, *each)]
    if not headlines:
        return []
    elsewhere = {match[0] for match in CAPITAL.finditer(text) if not any(a <= match.start() < b for a, b in headlines)}
    found = []
    for start, end in headlines:
        words = cut_words(text, start, end)
        named = {
            index
            for matches in (load_registry().find(words), load_places().find(words))
            for match in matches
            for index in range(match.first, match.last)
        }
        for index, word in enumerate(words[1:], 1):
            known = index in named or word.text in elsewhere or word.folded in load_given_names()
            if word.text.istitle() and not known:
                found.append((word.start, word.end))
    return found


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is one line of words that nearly all have capitals, without a full stop."""
    words = text[start:end].split()
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return (
        4 <= len(words) <= 25
        and text[end - 1] not in ".!:;,"
        and sum(word[0].isupper() for word in long) >= 0.8 * len(long) > 2
    )


def find_datelines(text: str, paragraphs: Sequence[Bounds]) -> list[Bounds]:
    """The datelines that paragraphs begin with, `NIAMEY, Niger, Nov. 9, 2020 (Agency)`."""
    return [
        (start, match.end("line"))
        for start, end in paragraphs
        if (match := DATELINE.match(text, start, end)) is not None and PLACE.match(match["line"])
    ]


def split_datelines(text: str, paragraphs: Sequence[Bounds]) -> list[Bounds]:
    """The paragraphs, a dateline apart from the sentence behind it."""
    ends = dict(find_datelines(text, paragraphs))
    parts: list[Bounds] = []
    for start, end in paragraphs:
        if start not in ends:
            parts.append((start, end))
            continue
        match = DATELINE.match(text, start, end)
        assert match is not None
        parts += [(start, ends[start]), (match.end(), end)]
    return parts
