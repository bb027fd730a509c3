"""Finding the expressions of time in a text, in order, and resolving each in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from onrecord.annotation.paragraphs import Bounds, find_paragraphs
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.times.anchor import find_anchor
from onrecord.annotation.times.expressions import Bounded, CalendarDate, Expression, Ranged, UnitAt
from onrecord.annotation.times.grammar import Line, read_expressions
from onrecord.annotation.times.reckoning import Anchor, Mention, Resolved, Setting, resolve
from onrecord.annotation.times.reckoning.days import date_of
from onrecord.annotation.times.tense import Tense, Tenses
from onrecord.record import Time, bounds, cut

# A line is read in pieces: nothing in a piece depends on what stands so far away, and memory stays small.
LONGEST = 20_000
# How far back a time may lie that `the following day` counts from, in paragraphs; news have short ones.
PARAGRAPHS_BACK = 5
MENTIONS_BACK = 30
# How far back a full date gives its year to `on 10 November`, in characters of the same paragraph.
YEAR_REACHES = 400
# How far ahead: `on 3 September and again on 21 September 2020`, in words.
YEAR_REACHES_BACK = 7
JOINING = frozenset("and or to , again then on until from in between the – - through later also".split())


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in its place: characters, the paragraph's number, and the words between it and the next one."""

    start: int
    end: int
    inner: int  # where the time behind a bound begins
    paragraph: int
    expression: Expression


def find_times(
    text: str,
    published: str | None = None,
    paragraphs: Sequence[Bounds] = (),
    sentences: Sequence[Sentence] = (),
) -> tuple[Time, ...]:
    """The expressions of time in text order, with their values.

    Relative ones count from `published` (EDTF; a month or a year will do for what needs no more), else from the date
    of a dateline, or from a time told of before (`the following day`); without any of these they have no value. The
    tenses of `sentences` tell whether `on Tuesday` is the last or the next one; without sentences it is the last.

    A span leaves out a leading `on`, `in` or `at`, and takes in the word that bounds the value: `since 9 November`.
    """
    lines = list(paragraphs) or find_paragraphs(text)
    anchor = find_anchor(text, published, lines)
    found = [each for number, line in enumerate(lines) for each in _find(text, number, line)]
    resolver = _Resolver(text, anchor, Tenses(sentences))
    resolved = resolver.resolve(_share_years(text, found))
    return tuple(
        Time(f"t{number}", (cut(text, start, end),), each.kind, each.edtf, each.counted_from, each.arithmetic)
        for number, (start, end, each) in enumerate(resolved, 1)
    )


def _find(text: str, number: int, line: Bounds) -> Iterator[Found]:
    for start, end in _pieces(text, line):
        piece = Line(text, start, end)
        for expression, first, after in read_expressions(piece):
            inner = piece.start(expression.at) if isinstance(expression, Bounded) else piece.start(first)
            yield Found(piece.start(first), piece.end(after - 1), inner, number, expression)


def _pieces(text: str, line: Bounds) -> Iterator[Bounds]:
    """A line, cut at spaces where it is too long to be read whole."""
    start, end = line
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        middle = space if space > start else start + LONGEST
        yield start, middle
        start = middle
    yield start, end


def _share_years(text: str, found: list[Found]) -> list[tuple[Found, int | None]]:
    """Each expression with the year that the next one gives it: `on 3 September and on 21 September 2020`."""
    shared: list[int | None] = [None] * len(found)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if one.paragraph != other.paragraph or not isinstance(one.expression, CalendarDate):
            continue
        behind = other.expression.first if isinstance(other.expression, Ranged) else other.expression
        if not isinstance(behind, CalendarDate) or one.expression.year or not one.expression.month:
            continue
        year = behind.year or shared[at + 1]
        between = text[one.end : other.start].replace(",", " , ").lower().split()
        if year is None or behind.month is None or len(between) > YEAR_REACHES_BACK or not JOINING.issuperset(between):
            continue
        if (one.expression.month, one.expression.day or 0) <= (behind.month, behind.day or 31):
            shared[at] = year
    return list(zip(found, shared, strict=True))


class _Resolver:
    """Resolves expressions in text order and remembers what they told of."""

    def __init__(self, text: str, anchor: Anchor | None, tenses: Tenses) -> None:
        self._text = text
        self._anchor = anchor
        self._tenses = tenses
        self._told: list[tuple[Found, Mention]] = []

    def resolve(self, found: list[tuple[Found, int | None]]) -> Iterator[tuple[int, int, Resolved]]:
        """Where each expression stands, and what it means there."""
        for each, shared in found:
            expression, start = self._unbound(each)
            tense = partial(self._tense, each)
            setting = Setting(
                self._anchor,
                tense,
                tuple(islice(self._mentions(each), MENTIONS_BACK)),
                self._year(each, expression, shared, tense),
                partial(self._is_loose, each),
            )
            resolved = resolve(expression, setting)
            self._remember(each, resolved)
            yield start, each.end, resolved

    def _unbound(self, found: Found) -> tuple[Expression, int]:
        """A `from` that belongs to a noun bounds nothing: `reports from 2020`."""
        expression = found.expression
        if (
            isinstance(expression, Bounded)
            and expression.word == "from"
            and self._text[found.start : found.start + 4].lower() == "from"
            and self._belongs_to_noun(found.start, found.start + 4)
        ):
            return expression.of, found.inner
        return expression, found.start

    def _belongs_to_noun(self, start: int, end: int) -> bool:
        """Whether a `from` belongs to the noun before it, as the parser says, or as no lasting verb forbids."""
        if self._tenses.hangs_on_noun(start, end):
            return True
        past = self._tenses.at(start, end) in ("past", "pluperfect")
        return past and self._tenses.follows_noun(start, end) and not self._tenses.lasts(start, end)

    def _tense(self, found: Found) -> Tense | None:
        tense = self._tenses.at(found.inner, found.end)
        if not isinstance(found.expression, Bounded):
            return tense
        word = found.expression.word
        if word == "since":
            return "past"
        if word == "until":
            return (
                "past" if tense in ("past", "pluperfect") and self._tenses.lasts(found.start, found.end) else "future"
            )
        if word == "by":
            return (
                tense if tense in ("past", "pluperfect") and not self._tenses.asks(found.start, found.end) else "future"
            )
        return tense or "future" if word == "from" else tense

    def _is_loose(self, found: Found) -> bool:
        """Whether the tense says little of the time: it hangs on a noun (`announced elections on 5 May`), or bounds."""
        if isinstance(found.expression, Bounded):
            return found.expression.word in ("until", "by") and self._tenses.at(found.inner, found.end) == "past"
        start = max(0, found.start - 3)
        return self._tenses.hangs_on_noun(start, found.end) and self._tenses.asks(start, found.end)

    def _mentions(self, found: Found) -> Iterator[Mention]:
        for other, mention in reversed(self._told):
            if found.paragraph - other.paragraph > PARAGRAPHS_BACK:
                return
            yield mention

    def _year(
        self, found: Found, expression: Expression, shared: int | None, tense: "partial[Tense | None]"
    ) -> tuple[int, str] | None:
        """The year that a date without one has from the dates beside it, and the date that gives it."""
        date = expression.of if isinstance(expression, Bounded) else expression
        date = date.first if isinstance(date, Ranged) else date
        if (
            not isinstance(date, CalendarDate)
            or date.year is not None
            or date.month is None
            or date.side
            or date.year_at
        ):
            return None
        if shared is not None:
            return shared, f"{shared:04}"
        for other, mention in reversed(self._told):
            if other.paragraph != found.paragraph or found.start - other.end > YEAR_REACHES:
                return None
            if not _is_explicit(other.expression):
                continue
            if self._is_to_come(mention) and self._same_sentence(other, found):
                # `would take office in January 2026 and stand again in November`
                later = (date.month, date.day or 31) >= (mention.first.month, mention.first.day)
                return mention.first.year + (not later), mention.edtf
            if self._gives_year(other, mention, found, date, tense):
                return mention.first.year, mention.edtf
        return None

    def _is_to_come(self, mention: Mention) -> bool:
        return self._anchor is not None and mention.first > self._anchor.last and mention.days <= 31

    def _gives_year(
        self, other: Found, mention: Mention, found: Found, date: CalendarDate, tense: "partial[Tense | None]"
    ) -> bool:
        """Whether a date told of before goes on: `It began on 27 September 2020 and ended on 10 November.`"""
        told = tense()
        if self._anchor is not None and told not in ("past", "pluperfect", None):
            return False
        year = mention.first.year
        first = date_of(CalendarDate(year, date.month, date.day or 1))
        if (
            first is None
            or date.weekday not in (None, first.weekday())
            or (self._anchor is not None and first > self._anchor.last)
        ):
            return False
        if mention.days > 31:
            opens = other.start - self._tenses.sentence_start(other.start) < 5
            return opens and self._same_sentence(other, found)
        return (
            told == "pluperfect"
            or (date.day is None and (year, date.month) >= (mention.first.year, mention.first.month))
            or first >= mention.first
        )

    def _same_sentence(self, other: Found, found: Found) -> bool:
        between = self._text[other.end : found.start]
        return not any(mark + " " in between for mark in ".!?")

    def _remember(self, found: Found, resolved: Resolved) -> None:
        """Keeps what later expressions can count from: points and closed periods; no bounds, and no dateline."""
        if resolved.edtf is None or resolved.kind not in ("point", "interval") or isinstance(found.expression, Bounded):
            return
        dateline = self._anchor.dateline if self._anchor is not None else None
        if dateline is not None and dateline[0] <= found.start < dateline[1]:
            return
        first, last = bounds(resolved.edtf)
        if first is not None and last is not None:
            self._told.append((found, Mention(resolved.edtf, first, last)))


def _is_explicit(expression: Expression) -> bool:
    if isinstance(expression, Ranged):
        return _is_explicit(expression.first) or _is_explicit(expression.last)
    return (
        isinstance(expression, CalendarDate) and (expression.year is not None or expression.year_at is not None)
    ) or (isinstance(expression, UnitAt) and expression.unit == "year" and expression.frame == "reference")
