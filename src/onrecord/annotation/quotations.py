"""Quotations: what stands in quotation marks, as people really set them.

Straight and typographic marks, guillemets both ways, German low marks, single marks beside apostrophes, marks within
marks, a mark that is never closed, and a quotation over several paragraphs, each of which reopens it without closing.
Marks are evidence for the attribution step, not law: one odd mark costs nothing but itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation.paragraphs import Bounds


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks, its marks included; one piece a paragraph.

    `depth` counts the quotations around it. An unclosed one runs to the end of its paragraph.
    """

    pieces: tuple[Bounds, ...]
    closed: bool = True
    depth: int = 0

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends, exclusive."""
        return self.pieces[-1][1]

    def covers(self, start: int, end: int) -> bool:
        """Whether all of (start, end) lies in one piece."""
        return any(a <= start and end <= b for a, b in self.pieces)


MARK = re.compile(r"``|''|[\"“”„‟＂«»‹›‘’‚‛'`]")
DOUBLE, SINGLE, GUILLEMET, ANGLE = "double", "single", "guillemet", "angle"
FAMILY = (
    dict.fromkeys(["``", "''", '"', "“", "”", "„", "‟", "＂"], DOUBLE)
    | dict.fromkeys(["‘", "’", "‚", "‛", "'", "`"], SINGLE)
    | dict.fromkeys("«»", GUILLEMET)
    | dict.fromkeys("‹›", ANGLE)
)
# Words that begin with an apostrophe, which no quotation does.
ELISION = re.compile(r"(?:\d\ds?|em|tis|twas|til|cause|n|bout|round|cos|Ndrangheta)\b")
CLOSING_SINGLE = re.compile(r"(?<=[^\s(\[])['’](?!\w)")
OPENING_SINGLE = re.compile(r"(?<!\S)['‘](?=\w)")
POSSESSIVE = re.compile(r"(?<=[sSxzXZ])['’](?=\s+[^\W\dA-Z])")
# `…, the minister said.` behind words whose closing mark is missing.
ATTRIBUTED_BEHIND = re.compile(
    r",\s+(?:\S+\s+){0,6}(?:said|says|told|added|adds|stated|noted|insisted|explained|warned|argued|replied|claimed)\b"
    r"[^,\"“”]*\.$"
)
# How far a closing single mark or guillemet is looked for, so that a hostile line costs no more than its length.
REACH = 4000
# Over how many paragraphs a quotation may go on that none of them reopens.
FARTHEST = 4
OPENING_DOUBLE = ("``", "“", "„", "‟")
BEFORE_OPENING = "([{<—–-/…:;,"


@dataclass(slots=True)
class _Open:
    mark: str
    family: str
    start: int


def find_quotations(text: str, paragraphs: Sequence[Bounds]) -> list[Quote]:
    """Every quotation of the text in text order, the outer before the inner one at the same place."""
    found: list[Quote] = []
    running: list[Bounds] = []  # the paragraphs of an outer quotation that has not been closed yet
    for number, (start, end) in enumerate(paragraphs):
        if running and not _reopens(text, start, end, running[0][0]):
            rest = _rest(text, paragraphs[number : number + FARTHEST], running[0][0])
            found.append(Quote((*running, *rest), closed=bool(rest)))
            running = []
        complete, left_open = _scan(text, start, end)
        for depth, a, b in complete:
            if running and depth == 0 and a == _first(text, start, end):
                found.append(Quote((*running, (a, b))))
                running = []
            else:
                found.append(Quote(((a, b),), depth=depth))
        if left_open is not None:
            if running and left_open != _first(text, start, end):
                found.append(Quote(tuple(running), closed=False))
                running = []
            piece = (left_open, _last(text, start, end))
            if running or _may_run_on(text, start, piece):
                running.append(piece)
            else:
                found.append(Quote((piece,), closed=False))
    if running:
        found.append(Quote(tuple(running), closed=False))
    return sorted(_without_false_runs(found), key=lambda quote: (quote.start, -quote.end))


def _without_false_runs(found: list[Quote]) -> Iterator[Quote]:
    """A run over paragraphs that is never closed is only as good as its first paragraph: each stands by itself."""
    for quote in found:
        if quote.closed or len(quote.pieces) == 1:
            yield quote
        else:
            yield from (Quote((piece,), closed=False) for piece in quote.pieces)


def _first(text: str, start: int, end: int) -> int:
    return next(i for i in range(start, end) if not text[i].isspace())


def _last(text: str, start: int, end: int) -> int:
    """The end of a paragraph without its trailing spaces."""
    return start + len(text[start:end].rstrip())


def _may_run_on(text: str, paragraph: int, piece: Bounds) -> bool:
    """Whether a quotation that a paragraph leaves open may go on in the next: it reads as speech from its first word
    to the paragraph's last, so that its closing mark was left out by convention, not by oversight."""
    before = text[paragraph : piece[0]].rstrip()
    words = text[slice(*piece)]
    begins = not before or before[-1] in ".?!:,—–-"
    return begins and words[-1] in ".?!…,;:—–" and not ATTRIBUTED_BEHIND.search(words[-120:])


def _reopens(text: str, start: int, end: int, opened: int) -> bool:
    first = MARK.match(text, _first(text, start, end))
    mark = MARK.match(text, opened)
    return first is not None and mark is not None and FAMILY[first.group()] == FAMILY[mark.group()]


def _rest(text: str, paragraphs: Sequence[Bounds], opened: int) -> list[Bounds]:
    """The rest of a quotation that paragraphs go on with and do not reopen: up to a mark that closes nothing else.

    None where another mark of its kind comes first, or no such mark within the paragraphs.
    """
    mark = MARK.match(text, opened)
    if mark is None or FAMILY[mark.group()] != DOUBLE:
        return []
    pieces: list[Bounds] = []
    for start, end in paragraphs:
        first = next((each for each in MARK.finditer(text, start, end) if FAMILY[each.group()] == DOUBLE), None)
        if first is None:
            pieces.append((_first(text, start, end), _last(text, start, end)))
            continue
        closes = text[first.start() - 1] in ".,?!…" and text[first.end() : first.end() + 1] in ("", " ", "\n", "\r")
        return (
            [*pieces, (_first(text, start, end), first.end())] if closes and first.group() not in OPENING_DOUBLE else []
        )
    return []


def _scan(text: str, start: int, end: int) -> tuple[list[tuple[int, int, int]], int | None]:
    """The quotations that one paragraph closes, as (depth, start, end), and where one begins that it leaves open."""
    stack: list[_Open] = []
    complete: list[tuple[int, int, int]] = []
    for match in MARK.finditer(text, start, end):
        mark, family = match.group(), FAMILY[match.group()]
        role = _role(text, match, stack, (start, end))
        if role == "open":
            if any(each.family == family for each in stack):
                # The same kind of mark cannot stand in itself: the earlier one was never closed.
                while stack and stack.pop().family != family:
                    pass
            stack.append(_Open(mark, family, match.start()))
        elif role == "close" and any(each.family == family for each in stack):
            while stack[-1].family != family:
                stack.pop()
            complete.append((len(stack) - 1, stack.pop().start, match.end()))
    # A straight single mark that nothing closes was no quotation mark.
    left_open = stack[0].start if stack and stack[0].mark != "'" else None
    return complete, left_open


def _role(text: str, match: re.Match[str], stack: list[_Open], bounds: Bounds) -> str | None:
    """Whether a mark opens or closes a quotation here, or is none (an apostrophe, an inch, a bullet)."""
    mark, family = match.group(), FAMILY[match.group()]
    before = text[match.start() - 1] if match.start() > bounds[0] else " "
    after = text[match.end()] if match.end() < bounds[1] else " "
    inside = any(each.family == family for each in stack)
    if family == SINGLE:
        return _role_of_single(text, match, inside, bounds)
    if family in (GUILLEMET, ANGLE):
        return _role_of_guillemet(text, match, stack, bounds)
    if mark in ("“", "``", "„", "‟"):
        closes = (
            mark == "“" and inside and not before.isspace() and not after.isalnum() and before not in BEFORE_OPENING
        )
        return "close" if closes else "open"
    opens = (before.isspace() or before in BEFORE_OPENING or before in "‘'«") and not after.isspace()
    if inside:
        return "open" if opens and before.isspace() and mark != "”" else "close"
    if before.isdigit() and mark == '"':
        return None  # inches
    floating = before.isspace() and after.isspace()
    return "open" if opens or (floating and match.end() < bounds[1]) else None


def _role_of_single(text: str, match: re.Match[str], inside: bool, bounds: Bounds) -> str | None:
    before = text[match.start() - 1] if match.start() > bounds[0] else " "
    after = text[match.end()] if match.end() < bounds[1] else " "
    if before.isalnum() and after.isalnum():
        return None  # don't
    opens = (before.isspace() or before in BEFORE_OPENING or before in '"“«') and (
        after.isalnum() or after in '[(…"“«$£€'
    )
    if opens and match.group() != "’" and not (inside and match.group() == "'" and not before.isspace()):
        closed = CLOSING_SINGLE.search(text, match.end() + 1, min(bounds[1], match.end() + REACH)) is not None
        return "open" if not ELISION.match(text, match.end()) and (closed or match.group() == "‘") else None
    if not inside or before.isspace() or after.isalnum():
        return None
    if POSSESSIVE.match(text, match.start()) and _closes_later(text, match.end(), min(bounds[1], match.end() + REACH)):
        return None  # the ministers' decision
    return "close"


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a better closing single mark follows before the next opening one."""
    match = CLOSING_SINGLE.search(text, start, end)
    return match is not None and OPENING_SINGLE.search(text, start, match.start()) is None


def _role_of_guillemet(text: str, match: re.Match[str], stack: list[_Open], bounds: Bounds) -> str | None:
    """«French», »German« and ›Danish‹ alike: the first of a pair opens; a lone one is a bullet or an arrow."""
    mark = match.group()
    partner = {"«": "»", "»": "«", "‹": "›", "›": "‹"}[mark]
    for each in reversed(stack):
        if each.family == FAMILY[mark]:
            return "close" if each.mark == partner else "open"
    return "open" if text.find(partner, match.end(), min(bounds[1], match.end() + REACH)) >= 0 or mark in "«‹" else None
