"""What of a patch is new to a ledger."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import ReviewError
from onrecord.ledger.judgements import Judgement
from onrecord.ledger.reviews.checking import check_review
from onrecord.ledger.reviews.patches import Patch, judgement_keys
from onrecord.ledger.reviews.review import Review


@dataclass(frozen=True, slots=True)
class Import:
    """What is to be written, numbered on from what is there; how much is known; what is about documents not there.

    `absent` counts by the id of the document. Those are left out: the same patch brings them once it is filed.
    """

    reviews: tuple[Review, ...]
    judgements: tuple[Judgement, ...]
    known: int
    absent: Mapping[str, int]


def plan_import(
    patch: Patch,
    reviews: Mapping[str, int],
    judgements: Sequence[Judgement],
    text_of: Callable[[str], str | None],
) -> Import:
    """What a patch brings to a ledger that has these reviews (numbers by key) and judgements.

    `text_of` gives the text of a document, None where the ledger lacks it. Raises ReviewError, naming file and line,
    where a review does not fit the text or a field: then nothing is to be written.
    """
    absent: Counter[str] = Counter()
    new_reviews = _new_reviews(patch, reviews, text_of, absent)
    new_judgements = _new_judgements(patch, judgements, text_of, absent)
    told = len(patch.reviews) + len(patch.judgements)
    known = told - len(new_reviews) - len(new_judgements) - absent.total()
    return Import(tuple(new_reviews), tuple(new_judgements), known, dict(absent))


def _new_reviews(
    patch: Patch, there: Mapping[str, int], text_of: Callable[[str], str | None], absent: Counter[str]
) -> list[Review]:
    new: list[Review] = []
    keys = dict(there)
    following = max(there.values(), default=0) + 1
    for review in patch.reviews:
        if review.key in keys:
            continue
        text = text_of(review.document)
        if text is None:
            absent[review.document] += 1
            continue
        try:
            check_review(review, text)
        except (ReviewError, RecursionError) as error:
            where = f"{patch.name}, line {patch.lines[review.number]}"
            raise ReviewError(f"{where}: {error}; nothing was applied") from error
        keys[review.key] = following + len(new)
        taken_back = patch.reviews[review.reverses - 1].key if review.reverses else None
        new.append(replace(review, number=keys[review.key], reverses=keys[taken_back] if taken_back else None))
    return new


def _new_judgements(
    patch: Patch, there: Sequence[Judgement], text_of: Callable[[str], str | None], absent: Counter[str]
) -> list[Judgement]:
    keys = {key: number for number, key in judgement_keys(there).items()}
    told = judgement_keys(patch.judgements)
    following = max(keys.values(), default=0) + 1
    new: list[Judgement] = []
    lacking: dict[int, str] = {}
    for judgement in patch.judgements:
        missing = _lacking(judgement, text_of, lacking)
        if told[judgement.number] in keys:
            continue
        if missing is not None:
            lacking[judgement.number] = missing
            absent[missing] += 1
            continue
        number = keys[told[judgement.number]] = following + len(new)
        reverses = keys[told[judgement.reverses]] if judgement.reverses else None
        new.append(replace(judgement, number=number, reverses=reverses))
    return new


def _lacking(judgement: Judgement, text_of: Callable[[str], str | None], lacking: Mapping[int, str]) -> str | None:
    """A document that a judgement, or the one it takes back, is about and that is not there."""
    addresses = [each for each in (judgement.left, judgement.right) if each is not None]
    missing = (each.document for each in addresses if text_of(each.document) is None)
    return next(missing, lacking.get(judgement.reverses or 0))
