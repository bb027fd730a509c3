"""Takes the layers of a document, gives its figures, each with what it counts and whose claim it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.annotation.attachment import times_in
from onrecord.annotation.claims import Claims, is_reported, pieces
from onrecord.annotation.figures.counting import counted_by, matters, shared_noun, voted
from onrecord.annotation.figures.quantities import Quantity, QuantityReader
from onrecord.annotation.syntax import Sentence, Word
from onrecord.record import Counted, Figure, Mention, Statement, Time, cut_all

WHOLE = 2**53


def make_figures(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Figure, ...]:
    """The figures of a document in text order."""
    claims = Claims(statements)
    starts = [time.spans[0].start for time in times]
    mention_starts = [mention.spans[0].start for mention in mentions]
    figures: list[Figure] = []
    for sentence in sentences:
        taken = _taken(sentence, times_in(sentence, times, starts))
        first, last = bisect_left(mention_starts, sentence.start), bisect_right(mention_starts, sentence.end)
        for quantity, noun in _in_sentence(sentence, taken):
            spans = cut_all(text, pieces(sentence, range(quantity.start, quantity.end)))
            voice = claims.of(spans)
            # Whose claim it is must be known: better no figure than a claim as the text's own report.
            if voice is None and is_reported(sentence, quantity.start):
                continue
            counts = None
            if noun is not None:
                word = sentence.words[noun]
                counts = Counted(cut_all(text, [(word.start, word.end)]), _lemma(word))
            figures.append(
                Figure(
                    id=f"f{len(figures) + 1}",
                    spans=spans,
                    low=_plain(quantity.low),
                    high=_plain(quantity.high),
                    exact=quantity.exact,
                    counts=counts,
                    unit=quantity.unit,
                    voice=voice,
                    entity=_entity(sentence, noun, mentions[first:last]),
                )
            )
    return tuple(figures)


def _in_sentence(sentence: Sentence, taken: frozenset[int]) -> Iterator[tuple[Quantity, int | None]]:
    """The quantities of a sentence that matter, with the word for what each counts."""
    reader = QuantityReader(sentence.words)
    found: list[tuple[Quantity, int | None]] = []
    index = 0
    while index < len(sentence.words):
        quantity = reader.read(index) if index not in taken else None
        if quantity is None:
            index += 1
            continue
        counted = counted_by(sentence, quantity, taken)
        if counted is None or not sentence.words[counted].tag.startswith("NN"):
            counted = shared_noun(sentence, found, quantity) or voted(reader, quantity) or counted
        if matters(sentence, quantity, counted, taken):
            found.append((quantity, counted))
        index = max(quantity.end, index + 1)
    yield from found


def _taken(sentence: Sentence, times: Sequence[Time]) -> frozenset[int]:
    """The words that are part of an expression of time."""
    bounds = [(span.start, span.end) for time in times for span in time.spans]
    return frozenset(
        index
        for index, word in enumerate(sentence.words)
        if any(start < word.end and word.start < end for start, end in bounds)
    )


def _entity(sentence: Sentence, noun: int | None, mentions: Sequence[Mention]) -> str | None:
    """Who is counted: the entity of the shortest mention that ends with the counted word."""
    if noun is None:
        return None
    word = sentence.words[noun]
    over = [each for each in mentions if each.spans[0].start <= word.start and each.spans[-1].end == word.end]
    return max(over, key=lambda each: each.spans[0].start, default=None).entity if over else None  # type: ignore[union-attr]


def _lemma(word: Word) -> str:
    """The lemma; parsers leave the plural of a name as it is (`Belarusians`)."""
    return word.text.removesuffix("s") if word.tag == "NNPS" else word.lemma


def _plain(value: float | None) -> int | float | None:
    """A whole number as one."""
    if value is None or value >= WHOLE:
        return value
    return int(value) if value == int(value) else round(value, 4)
