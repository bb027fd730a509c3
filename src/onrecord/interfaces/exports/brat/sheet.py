"""An `.ann` as it is filled: lines numbered among those of their kind, and the words that they stand on."""

from collections.abc import Iterator
from itertools import chain

from onrecord.interfaces.exports.brat.configuration import attribute_value
from onrecord.record import Spans

Offsets = tuple[tuple[int, int], ...]


class Sheet:
    """The lines on one text."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self._text = text
        self._numbers: dict[str, int] = {}
        self._words: dict[tuple[str, Offsets], str] = {}

    def add(self, kind: str, rest: str) -> str:
        """A line of a kind (T, E, R, A, #); gives its id."""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        name = f"{kind}{self._numbers[kind]}"
        self.lines.append(f"{name}\t{rest}")
        return name

    def words(self, kind: str, spans: Spans) -> str | None:
        """The id of words of a type, one for the same words; None for white space, which brat cannot show."""
        where = pieces(spans)
        if where and (kind, where) not in self._words:
            self._words[kind, where] = self.trigger(kind, spans)
        return self._words.get((kind, where))

    def trigger(self, kind: str, spans: Spans) -> str:
        """The id of words of a type that nothing else stands on."""
        where = pieces(spans)
        offsets = ";".join(f"{start} {end}" for start, end in where)
        words = " ".join(self._text[start:end] for start, end in where)
        return self.add("T", f"{kind} {offsets}\t{words}")

    def tell(self, name: str, attribute: str, value: str | None) -> None:
        """An attribute, where there is a value."""
        if value is not None:
            self.add("A", f"{attribute} {name} {attribute_value(value)}")

    def note(self, name: str, words: str) -> None:
        """A note, in one line."""
        if words:
            self.add("#", f"AnnotatorNotes {name}\t{' '.join(words.split())}")

    def facts(self, target: str, /, **told: str | float | None) -> None:
        """A note of those facts that are known: `kind: point; edtf: 2024-05-02`."""
        self.note(target, "; ".join(f"{key}: {value}" for key, value in told.items() if value is not None))


def pieces(spans: Spans) -> Offsets:
    """Where spans stand, cut at line breaks of every kind, white space alone left out."""
    return tuple(chain.from_iterable(_lines_of(span.start, span.text) for span in spans))


def _lines_of(start: int, text: str) -> Iterator[tuple[int, int]]:
    for line in text.splitlines(keepends=True):
        words = line.splitlines()[0]
        if words.strip():
            yield start, start + len(words)
        start += len(line)
