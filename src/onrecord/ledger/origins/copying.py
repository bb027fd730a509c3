"""Copying: what two reports that share passages are to each other, and which of them had the words first."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.ledger.origins.credits import canonical_outlet
from onrecord.ledger.origins.passages import Passage
from onrecord.ledger.origins.reports import Report
from onrecord.ledger.origins.words import words_of
from onrecord.record import Span

Kind = Literal["copy", "edited", "excerpt", "quoted", "unrelated"]

# Fewer words between two quotations are a cue ("the minister said on Tuesday"), which reporters share by chance.
LEAST_STRETCH = 6
# With a smaller share of prose (a speech, an interview) what is quoted is all there is to compare.
LEAST_PROSE = 0.2
# Headline, byline and dateline: within so many words a text has begun.
OPENING_WORDS = 60
# A text with this much of it in another, longer one lies within that.
CONTAINED = 0.85


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where one kind of relation ends and the next begins; chosen by `python -m evaluation.origins --choose`.

    `copy` and `edited` are shares, 0 to 1, of a report's own prose that stands in the other; `excerpt` is the least
    number of words of prose in a passage that tell of copying; `alike` is the least share of each of two in the other
    that makes them one text, whichever was first.
    """

    copy: float = 0.85
    edited: float = 0.35
    excerpt: int = 16
    alike: float = 0.75


CHOSEN = Thresholds()


@dataclass(frozen=True, slots=True)
class Relation:
    """What two reports are to each other.

    `copy`: nearly all of one stands in the other; `edited`: a third of it or more; `excerpt`: a passage of the other's
    prose does; `quoted`: only words of a third person do, as two reporters at one press conference have them;
    `unrelated`: nothing that tells of copying.
    The shares are of each one's prose, 0 to 1. `origin` is the document that had the words first, None where nothing
    tells. `opens_alike`: one passage stands at the head of both. `copied` are the shared passages with prose of the
    report's own, `quotations` the others, where they hold words of a third person.
    """

    left: int
    right: int
    kind: Kind
    left_share: float
    right_share: float
    origin: int | None
    opens_alike: bool
    copied: tuple[Passage, ...]
    quotations: tuple[Passage, ...]
    reasons: tuple[str, ...]


def relate(left: Report, right: Report, passages: Sequence[Passage], thresholds: Thresholds = CHOSEN) -> Relation:
    """What two reports are to each other, by the passages that `align` finds in their texts."""
    sides = _Wording(left), _Wording(right)
    has_prose = min(side.prose / max(side.words, 1) for side in sides) >= LEAST_PROSE
    own = [_own_words(each, *sides) if has_prose else each.words for each in passages]
    left_share, right_share = (_share(sum(own), side.prose if has_prose else side.words) for side in sides)
    origin, why = _origin(left, right, left_share, right_share)
    opens_alike = any(
        words and sides[0].opens_with(each.left) and sides[1].opens_with(each.right)
        for each, words in zip(passages, own, strict=True)
    )
    share = _decisive_share(left_share, right_share, None if origin is None else origin == left.document, opens_alike)
    is_much = share >= thresholds.edited and sum(own) >= thresholds.excerpt
    least = 1 if is_much else thresholds.excerpt
    copied = tuple(each for each, words in zip(passages, own, strict=True) if words >= least)
    quotations = tuple(each for each, words in zip(passages, own, strict=True) if words < min(least, each.words))
    kind = _kind(share, copied, quotations, thresholds)
    reasons = (_in_words(kind, share, len(copied)), *(why if copied else ()))
    return Relation(
        left.document, right.document, kind, left_share, right_share, origin, opens_alike, copied, quotations, reasons
    )


class _Wording:
    """A report's words, and which characters of it are somebody else's."""

    def __init__(self, report: Report) -> None:
        self.starts = words_of(report.text).starts
        self.words = len(self.starts)
        self._quoted = bytearray(len(report.text))
        for start, end in report.quoted:
            self._quoted[start:end] = b"\1" * (end - start)
        self.prose = sum(not self._quoted[start] for start in self.starts)

    def words_in(self, span: Span) -> list[bool]:
        """Of each word in a span whether it is quoted."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [bool(self._quoted[start]) for start in self.starts[first:last]]

    def opens_with(self, span: Span) -> bool:
        """Whether a span stands where the text begins, behind no more than headline and dateline."""
        return bisect_left(self.starts, span.start) <= OPENING_WORDS


def _own_words(passage: Passage, left: _Wording, right: _Wording) -> int:
    """How many words of a passage's pieces are quoted in neither text, cues between quotations left out."""
    own = stretch = 0
    for left_piece, right_piece in passage.pieces:
        for is_quoted in map(bool.__or__, left.words_in(left_piece), right.words_in(right_piece)):
            if not is_quoted:
                stretch += 1
                continue
            own += stretch if stretch >= LEAST_STRETCH else 0
            stretch = 0
    return own + (stretch if stretch >= LEAST_STRETCH else 0)


def _decisive_share(left: float, right: float, is_left_first: bool | None, opens_alike: bool) -> float:
    """The share of the one that was taken from the other.

    Where both open alike it is the larger one: cut from its end, a copy that went out first lies within a longer one
    that came later. Where nothing tells which was first it is the smaller.
    """
    if opens_alike:
        return max(left, right)
    if is_left_first is None:
        return min(left, right)
    return right if is_left_first else left


def _share(shared: int, whole: int) -> float:
    return round(min(shared / max(whole, 1), 1.0), 3)


def _kind(share: float, copied: Sequence[Passage], quotations: Sequence[Passage], thresholds: Thresholds) -> Kind:
    if copied and share >= thresholds.edited:
        return "copy" if share >= thresholds.copy else "edited"
    if copied:
        return "excerpt"
    return "quoted" if quotations else "unrelated"


def _in_words(kind: Kind, share: float, copied: int) -> str:
    if kind in ("copy", "edited"):
        return f"{share:.0%} of one's own prose stands in the other"
    if kind == "excerpt":
        return f"{copied} shared {'passages' if copied > 1 else 'passage'} of own prose"
    return "only quotations are shared" if kind == "quoted" else "no passage is shared that tells of copying"


def _origin(left: Report, right: Report, left_share: float, right_share: float) -> tuple[int | None, tuple[str, ...]]:
    """Which of two had the words first, and what tells: a credit to the other, else dates, else containment."""
    for report, other in ((left, right), (right, left)):
        name = canonical_outlet(other.outlet)
        if any(credit.outlet == name and credit.statement is None for credit in report.credits):
            return other.document, (f"the other credits {name}",)
    if is_earlier(left.published, right.published):
        return left.document, (f"published {left.published}, the other {right.published}",)
    if is_earlier(right.published, left.published):
        return right.document, (f"published {right.published}, the other {left.published}",)
    if min(left_share, right_share) < CONTAINED <= max(left_share, right_share):
        return (right if left_share > right_share else left).document, ("the other lies within it",)
    return None, ()


def is_earlier(one: str | None, other: str | None) -> bool:
    """Whether one date is before another, as exactly as the less exact of them allows; never where one is missing."""
    if one is None or other is None:
        return False
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
        return first < second if "T" in one and "T" in other else first.date() < second.date()
    except (ValueError, TypeError):
        # A month or a year, or a time without its offset beside one that has it.
        shared = min(len(one), len(other), 10)
        return one[:shared] < other[:shared]
