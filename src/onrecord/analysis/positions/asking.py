"""Positions asked of a ledger."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.positions.position import Position, find_position
from onrecord.codebooks.issues import Issue, IssueMatcher
from onrecord.ledger import Hit, Identity, Ledger

# Of somebody who said more on an issue, so many statements are read, half of them the first and half the last.
MOST_SAID = 200


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody's position on an issue; `is_whole` is False where only the first and the last statements were read."""

    identity: Identity
    position: Position
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """An issue that somebody spoke about: in how many of the statements that were read, and the last of them."""

    issue: Issue
    statements: int
    last: Hit


def ask_positions(
    ledger: Ledger,
    who: str | Sequence[Identity],
    issue: Issue,
    *,
    since: str | None = None,
    until: str | None = None,
    min_confidence: float = 0.5,
) -> list[Held]:
    """What each identity that a name fits said on an issue: first and last time, and what changed.

    Whoever said nothing on it is left out; those with most statements come first. `since` and `until` are EDTF days,
    months or years.
    """
    found = []
    for identity in ledger.who(who) if isinstance(who, str) else who:
        hits, is_whole = _said(ledger, identity, [*issue.phrases, *issue.names], since, until)
        position = find_position(hits, issue, min_confidence)
        if position.said:
            found.append(Held(identity, position, is_whole))
    return sorted(found, key=lambda held: -len(held.position.said))


def list_issues(
    ledger: Ledger,
    identity: Identity,
    issues: Sequence[Issue],
    *,
    since: str | None = None,
    until: str | None = None,
) -> tuple[list[Touched], bool]:
    """On which issues somebody spoke, the one spoken of most first; whether all that they said was read."""
    hits, is_whole = _said(ledger, identity, None, since, until)
    matcher = IssueMatcher(issues)
    on: dict[str, list[Hit]] = {}
    for hit in hits:
        for issue in dict.fromkeys(match.issue for match in matcher.match_spans(hit.statement.content.spans)):
            on.setdefault(issue, []).append(hit)
    touched = [Touched(issue, len(on[issue.id]), on[issue.id][-1]) for issue in issues if issue.id in on]
    return sorted(touched, key=lambda each: -each.statements), is_whole


def _said(
    ledger: Ledger, identity: Identity, phrases: Sequence[str] | None, since: str | None, until: str | None
) -> tuple[list[Hit], bool]:
    """The statements of somebody, oldest first, with any of the phrases; the first and the last where they are many."""
    half = MOST_SAID // 2
    asked = {"who": [identity], "any_of": phrases, "since": since, "until": until}
    first = ledger.search(**asked, oldest_first=True, limit=MOST_SAID + 1)  # type: ignore[arg-type]
    if len(first) <= MOST_SAID:
        return first, True
    last = ledger.search(**asked, limit=half)  # type: ignore[arg-type]
    seen = {(hit.document.id, hit.statement.id) for hit in first[:half]}
    return first[:half] + [hit for hit in reversed(last) if (hit.document.id, hit.statement.id) not in seen], False
