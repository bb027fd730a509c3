"""The learned model's attributions, with what rules know better: labels, structure, and reports within reports.

PolNeAR, on which the model is trained, annotates no attribution within the content of another, has next to no
interviews, and few texts that are not about an election. So labels (interview turns, headlines) come first, then the
model, then the model on each content by itself, and the rules fill what all leave open. docs/how-it-works.md has what
each part was measured to be worth.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotation.attribution.confidence import with_confidence
from onrecord.annotation.attribution.continued import continue_quotations
from onrecord.annotation.attribution.draft import Attribution
from onrecord.annotation.attribution.labelled import find_labelled
from onrecord.annotation.attribution.nested import find_nested
from onrecord.annotation.attribution.overlaps import settle_overlaps
from onrecord.annotation.attribution.page import Page
from onrecord.annotation.attribution.rules import RuleFinder, without_own_voice
from onrecord.annotation.models import AttributionReader
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence

# A few words before the source that say when or where something was said.
SETTING = re.compile(
    r"(?:After|Before|During|Following|On|In|At|As|When|While|Earlier|Later|Last|Speaking)(?:\s+[^\s\"“”,]+){0,6}"
)
TIED = re.compile(r"(?:that|to|whether|if)\b")
# A full name set off by commas, and no list: `the minister, South Korea, Japan and China agree`.
NAME_BESIDE = re.compile(r",\s+(?P<name>(?:[A-Z][\w.’'-]+\s+){1,3}[A-Z][\w.’'-]+),\s+(?!\w+(?:\s\w+)?\s+and\b)")
BROKEN_OFF = re.compile(r"(?<=\w),?\s+(?:who|which|that)$")


class LearnedFinder:
    """Finds attributions with a learned model, and with rules what it was not trained for."""

    def __init__(self, model: AttributionReader, rules: RuleFinder) -> None:
        self._model = model
        self._rules = rules

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""
        return f"{self._model.version}; {self._rules.version}"

    def find(
        self, text: str, paragraphs: Sequence[Bounds], quotations: Sequence[Quote], sentences: Sequence[Sentence]
    ) -> list[Attribution]:
        """The attributions of a text, those within the content of others included, in text order."""
        page = self._rules.page(text, paragraphs, quotations, sentences)
        read = [Attribution(each.source, each.cue, each.content, each.confidence) for each in self._model.read(text)]
        shaped = [each for found in read if (each := _shaped(page, found)) is not None]
        shaped = _with_whole_quotations(page, _without_sources(shaped))
        ruled = self._rules.find_on(page)
        whole = [_with_apposition(text, _with_whole_source(text, each, ruled)) for each in shaped]
        settled = settle_overlaps(find_labelled(page), whole)
        settled = settle_overlaps(settled, find_nested(page, self._model, settled))
        settled = settle_overlaps(settled, [each for each in ruled if _is_worth(page, each)])
        settled = continue_quotations(page, settled)
        rated = (with_confidence(page, each) for each in without_own_voice(settled, text))
        return sorted(rated, key=lambda each: (each.start, -each.length))


def _is_worth(page: Page, ruled: Attribution) -> bool:
    """Whether a rule's find may stand beside the model's: of those without source and marks one in ten is right."""
    return bool(ruled.source) or page.is_quoted(*ruled.content[0])


def _shaped(page: Page, found: Attribution) -> Attribution | None:
    """An attribution made to agree with the text's paragraphs; None where nothing of its content is left.

    No piece runs over a paragraph's end. Of what stands in a paragraph before the cue's, or before an `According to`
    that opens its sentence, only a quotation can be its content. `After the match` is no part of what is then quoted.
    """
    pieces = [part for piece in found.content for part in _by_paragraph(page, piece)]
    if len(pieces) > 1 and SETTING.fullmatch(page.text, *pieces[0]) and _begins_anew(page, pieces[1]):
        pieces = pieces[1:]
    if found.cue:
        cue = found.cue[0][0]
        here = cue if page.text.startswith("According to", cue) else page.paragraph_at(cue)[0]
        pieces = [(a, b) for a, b in pieces if b > here or page.is_quoted(a, b)]
    return replace(found, content=tuple(pieces)) if pieces else None


def _begins_anew(page: Page, piece: Bounds) -> bool:
    """Whether a piece is a content of its own, not the rest of a clause that the cue interrupts."""
    return page.is_quoted(*piece) or TIED.match(page.text, *piece) is not None


def _without_sources(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without pieces of content that are the source of another one, which the model runs into."""
    sources = {piece for each in found for piece in each.source}
    return [
        replace(each, content=kept) if (kept := tuple(p for p in each.content if p not in sources)) else each
        for each in found
    ]


def _with_whole_quotations(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Contents that begin a quotation over several paragraphs take all of it, where nothing else claims the rest."""
    whole = list(found)
    for quote in page.outer:
        if not quote.closed or len(quote.pieces) < 2:
            continue
        first, *rest = quote.pieces
        speaks = [
            i for i, each in enumerate(whole) if any(a <= first[0] and b > a for a, b in each.content if b > first[0])
        ]
        if len(speaks) != 1:
            continue
        others = [p for i, each in enumerate(whole) if i != speaks[0] for p in (*each.source, *each.cue, *each.content)]
        free = [piece for piece in rest if not any(a < piece[1] and piece[0] < b for a, b in others)]
        own = whole[speaks[0]]
        kept = [(a, b) for a, b in own.content if not any(a < end and start < b for start, end in (first, *free))]
        whole[speaks[0]] = replace(own, content=tuple(sorted([*kept, first, *free])))
    return whole


def _by_paragraph(page: Page, piece: Bounds) -> Iterator[Bounds]:
    """A piece cut where paragraphs end, without the spaces there."""
    position, end = piece
    while position < end:
        limit = min(page.paragraph_at(position)[1], end)
        words = page.text[position:limit]
        if words.strip():
            yield position + len(words) - len(words.lstrip()), position + len(words.rstrip())
        following = page.paragraph_after(max(limit, position + 1))
        if following is None:
            return
        position = following[0]


def _with_whole_source(text: str, found: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """An attribution whose source does not break off at its relative clause (`a senior official who`).

    The rules' source for the same cue has the clause; without one the pronoun is taken off.
    """
    if not found.source or not found.cue:
        return found
    start, end = found.source[-1]
    broken = BROKEN_OFF.search(text[start:end])
    if broken is None:
        return found
    for other in ruled:
        if (
            other.source
            and other.cue
            and other.source[0][0] == start
            and other.source[0][1] > end
            and _meet(other, found)
        ):
            return replace(found, source=other.source)
    return replace(found, source=(*found.source[:-1], (start, start + broken.start())))


def _with_apposition(text: str, found: Attribution) -> Attribution:
    """`According to the team's coach, Ali Mehraban, in …`: the name is the source's, not the content's first words."""
    if not found.source or not found.cue or found.cue[0] > found.source[-1]:
        return found
    start, end = found.source[-1]
    name = NAME_BESIDE.match(text, end) if text[start:end].split()[-1].islower() else None
    (begin, finish), *rest = found.content
    if name is None or begin != name.start("name") or name.end() >= finish:
        return found
    source = (*found.source[:-1], (start, name.end("name") + 1))
    return replace(found, source=source, content=((name.end(), finish), *rest))


def _meet(one: Attribution, other: Attribution) -> bool:
    return one.cue[0][0] < other.cue[0][1] and other.cue[0][0] < one.cue[0][1]
