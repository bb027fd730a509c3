"""The ledger's benchmark: it fills a ledger, goes on where it was broken off, and asks every question."""

from pathlib import Path

import pytest
from benchmarks.ledger.__main__ import fill, read_slices
from benchmarks.ledger.adding import percentile, ranges
from benchmarks.ledger.asking import ask
from benchmarks.ledger.questions import QUESTIONS, topics_of
from benchmarks.ledger.report import adding_table, questions_table
from benchmarks.synthetic import Corpus, code_templates

from onrecord.annotation import DocumentCoder
from onrecord.ledger import Ledger


@pytest.fixture(scope="module")
def corpus(coder: DocumentCoder) -> Corpus:
    return Corpus(code_templates(coder, examples_only=True), 1)


def test_a_run_that_was_broken_off_goes_on(corpus: Corpus, tmp_path: Path) -> None:
    path, kept = tmp_path / "big.db", tmp_path / "big.slices.jsonl"
    fill(corpus, str(path), 10, 10, kept)
    fill(corpus, str(path), 25, 10, kept)
    assert [(each.first, each.last) for each in read_slices(kept)] == [(0, 10), (10, 20), (20, 25)]
    assert adding_table(read_slices(kept)).count("\n") == 6
    with Ledger.open(path) as ledger:
        assert ledger.record(corpus.record(24).document.id) == corpus.record(24)


def test_every_question_is_answered(corpus: Corpus, tmp_path: Path) -> None:
    sample = [corpus.record(number) for number in range(40)]
    with Ledger.open(tmp_path / "big.db", create=True) as ledger:
        for record in sample:
            ledger.add(record)
        answers = list(ask(ledger, QUESTIONS, topics_of(sample), seed=1, times=2, patience=30))
    assert [each.name for each in answers] == [name for name, _ in QUESTIONS]
    assert all(each.median_ms <= each.p95_ms <= each.most_ms for each in answers)
    assert sum(each.size > 0 for each in answers) > len(answers) / 2
    assert questions_table(answers).count("\n") == len(answers) + 1


def test_too_small_a_sample_is_refused(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="add more"):
        topics_of([corpus.record(0)])


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(0, 25, [(0, 10), (10, 20), (20, 25)]), (13, 25, [(13, 20), (20, 25)]), (25, 25, []), (30, 25, [])],
)
def test_slices_end_at_multiples(first: int, last: int, expected: list[tuple[int, int]]) -> None:
    assert list(ranges(first, last, 10)) == expected


def test_a_percentile_is_one_of_the_values() -> None:
    assert [percentile([5, 1, 4, 2, 3], part) for part in (0, 50, 95, 100)] == [1, 3, 5, 5]
