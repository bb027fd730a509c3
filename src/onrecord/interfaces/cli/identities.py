"""Identities, candidates and judgements, as lines a person reads and as JSON."""

from collections.abc import Sequence
from typing import Any

from onrecord.interfaces.cli.tables import shown, words_of
from onrecord.ledger import SHOWN, Candidate, EntityRow, Hit, Identity, Judgement, Link

MOST_NAMES = 8
MOST_DOCUMENTS = 8
MOST_LINKS = 8
LONGEST = 100


def heading_of(identity: Identity) -> str:
    """Who it is, in a line: name, type, countries, sectors and key."""
    facts = [identity.type, *identity.countries, *identity.sectors]
    return f"{shown(identity.name)}  ({', '.join(map(shown, facts))})  {identity.key[:SHOWN]}"


def summary_of(identity: Identity) -> str:
    """Who it is, within a line: name, country, last role, and where it stands."""
    roles = [role for _, role in identity.roles[-1:]]
    facts = ", ".join(shown(fact) for fact in (*identity.countries, *roles))
    return f"{shown(identity.name)} ({f'{facts}; ' if facts else ''}{_extent(identity)})"


def lines_of(identity: Identity, documents: dict[str, str], last: Sequence[Hit]) -> list[str]:
    """What the ledger knows of somebody; `documents` are the headings of the documents, `last` the last statements."""
    lines = [heading_of(identity), f"  called      {_some([shown(name) for name in identity.names], MOST_NAMES)}"]
    if identity.registry:
        lines.append(f"  registry    {shown(identity.registry)}")
    roles = [f"{date[:10] if date else 'undated'} {shown(role)}" for date, role in identity.roles]
    if roles:
        lines.append(f"  roles       {'; '.join(roles)}")
    lines.append(f"  stands in   {_extent(identity)}, source of {_count(identity.statements, 'statement')}")
    for row in identity.entities[-MOST_DOCUMENTS:]:
        lines.append(f"    {_day(row.published)}  {row.key[:SHOWN]}  {_cut(shown(documents[row.document]))}")
    reasons = list(dict.fromkeys(_told(link) for link in identity.links))
    for number, told in enumerate(reasons[:MOST_LINKS]):
        lines.append(f"  {'' if number else 'one by':10}  {told}")
    if last:
        lines.append("  last said")
    for hit in last:
        outlet = f"{shown(hit.document.outlet)}: " if hit.document.outlet else ""
        cue = f"{words_of(hit.statement.cue.spans)} " if hit.statement.cue else ""
        lines.append(f"    {_day(hit.document.published)}  {outlet}{cue}{_cut(words_of(hit.statement.content.spans))}")
    return lines


def lines_of_candidate(candidate: Candidate) -> list[str]:
    """A candidate with its key, its score and its reasons."""
    lines = [
        f"{candidate.key}  {candidate.score:.2f}  {summary_of(candidate.left)}",
        f"{'':25}{summary_of(candidate.right)}",
    ]
    lines.append(f"{'':10}for:     {'; '.join(map(shown, candidate.reasons))}")
    if candidate.against:
        lines.append(f"{'':10}against: {'; '.join(map(shown, candidate.against))}")
    return lines


def line_of_judgement(judgement: Judgement, state: str = "") -> str:
    """A judgement in a line: number, when, who, what and why, and what has become of it."""
    if judgement.left is None or judgement.right is None:
        told = f"judgement {judgement.reverses} undone"
    else:
        told = f"{shown(judgement.left.name)} and {shown(judgement.right.name)} are {judgement.verdict}"
    ending = f"  [{state}]" if state else ""
    return (
        f"{judgement.number:4}  {judgement.when[:16]}  {shown(judgement.who)}: {told}: {shown(judgement.why)}{ending}"
    )


def identity_json(identity: Identity, last: Sequence[Hit] | None = None) -> dict[str, Any]:
    """An identity as its JSON object."""
    plain: dict[str, Any] = {
        "key": identity.key,
        "name": identity.name,
        "names": list(identity.names),
        "type": identity.type,
        "registry": identity.registry,
        "countries": list(identity.countries),
        "sectors": list(identity.sectors),
        "roles": [{"date": date, "role": role} for date, role in identity.roles],
        "statements": identity.statements,
        "entities": [_entity_json(row) for row in identity.entities],
        "links": [_link_json(link) for link in identity.links],
    }
    if last is not None:
        plain["last"] = [
            {"document": hit.document.id, "published": hit.document.published, "statement": hit.statement.to_dict()}
            for hit in last
        ]
    return plain


def candidate_json(candidate: Candidate) -> dict[str, Any]:
    """A candidate as its JSON object."""
    return {
        "key": candidate.key,
        "score": candidate.score,
        "left": identity_json(candidate.left),
        "right": identity_json(candidate.right),
        "reasons": list(candidate.reasons),
        "against": list(candidate.against),
    }


def _entity_json(row: EntityRow) -> dict[str, Any]:
    return {
        "document": row.document,
        "entity": row.entity,
        "key": row.key,
        "name": row.name,
        "country": row.country,
        "sector": row.sector,
        "role": row.role,
        "published": row.published,
        "start": row.start,
        "end": row.end,
        "statements": row.statements,
    }


def _link_json(link: Link) -> dict[str, Any]:
    return {
        "left": link.left.key,
        "right": link.right.key,
        "rule": link.rule,
        "reasons": list(link.reasons),
        "judgement": link.judgement,
    }


def _told(link: Link) -> str:
    reasons = "; ".join(map(shown, link.reasons))
    return f"judgement {link.judgement} ({reasons})" if link.judgement else reasons


def _extent(identity: Identity) -> str:
    days = sorted(row.published[:10] for row in identity.entities if row.published)
    when = "" if not days else f", {days[0]}" if days[0] == days[-1] else f", {days[0]} to {days[-1]}"
    return _count(len(identity.documents), "document") + when


def _day(published: str | None) -> str:
    return f"{(published or 'undated')[:10]:10}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _some(items: Sequence[str], most: int) -> str:
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return ", ".join(items[:most]) + more
