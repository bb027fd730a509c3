"""Who speaks where: which mention is the source of each attribution, and whose words each mention stands in."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation.attribution import Attribution
from onrecord.annotation.attribution.draft import Pieces
from onrecord.annotation.coreference.chains import Chains
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.mentions.finding import likeness
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote

# What share of characters a source and a mention must have in common, if they do not begin together.
LIKE_ENOUGH = 0.4
GOVERNED = re.compile(r"\b(?:by|of|from|in|to|for|with|on|at)\s*(?:the|an?|its|his|her|their)?\s*$")


@dataclass(frozen=True, slots=True)
class Speech:
    """By mention number: the attribution it is the source of, the innermost ones whose content it stands in (the
    nearest first), whether in quotation marks, and the attributions in whose own words it stands. By attribution
    number: the mention that is its source.
    """

    source_of: dict[int, int]
    inside: tuple[tuple[int, ...], ...]
    is_quoted: tuple[bool, ...]
    voiced: tuple[tuple[int, ...], ...]
    sources: dict[int, int]


def find_speech(
    text: str, found: Sequence[Found], attributions: Sequence[Attribution], quotations: Sequence[Quote]
) -> Speech:
    """The speech of a document's mentions."""
    sources: dict[int, int] = {}
    for number, attribution in enumerate(attributions):
        mention = main_mention(text, found, attribution.source)
        if mention is not None:
            sources[number] = mention
    by_length = sorted(range(len(attributions)), key=lambda number: attributions[number].length)
    inside = tuple(
        tuple(number for number in by_length if _holds(attributions[number].content, each)) for each in found
    )
    pieces = sorted(piece for quote in quotations if quote.closed for piece in quote.pieces)
    marks = tuple(_marks_around(pieces, each) for each in found)
    voiced = tuple(
        tuple(number for number in around if _voices(attributions[number], mark))
        for around, mark in zip(inside, marks, strict=True)
    )
    spoken = {mention: number for number, mention in reversed(sources.items())}
    return Speech(spoken, inside, tuple(mark is not None for mark in marks), voiced, sources)


def _marks_around(pieces: Sequence[Bounds], found: Found) -> Bounds | None:
    """The innermost stretch in quotation marks that a mention stands in."""
    last = bisect_right(pieces, (found.start, found.end))
    return next((piece for piece in reversed(pieces[max(last - 8, 0) : last]) if found.end <= piece[1]), None)


def _voices(attribution: Attribution, marks: Bounds | None) -> bool:
    """Whether the words in these marks, or without any, are the attribution's source's own."""
    if marks is None:
        return not attribution.cue or attribution.cue[0][1] - attribution.cue[0][0] == 1
    return any(start <= marks[0] + 1 and marks[0] < end for start, end in attribution.content)


def main_mention(text: str, found: Sequence[Found], pieces: Pieces) -> int | None:
    """The mention that the pieces of a source are: one that begins with them, else the one most like them."""
    best: tuple[tuple[bool, bool, float, int], int] | None = None
    for number, each in enumerate(found):
        for start, end in pieces:
            if each.start >= end or each.end <= start or each.is_part:
                continue
            alike = likeness((each.start, each.end), (start, end))
            # Of `a report by Politico` the source is no actor, though one is named in it.
            is_said_of_it = each.start > start and GOVERNED.search(text, start, each.start) is not None
            if abs(each.start - start) > 4 and (alike < LIKE_ENOUGH or is_said_of_it):
                continue
            rank = (abs(each.start - start) <= 4, each.end == end, alike, -number)
            if best is None or rank > best[0]:
                best = (rank, number)
    return best[1] if best else None


def link_first_person(chains: Chains, speech: Speech) -> None:
    """Joins I, we and their forms to the source of the words they stand in.

    Those words are the innermost content that has its quotation marks around them, or an interview's turn. A report
    within (`"They refuse to talk to us"`) is in the voice of whoever is quoted.
    """
    for number, found in enumerate(chains.found):
        if found.person != 1:
            continue
        speaker = next((speech.sources[each] for each in speech.voiced[number] if each in speech.sources), None)
        if speaker is not None and speaker != number:
            chains.join(speaker, number)


def _holds(pieces: Pieces, found: Found) -> bool:
    return any(start <= found.start and found.end <= end for start, end in pieces)
