"""Patch files: what people decided in one ledger, to be applied to another that has the same texts.

JSON Lines: a header, then a line for each review and each judgement on entities, in the order they were made. A line
names its document by id and address, its item by words, and what it takes back by the key of that line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from onrecord.errors import RecordError, ReviewError
from onrecord.ledger.entities import Address
from onrecord.ledger.judgements import Judgement
from onrecord.ledger.judgements import Verdict as JudgementVerdict
from onrecord.ledger.reviews.anchors import Anchor
from onrecord.ledger.reviews.review import Review, ReviewDraft, ReviewVerdict, key_of, sign, sign_undoing, utc
from onrecord.ledger.reviews.snapshots import Snapshot
from onrecord.record import Part
from onrecord.record.serialization import from_plain, to_plain

SCHEMA = "onrecord-patch/1"
Decision = TypeVar("Decision", Review, Judgement)


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: when the patch was made (UTC), by what (`onrecord 0.1.0`), and how much follows."""

    schema: str
    made: str
    by: str
    reviews: int
    judgements: int


@dataclass(frozen=True, slots=True)
class Patch:
    """A patch as it was read; reviews and judgements are numbered from 1, each by themselves.

    `uris` are the addresses of the documents, `lines` tell in which line of the file each review stands.
    """

    name: str
    header: Header
    reviews: tuple[Review, ...]
    judgements: tuple[Judgement, ...]
    uris: Mapping[str, str | None]
    lines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Source:
    """The document of a line."""

    id: str
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class _ReviewLine:
    """A review in a patch. `words` are for whoever reads the file."""

    review: str
    document: _Source
    part: Part
    words: str
    anchor: Anchor
    field: str | None
    verdict: ReviewVerdict
    value: Any
    snapshot: Snapshot | None
    reverses: str | None
    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class _JudgementLine:
    """A judgement in a patch."""

    judgement: str
    verdict: JudgementVerdict
    left: Address | None
    right: Address | None
    reverses: str | None
    who: str
    when: str
    why: str


def write_patch(
    reviews: Sequence[Review],
    judgements: Sequence[Judgement],
    uris: Mapping[str, str | None],
    *,
    by: str,
    made: datetime | None = None,
) -> Iterator[str]:
    """The lines of a patch, without their ends; `uris` are the addresses of documents by id.

    Raises ReviewError where a review or judgement is left out that another one takes back.
    """
    yield _line(Header(SCHEMA, utc(made), by, len(reviews), len(judgements)))
    keys = {review.number: review.key for review in reviews}
    for review in reviews:
        yield _line(_review_line(review, uris, _key(keys, review)))
    keys = judgement_keys(judgements)
    for each in judgements:
        yield _line(
            _JudgementLine(
                keys[each.number], each.verdict, each.left, each.right, _key(keys, each), each.who, each.when, each.why
            )
        )


def judgement_keys(judgements: Iterable[Judgement]) -> dict[int, str]:
    """The key of each judgement by its number: the same in every ledger. Raises ReviewError as `write_patch` does."""
    keys: dict[int, str] = {}
    for each in judgements:
        told = (each.verdict, to_plain(each.left), to_plain(each.right), _key(keys, each))
        keys[each.number] = key_of("judgement", *told, each.who, each.when, each.why)
    return keys


def read_patch(lines: Iterable[str], name: str = "the patch") -> Patch:
    """The patch in the lines of a file called `name`.

    Raises ReviewError, naming the line, where one is none, takes back what does not stand before it, or is missing.
    """
    reading = _Reading(name)
    for number, line in enumerate(lines, 1):
        if line.strip():
            reading.take(number, line)
    return reading.done()


@dataclass(slots=True)
class _Reading:
    """A patch while it is being read. Keys are made anew, so that a line edited by hand is another review."""

    name: str
    header: Header | None = None
    reviews: dict[str, Review] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    uris: dict[str, str | None] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)

    def take(self, number: int, line: str) -> None:
        try:
            plain = json.loads(line, parse_constant=_refuse)
            if self.header is None:
                self.header = _header(plain)
            elif isinstance(plain, dict) and "judgement" in plain:
                self._take_judgement(from_plain(_JudgementLine, plain))
            else:
                self._take_review(from_plain(_ReviewLine, plain), number)
        except (ValueError, RecursionError, RecordError, ReviewError) as error:
            raise ReviewError(f"{self.name}, line {number}: {error}; nothing was applied") from error

    def done(self) -> Patch:
        if self.header is None:
            raise ReviewError(f"{self.name}: there is no line in it; a patch begins with its header")
        for what, told, found in (
            ("reviews", self.header.reviews, len(self.reviews)),
            ("judgements", self.header.judgements, len(self.judgements)),
        ):
            if told != found:
                raise ReviewError(f"{self.name}: the header tells of {told} {what}, {found} are there; is it cut off?")
        reviews, judgements = tuple(self.reviews.values()), tuple(self.judgements.values())
        return Patch(self.name, self.header, reviews, judgements, self.uris, self.lines)

    def _take_review(self, line: _ReviewLine, number: int) -> None:
        signed, when = len(self.reviews) + 1, _moment(line.when)
        if (line.verdict == "undone") != (line.reverses is not None):
            raise ReviewError("just an undoing says what it reverses")
        if line.reverses is not None:
            review = sign_undoing(
                _stands(self.reviews, line.reverses), number=signed, who=line.who, why=line.why, when=when
            )
        else:
            draft = ReviewDraft(line.part, line.anchor, line.verdict, line.field, line.value, line.snapshot)
            review = sign(draft, line.document.id, number=signed, who=line.who, why=line.why, when=when)
        self.reviews[line.review] = review
        self.uris[line.document.id] = line.document.uri
        self.lines[review.number] = number

    def _take_judgement(self, line: _JudgementLine) -> None:
        is_undoing = line.verdict == "undone"
        if (line.reverses is not None, line.left is None, line.right is None) != (is_undoing,) * 3:
            raise ReviewError("a judgement names two entities, an undoing of one just the judgement that it reverses")
        if not line.who.strip() or not line.why.strip():
            raise ReviewError("a judgement says who judges and why")
        reverses = None if line.reverses is None else _stands(self.judgements, line.reverses).number
        number, when = len(self.judgements) + 1, _moment(line.when)
        self.judgements[line.judgement] = Judgement(
            number, line.verdict, line.left, line.right, reverses, line.who.strip(), when, line.why.strip()
        )


def _review_line(review: Review, uris: Mapping[str, str | None], reverses: str | None) -> _ReviewLine:
    return _ReviewLine(
        review.key,
        _Source(review.document, uris.get(review.document)),
        review.part,
        review.words,
        review.anchor,
        review.field,
        review.verdict,
        review.value,
        review.snapshot,
        reverses,
        review.who,
        review.when,
        review.why,
    )


def _header(plain: Any) -> Header:
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        told = plain.get("schema") if isinstance(plain, dict) else None
        raise ReviewError(f"a patch begins with its header, of the schema {SCHEMA!r}; this says {told!r}")
    header: Header = from_plain(Header, plain)
    return header


def _key(keys: Mapping[int, str], taken: Review | Judgement) -> str | None:
    """The key of what is taken back."""
    if taken.reverses is None:
        return None
    if taken.reverses not in keys:
        raise ReviewError(f"{taken.number} takes back {taken.reverses}, which is not in the patch; export both")
    return keys[taken.reverses]


def _stands(before: Mapping[str, Decision], key: str) -> Decision:
    if key not in before:
        raise ReviewError(f"it takes back {key}, which does not stand before it")
    return before[key]


def _refuse(constant: str) -> Any:
    """What JSON has no word for (`NaN`), and Python's reader takes."""
    raise ValueError(f"{constant} is no JSON value")


def _moment(written: str) -> str:
    """A time as a review has it. Raises ReviewError where it is none, or none that all agree on."""
    when = datetime.fromisoformat(written)
    if when.tzinfo is None:
        raise ReviewError(f"{written!r} has no offset; a time is written as 2024-05-02T10:00:00+00:00")
    return utc(when)


def _line(value: Any) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
