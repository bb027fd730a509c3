"""The learned finder: what the model reads, set right by the text's structure and filled by the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.annotation import DocumentCoder
from onrecord.annotation.attribution import LearnedFinder, RuleFinder
from onrecord.annotation.models import load_attribution_model
from onrecord.annotation.models.attribution import AttributionModel
from onrecord.annotation.syntax import Sentence
from onrecord.errors import ModelError
from onrecord.record import Document, document_id

WEIGHTS = Path(str(files("onrecord.annotation.models.attribution") / "weights"))
TEXT = 'It rained.\n\n"We wait," he said. "It is late."\n\n"Tomorrow, perhaps."'


@dataclass(frozen=True)
class Piece:
    """One attribution by the words of its parts."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    confidence: float = 0.9


class NoParser:
    """Stands in for a parser that finds no sentence."""

    version = "none"

    def parse(self, text: str, paragraphs: object) -> list[Sentence]:
        return []


class Model:
    """Stands in for a model that reads one attribution, whatever the text."""

    version = "stand-in"

    def __init__(self, *content: str) -> None:
        self._content = content

    def read(self, text: str, *, part: bool = False) -> Sequence[Piece]:
        def place(words: str) -> tuple[int, int]:
            return text.index(words), text.index(words) + len(words)

        return [Piece((place("he"),), (place("said"),), tuple(place(words) for words in self._content))]


def contents(*content: str) -> list[list[str]]:
    finder = LearnedFinder(Model(*content), RuleFinder())
    record = DocumentCoder(NoParser(), finder).code(Document(id=document_id(TEXT), text=TEXT))
    return [[span.text for span in statement.content.spans] for statement in record.statements]


WHOLE = ['"We wait,"', '"It is late."', '"Tomorrow, perhaps."']


def test_a_content_over_paragraphs_has_a_piece_in_each() -> None:
    assert contents('"We wait,"', '"It is late."\n\n"Tomorrow, perhaps."') == [WHOLE]


def test_what_is_not_quoted_in_an_earlier_paragraph_is_no_content_of_a_later_cue() -> None:
    assert contents('It rained.\n\n"We wait,"', '"It is late."\n\n"Tomorrow, perhaps."') == [WHOLE]


def test_a_bare_quotation_that_the_model_leaves_goes_on_with_the_one_before() -> None:
    assert contents('"We wait,"') == [WHOLE]


def test_the_shipped_model_gives_the_same_on_one_thread_and_on_many() -> None:
    text = "\n\n".join(f"“We wait,” minister {n} said. The envoy denied that talks {n} had failed." for n in range(60))
    one, many = (AttributionModel(WEIGHTS, threads).read(text) for threads in (1, 3))
    assert one == many
    assert len(one) >= 100


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_model_with_a_missing_or_altered_file_is_refused(tmp_path: Path, harm: object) -> None:
    for path in WEIGHTS.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    harm(tmp_path / "link.onnx")  # type: ignore[operator]
    with pytest.raises(ModelError, match=r"link\.onnx"):
        AttributionModel(tmp_path)


def test_the_records_coder_names_the_model() -> None:
    assert load_attribution_model().version


CASES = [
    ('"We will wait," the minister said.', "the minister", "direct"),
    ("The envoy denied that the road had been closed.", "The envoy", "indirect"),
    ("The road, according to two officials, is closed.", "two officials", "indirect"),
    ('The union called the offer "an insult".', "The union", "mixed"),
    ("‘We won’t wait,’ said the consul.", "the consul", "direct"),
    (
        "According to the team's coach, Ali Mehraban, in their first match the robot scored a point.",
        "the team's coach, Ali Mehraban,",
        "indirect",
    ),
    ("Mali's foreign minister thanked Algiers for its mediation.", "Mali's foreign minister", "indirect"),
]


@pytest.mark.parametrize(("text", "source", "kind"), CASES, ids=[case[0] for case in CASES])
def test_the_shipped_coder_on_single_sentences(coder: DocumentCoder, text: str, source: str, kind: str) -> None:
    (statement,) = coder.code(Document(id=document_id(text), text=text)).statements
    assert statement.source is not None
    assert (statement.source.spans[0].text, statement.quotation) == (source, kind)


NESTED = [
    (
        "The union said that the crew had promised to return the boat.",
        [("The union", None), ("the crew", "s1")],
    ),
    (
        '"The ministry told us that the governor had denied the report," the envoy said.',
        [("the envoy", None), ("The ministry", "s1"), ("the governor", "s2")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NESTED, ids=["two levels", "three levels"])
def test_reports_within_reports_are_found(
    coder: DocumentCoder, text: str, expected: list[tuple[str, str | None]]
) -> None:
    statements = coder.code(Document(id=document_id(text), text=text)).statements
    assert [(each.source.spans[0].text if each.source else None, each.within) for each in statements] == expected


def test_every_statement_has_a_confidence(coder: DocumentCoder) -> None:
    text = (
        'Envoy: We hope.\n\nMayor: No.\n\nEnvoy: "It rains," my aunt used to say.\n\nThe mayor denied that it rained.\n'
    )
    statements = coder.code(Document(id=document_id(text), text=text)).statements
    assert statements
    assert all(each.confidence is not None and 0 < each.confidence <= 1 for each in statements)


def test_a_quotation_over_paragraphs_is_whole_and_its_setting_is_no_part_of_it(coder: DocumentCoder) -> None:
    text = (
        'After the match, Ana Roca, the coach, said, "I think we have learned a lot.\n\nIt was an emotional day.\n\n'
        'We will be back." The team left.\n'
    )
    (statement,) = coder.code(Document(id=document_id(text), text=text)).statements
    pieces = ['"I think we have learned a lot.', "It was an emotional day.", 'We will be back."']
    assert [span.text for span in statement.content.spans] == pieces
    assert statement.quotation == "direct"
