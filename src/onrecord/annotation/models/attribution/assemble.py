"""From spans and link scores to attributions: every cue takes its contents and at most one source."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from onrecord.annotation.models.attribution.decode import CONTENT, CUE, SOURCE, FloatArray, Span
from onrecord.annotation.models.attribution.words import Bounds, Break, Quote, Shape, Words

N_CLUES: Final = 17
_FEWEST: Final = 3


@dataclass(slots=True)
class Draft:
    """One attribution in the making, by spans of words, with the probabilities of its links.

    `same` and `alike` are the shares of a text's variant readings that hold it exactly and nearly, `plain` whether
    the unvaried one does.
    """

    cue: Span | None
    contents: list[Span] = field(default_factory=list)
    content_links: list[float] = field(default_factory=list)
    source: Span | None = None
    source_link: float = 1.0
    same: float = 1.0
    alike: float = 1.0
    plain: bool = True

    @property
    def first(self) -> int:
        """The first word of any of its spans."""
        return min(span.start for span in self.spans())

    @property
    def last(self) -> int:
        """The end of the last of its spans."""
        return max(span.end for span in self.spans())

    def spans(self) -> list[Span]:
        """All its spans."""
        return [*self.contents, *([self.cue] if self.cue else []), *([self.source] if self.source else [])]


def assemble(spans: list[Span], content_cue: FloatArray, cue_source: FloatArray, words: Words) -> list[Draft]:
    """Join spans by their best links; the tables hold probabilities, the last column that of having none.

    A cue to which nothing is linked says nothing and is dropped. A content whose cue is not there stands alone if it
    is a quotation, as a bare continuing one; else there is nothing to tell that it is attributed at all.
    """
    contents, cues, sources = ([span for span in spans if span.role == role] for role in (CONTENT, CUE, SOURCE))
    drafts = [Draft(cue) for cue in cues]
    alone = []
    for content, row in zip(contents, content_cue, strict=True):
        best = int(row.argmax())
        if best < len(cues):
            drafts[best].contents.append(content)
            drafts[best].content_links.append(float(row[best]))
        elif _is_quotation(content, words):
            alone.append(Draft(None, [content], [float(row[best])]))
    for draft, row in zip(drafts, cue_source, strict=True):
        best = int(row.argmax())
        draft.source = sources[best] if best < len(sources) else None
        draft.source_link = float(row[best])
    return sorted([draft for draft in drafts if draft.contents] + alone, key=lambda draft: draft.first)


def _is_quotation(content: Span, words: Words) -> bool:
    """Whether a content is wholly quoted and long enough to say something."""
    quoted = bool((words.quotes[content.start : content.end] != Quote.OUTSIDE).all())
    spoken = int((words.shapes[content.start : content.end] != Shape.MARK).sum())
    return quoted and spoken >= _FEWEST


def clues(draft: Draft, words: Words) -> FloatArray:
    """What the confidence of an attribution is worked out from: its spans' and links' certainty and its form."""
    lengths = [span.end - span.start for span in draft.contents]
    biggest = draft.contents[int(np.argmax(lengths))]
    quoted = float(np.mean([words.quotes[span.start : span.end] != Quote.OUTSIDE for span in [biggest]]))
    cue, source = draft.cue, draft.source
    gap = 0 if cue is None else max(biggest.start - cue.end, cue.start - biggest.end, 0)
    return np.array(
        [
            _logit(biggest.mean),
            _logit(biggest.least),
            _logit(min(span.mean for span in draft.contents)),
            _logit(cue.mean) if cue else 0.0,
            _logit(cue.least) if cue else 0.0,
            _logit(source.mean) if source else 0.0,
            float(source is None),
            float(cue is None),
            _logit(min(draft.content_links)),
            _logit(draft.source_link),
            float(np.log1p(sum(lengths))),
            quoted,
            float(np.log1p(gap)),
            float(len(draft.contents) > 1),
            draft.same,
            draft.alike,
            float(draft.plain),
        ]
    )


def _logit(probability: float) -> float:
    kept = min(max(probability, 1e-3), 1 - 1e-3)
    return float(np.log(kept / (1 - kept)))


def offsets(spans: list[Span], words: Words) -> list[Bounds]:
    """Code-point offsets of spans, those that touch joined to one."""
    joined: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: span.start):
        if joined and joined[-1][1] == span.start and words.breaks[span.start] < Break.LINE:
            joined[-1] = (joined[-1][0], span.end)
        else:
            joined.append((span.start, span.end))
    return [(words.bounds[start][0], words.bounds[end - 1][1]) for start, end in joined]
