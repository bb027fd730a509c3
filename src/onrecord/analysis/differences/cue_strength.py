"""Whether one cue is stronger than another: `admitted` than `said`, `demanded` than `asked`."""

from dataclasses import dataclass

from onrecord.codebooks.cue_scales import load_cue_scales


@dataclass(frozen=True, slots=True)
class Shift:
    """The scale on which two cues stand apart, with what either degree means."""

    scale: str
    before: str
    after: str
    is_harder: bool

    @property
    def line(self) -> str:
        """`taken for true → no side taken`."""
        return f"{self.before} → {self.after}"


def compare_cues(before: tuple[str, ...], after: tuple[str, ...]) -> Shift | None:
    """How far two cues, as words in lower case, stand apart; None where they share no scale or are equally strong.

    How far the text vouches for what is said (`credence`) goes before how strongly it is said.
    """
    scales = load_cue_scales()
    left, right = scales.of(before), scales.of(after)
    for scale, degree in left.items():
        if scale in right and right[scale].degree != degree.degree:
            return Shift(scale, degree.meaning, right[scale].meaning, right[scale].degree > degree.degree)
    return None
