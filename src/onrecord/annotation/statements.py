"""Attributions made into the statements of a record: their order, what they stand within, their quotation kind."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.annotation.attachment import governors, times_in
from onrecord.annotation.attribution import Attribution, enclosing
from onrecord.annotation.attribution.draft import Pieces
from onrecord.annotation.entities import Actors
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence
from onrecord.record import Content, Cue, Participant, Quotation, Statement, Time, cut_all


def make_statements(
    text: str,
    quotations: Sequence[Quote],
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    actors: Actors,
    acts: Sequence[str | None],
    times: Sequence[Time],
) -> tuple[Statement, ...]:
    """The attributions as statements in text order, an enclosing one before those within it."""
    said_at = _when(sentences, times)
    starts = [sentence.start for sentence in sentences]
    ordered = sorted(attributions, key=lambda each: (each.start, -each.length, each.cue))
    ids = {attribution: f"s{number}" for number, attribution in enumerate(ordered, 1)}
    outer = enclosing(ordered)
    number_of = {attribution: number for number, attribution in enumerate(attributions)}
    marked = _Marked(quotations)
    statements = []
    for attribution in ordered:
        around = outer[attribution]
        statements.append(
            Statement(
                id=ids[attribution],
                source=_source(text, attribution, actors, number_of[attribution]),
                cue=Cue(cut_all(text, list(attribution.cue))) if attribution.cue else None,
                content=Content(cut_all(text, list(attribution.content))),
                quotation=marked.kind(text, attribution, nested=around is not None),
                confidence=attribution.confidence,
                act=acts[number_of[attribution]],
                addressee=actors.addressees.get(number_of[attribution]),
                within=ids[around] if around is not None else None,
                time=next(
                    (said_at[start] for start in _words(attribution, sentences, starts) if start in said_at), None
                ),
            )
        )
    return tuple(statements)


def _when(sentences: Sequence[Sentence], times: Sequence[Time]) -> dict[int, str]:
    """The id of the time that dates a word, by where the word begins: its own, or that of the verb of its clause."""
    found: dict[int, str] = {}
    starts = [time.spans[0].start for time in times]
    for sentence in sentences:
        for time in times_in(sentence, times, starts):
            for index in governors(sentence, time):
                word = sentence.words[index]
                if word.is_verb or word.tag.startswith("NN"):
                    found.setdefault(word.start, time.id)
                if word.is_verb:
                    break
    return found


def _words(attribution: Attribution, sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterator[int]:
    """Where the verbs and nouns of a cue begin."""
    for start, end in attribution.cue:
        index = bisect_right(starts, start) - 1
        if index >= 0:
            for word in sentences[index].words:
                if start <= word.start < end and (word.is_verb or word.tag.startswith("NN")):
                    yield word.start


def _source(text: str, attribution: Attribution, actors: Actors, number: int) -> Participant | None:
    """The words of a source with the entity they mean, or why they mean none."""
    if not attribution.source:
        return None
    spans = cut_all(text, list(attribution.source))
    return Participant(spans, actors.sources.get(number), actors.unresolved.get(number))


class _Marked:
    """The stretches in quotation marks, by how deep they stand in one another."""

    def __init__(self, quotations: Sequence[Quote]) -> None:
        # Inner pieces lie within outer ones, and outer ones (depth 0) do not overlap: a walk back stops at the first.
        self._pieces = sorted((piece, quote.depth) for quote in quotations for piece in quote.pieces if quote.closed)

    def kind(self, text: str, attribution: Attribution, *, nested: bool) -> Quotation:
        """Whether all, part or none of a content stands in quotation marks.

        The marks around an enclosing content are not its own: `"He promised to leave," she said` quotes her, not him.
        """
        inside = outside = 0
        around = self._around(attribution.cue or attribution.source) if nested else set()
        for start, end in attribution.content:
            quoted = [
                (max(a, start), min(b, end)) for (a, b), depth in self._over(start, end) if (a, b, depth) not in around
            ]
            position = start
            for a, b in _merged(quoted):
                outside += _letters(text, position, a)
                inside += _letters(text, a, b)
                position = b
            outside += _letters(text, position, end)
        return "indirect" if not inside else "mixed" if outside else "direct"

    def _around(self, pieces: Pieces) -> set[tuple[int, int, int]]:
        """The quotations that hold the attribution's own words."""
        if not pieces:
            return set()
        start, end = pieces[0]
        return {(a, b, depth) for (a, b), depth in self._over(start, end) if a <= start and end <= b}

    def _over(self, start: int, end: int) -> list[tuple[Bounds, int]]:
        index = bisect_left(self._pieces, ((start + 1, 0), 0)) - 1
        while index > 0 and self._pieces[index][1] > 0:
            index -= 1
        last = bisect_left(self._pieces, ((end, 0), 0))
        return [each for each in self._pieces[max(index, 0) : last] if start < each[0][1]]


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _letters(text: str, start: int, end: int) -> int:
    return sum(char.isalnum() for char in text[start:end])
