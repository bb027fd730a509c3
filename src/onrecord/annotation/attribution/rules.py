"""The rules that find attributions: quotation marks first, then cue words in their syntactic frames."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files

from onrecord.annotation.attribution.confidence import with_confidence
from onrecord.annotation.attribution.continued import continue_quotations
from onrecord.annotation.attribution.draft import Attribution
from onrecord.annotation.attribution.framed import find_framed
from onrecord.annotation.attribution.frames import Framed
from onrecord.annotation.attribution.labelled import find_labelled
from onrecord.annotation.attribution.overlaps import enclosing, settle_overlaps
from onrecord.annotation.attribution.page import Page
from onrecord.annotation.attribution.phrases import source_stretch, stretch
from onrecord.annotation.attribution.quoted import find_quoted
from onrecord.annotation.attribution.widened import attach_quotes
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import Cues, load_cues, load_speakers

FIRST_PERSON = {"i", "we"}


class RuleFinder:
    """Finds attributions on a dependency parse with the cue lexicon."""

    def __init__(self, cues: Cues | None = None) -> None:
        self._cues = cues or load_cues()

    @property
    def version(self) -> str:
        """Name and version, for the record's coder: the lexicon's hash tells one list from another."""
        lexicon = (files("onrecord.codebooks") / "cues.tsv").read_bytes()
        return f"rules 1, cues {hashlib.sha256(lexicon).hexdigest()[:12]}"

    def find(
        self, text: str, paragraphs: Sequence[Bounds], quotations: Sequence[Quote], sentences: Sequence[Sentence]
    ) -> list[Attribution]:
        """The attributions of a text, those within the content of others included, in text order."""
        page = self.page(text, paragraphs, quotations, sentences)
        return [with_confidence(page, each) for each in self.find_on(page)]

    def page(
        self, text: str, paragraphs: Sequence[Bounds], quotations: Sequence[Quote], sentences: Sequence[Sentence]
    ) -> Page:
        """The text with all that the rules look at."""
        return Page(text, paragraphs, sentences, quotations, self._cues, load_speakers())

    def find_on(self, page: Page) -> list[Attribution]:
        """The attributions of a parsed page, in text order."""
        framed = [found for sentence in page.sentences for found in _framed(page, sentence)]
        # What is reported inside a quotation must not claim its words before the quotation itself is attributed.
        outside = [each for each in framed if not page.is_quoted(*each.cue[0])]
        inside = [each for each in framed if _is_quoted_whole(page, each)]
        settled = settle_overlaps(settle_overlaps(find_labelled(page), find_quoted(page)), outside)
        settled = settle_overlaps(continue_quotations(page, settled), inside)
        return sorted(without_own_voice(settled, page.text), key=lambda each: (each.start, -each.length))


def _is_quoted_whole(page: Page, attribution: Attribution) -> bool:
    """Whether cue and content stand in one quotation: what a quotation reports does not reach out of it."""
    return any(
        all(start <= a and b <= end for a, b in (*attribution.cue, *attribution.content))
        for start, end in page.marked_over(*attribution.cue[0])
    )


def without_own_voice(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """All but the speaker's own `I think`, `we want` inside what they say, which attributes nothing to anyone else."""
    outer = enclosing(found)
    return [
        each
        for each in found
        if outer[each] is None or (each.source and text[slice(*each.source[0])].lower() not in FIRST_PERSON)
    ]


def _framed(page: Page, sentence: Sentence) -> list[Attribution]:
    found = []
    for each in find_framed(sentence, page.cues):
        attribution = _placed(sentence, each)
        if attribution is not None:
            found.append(replace(attribution, content=attach_quotes(page, attribution)))
    return found


def _placed(sentence: Sentence, found: Framed) -> Attribution | None:
    """Word indices brought to places in the text; the content in one piece for each unbroken run of words."""
    words = sentence.words
    taken = {*found.source, *found.cue}
    pieces = [piece for run in _runs([i for i in found.content if i not in taken]) if (piece := stretch(sentence, run))]
    pieces = [
        (start, end)
        for start, end in pieces
        if any(w.start >= start and w.end <= end and not w.is_punctuation for w in words)
    ]
    if not pieces or not found.cue:
        return None
    source = source_stretch(sentence, found.source) if found.source else None
    cue = (words[found.cue[0]].start, words[found.cue[-1]].end)
    return Attribution((source,) if source else (), (cue,), tuple(pieces))


def _runs(indices: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
