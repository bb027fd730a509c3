"""Clusters: the documents that are copies of one, and the one that they go back to."""

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.ledger.origins.copying import Relation

# Behind every date: what has none is never taken for the first where another has one.
UNDATED = "~"


def origins_of(published: Mapping[int, str | None], relations: Iterable[Relation]) -> dict[int, int]:
    """For each document the earliest that it goes back to by copying; itself where it copies none.

    `published` are the documents with their dates, in the order in which they were filed; `relations` those among
    them. Each document is taken from the one earlier document that it shares most with: one that blends two
    agencies' reports goes with the greater part and does not make the two one.
    """
    copies = [each for each in relations if each.kind in ("copy", "edited")]
    order = rank(published, copies)
    taken_from: dict[int, tuple[float, int, int]] = {}
    for each in copies:
        first, later = sorted((each.left, each.right), key=order.__getitem__)
        share = each.left_share if later == each.left else each.right_share
        choice = (share, -order[first], first)
        taken_from[later] = max(taken_from.get(later, choice), choice)
    found: dict[int, int] = {}
    for document in sorted(order, key=order.__getitem__):
        found[document] = found[taken_from[document][2]] if document in taken_from else document
    return found


def rank(published: Mapping[int, str | None], relations: Iterable[Relation]) -> dict[int, int]:
    """The documents from the earliest on: by day, on one day by what their relations tell, then as filed."""
    taken = Counter(
        each.left if each.origin == each.right else each.right for each in relations if each.origin is not None
    )
    filed = list(published)
    ranked = sorted(filed, key=lambda key: ((published[key] or UNDATED)[:10], taken[key]))
    return {document: rank for rank, document in enumerate(ranked)}
