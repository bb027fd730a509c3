"""Precision and recall by label, of sets of labels."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """How many labels were right, found and wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Right of found, in per cent."""
        return round(100 * self.right / self.found, 1) if self.found else 0.0

    @property
    def recall(self) -> float:
        """Found of wanted, in per cent."""
        return round(100 * self.right / self.wanted, 1) if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean, in per cent."""
        both = self.found + self.wanted
        return round(200 * self.right / both, 1) if both else 0.0


def score(judged: Iterable[tuple[frozenset[str], frozenset[str]]]) -> dict[str, Score]:
    """The score of each label and of `all`, from pairs of gold and found labels."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for gold, labels in judged:
        right.update(gold & labels)
        found.update(labels)
        wanted.update(gold)
    labels = sorted(found | wanted)
    scores = {label: Score(right[label], found[label], wanted[label]) for label in labels}
    return scores | {"all": Score(right.total(), found.total(), wanted.total())}
