"""How right the disputes of a half are: which happening, what is at issue, and who stands on which side."""

from collections import Counter

from evaluation.happenings.gold import GoldDispute, GoldSet
from evaluation.happenings.grouping import Half, Shelf

from onrecord.ledger import EventRow
from onrecord.ledger.disputes import Account, Issue, find_dispute, teller_of


def score_disputes(sets: list[GoldSet], half: Half, shelf: Shelf, told: list[str]) -> Counter[str]:
    """Issues of the gold, those found, those right; of the right ones those whose tellers stand on their sides."""
    gold = {(each.label, each.issue): each for every in sets for each in every.disputes}
    counts = Counter[str](gold=len(gold))
    left = dict(gold)
    for rows in shelf.happenings.values():
        dispute = find_dispute(rows)
        for issue in dispute.issues if dispute else ():
            counts["found"] += 1
            label = _label(rows, half)
            expected = left.pop((label, issue.matter), None)
            if expected is None:
                told.append(f"spurious {label} {issue.matter}: {_shown(issue)}")
                continue
            counts["right"] += 1
            counts["sides"] += _are_apart(expected, issue)
            if not _are_apart(expected, issue):
                told.append(f"sides    {label} {issue.matter}: {expected.sides} → {_shown(issue)}")
    told += [f"missing  {label} {matter}: {left[label, matter].sides}" for label, matter in left]
    return counts


def _label(rows: list[EventRow], half: Half) -> str:
    """What most of the events are marked as."""
    labels = Counter(half.labels.get((row.document, row.event), "-") for row in rows)
    return labels.most_common(1)[0][0]


def _are_apart(gold: GoldDispute, issue: Issue) -> bool:
    """Whether every teller of the gold is found, and no account has tellers of two sides."""
    sides = [
        {place for place, side in enumerate(gold.sides) for name in side if _has(account, name)}
        for account in issue.accounts
    ]
    found = {name for side in gold.sides for name in side if any(_has(account, name) for account in issue.accounts)}
    return all(len(side) < 2 for side in sides) and len(found) == sum(map(len, gold.sides))


def _has(account: Account, name: str) -> bool:
    """Whether somebody of this name tells it: all words of the one stand in the other's name or words."""
    wanted = set(name.lower().split())
    tellers = [teller_of(row) for row in account.rows]
    names = [each for teller in tellers for each in (teller.name, teller.voice.words if teller.voice else "")]
    told = [set(each.lower().replace(",", "").split()) for each in names]
    return any(each and (wanted <= each or each <= wanted) for each in told)


def _shown(issue: Issue) -> str:
    return " // ".join(
        f"{account.version}: {'; '.join(each.name for each in account.tellers)}" for account in issue.accounts
    )
