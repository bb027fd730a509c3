"""Clusters: the documents that are copies of one, and the one that they go back to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from onrecord.ledger.origins.copying import CHOSEN, Relation, Thresholds

# Behind every date: what has none is never taken for the first where another has one.
UNDATED = "~"
# A group goes with another where more than this share of it stands there.
HALF = 0.5


def origins_of(
    published: Mapping[int, str | None], relations: Iterable[Relation], thresholds: Thresholds = CHOSEN
) -> dict[int, int]:
    """For each document the earliest that it goes back to by copying; itself where it copies none.

    `published` are the documents with their dates, in the order in which they were filed; `relations` those among
    them. Documents that are alike, nearly all of each in the other, are one group. Each group then goes with one larger
    one (of equals the earlier), where more than half of all its documents stands there: one cut short, one much
    edited. So a document blended of two agencies' reports goes with one of them and does not make the two one.
    """
    copies = [each for each in relations if each.kind in ("copy", "edited")]
    order = rank(published, copies)
    group = _alike(order, copies, thresholds)
    goes_with = _larger_groups(group, order, copies)
    earliest: dict[int, int] = {}
    found = {}
    for document in sorted(order, key=order.__getitem__):
        last = group[document]
        while last in goes_with:
            last = goes_with[last]
        found[document] = earliest.setdefault(last, document)
    return found


def _alike(order: Mapping[int, int], copies: Iterable[Relation], thresholds: Thresholds) -> dict[int, int]:
    """For each document the earliest of those like it, and those like them."""
    group = {document: document for document in order}
    members = {document: [document] for document in order}
    for each in copies:
        if min(each.left_share, each.right_share) >= thresholds.alike:
            kept, gone = sorted((group[each.left], group[each.right]), key=order.__getitem__)
            if kept != gone:
                members[kept] += members.pop(gone)
                group.update(dict.fromkeys(members[kept], kept))
    return group


def _larger_groups(group: Mapping[int, int], order: Mapping[int, int], copies: Iterable[Relation]) -> dict[int, int]:
    """For each group the one larger (or as large and earlier) that its documents mostly stand in, if any."""
    sizes = Counter(group.values())
    most: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    for each in copies:
        sides = (each.left, each.left_share), (each.right, each.right_share)
        (larger, _), (smaller, share) = sorted(sides, key=lambda side: (-sizes[group[side[0]]], order[group[side[0]]]))
        if group[larger] != group[smaller]:
            shares = most[group[smaller], group[larger]]
            shares[smaller] = max(share, shares.get(smaller, 0.0))
    best: dict[int, tuple[float, int, int, int]] = {}
    for (smaller, larger), shares in most.items():
        mean = sum(shares.values()) / sizes[smaller]
        if mean > HALF:
            choice = (round(mean, 1), sizes[larger], -order[larger], larger)
            best[smaller] = max(best.get(smaller, choice), choice)
    return {smaller: choice[-1] for smaller, choice in best.items()}


def rank(published: Mapping[int, str | None], relations: Iterable[Relation]) -> dict[int, int]:
    """The documents from the earliest on: by day, on one day by what their relations tell, then as filed."""
    taken = Counter(
        each.left if each.origin == each.right else each.right for each in relations if each.origin is not None
    )
    filed = list(published)
    ranked = sorted(filed, key=lambda key: ((published[key] or UNDATED)[:10], taken[key]))
    return {document: rank for rank, document in enumerate(ranked)}
