"""`onrecord terms`: what expires next, and what has."""

import json
from datetime import date
from typing import Any

import click

from onrecord.analysis import State, TermFact, list_terms
from onrecord.codebooks.terms import load_matters
from onrecord.interfaces.cli.options import check_date, form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.tables import shown
from onrecord.ledger import Ledger, TermRow
from onrecord.record import bounds

EPILOG = """\b
Examples:
  onrecord terms                                what expires next, counted from today, and what has expired
  onrecord terms --on 2025-01-01                as it stood on that day
  onrecord terms --matter mandate               of one matter
  onrecord terms --all                          also what begins, and what is only demanded, planned or possible
  onrecord terms --format jsonl | jq -r 'select(.state == "next") | .last'

\b
Matters: {matters}.

\b
A date is the last day on which it may fall: of "until 2025" that is 31 December 2025. Who says so stands
behind each, the innermost first: "the envoy, says the ministry"; "the text itself" where nobody else does.
"""
HEADINGS: dict[State, str] = {
    "next": "expires next, from {on}",
    "expired": "has expired by {on}",
    "begins": "begins, or has begun",
    "no date": "no date",
}
LONGEST = 160
MOST_REPORTS = 3


def _epilog() -> str:
    names = list(load_matters())
    lines, line = [], ""
    for name in names:
        if len(line) + len(name) > 84:
            lines.append(line)
            line = ""
        line += f"{name}, "
    return EPILOG.format(matters="\n".join([*lines, line]).rstrip(", "))


@click.command(epilog=_epilog())
@ledger_option
@click.option("--on", metavar="DATE", callback=check_date, help="Count from this day, not from today.")
@click.option("--matter", type=click.Choice(list(load_matters())), metavar="MATTER", help="Of this matter only.")
@click.option("--all", "everything", is_flag=True, help="Also what begins, is demanded, planned, possible or denied.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="At most so many of each kind.")
@format_option
def terms(ledger: str, on: str | None, matter: str | None, everything: bool, limit: int, form: str | None) -> int:
    """List what expires next and what has: mandates, deadlines, truces, sanctions, licences and the like.

    Each with whose it is, until or by when, who says so, and the words. What several documents tell alike is one line
    with their number.
    """
    day = _day(on)
    with Ledger.open(ledger) as opened:
        facts = list_terms(opened, day, matter, everything=everything, limit=limit + 1)
    jsonl = form_chosen(form) == "jsonl"
    for state, found in facts.items():
        if jsonl:
            for fact in found[:limit]:
                click.echo(json.dumps(_json(fact), ensure_ascii=False))
        elif found:
            click.echo(HEADINGS[state].format(on=day))
            for fact in found[:limit]:
                click.echo("\n".join(_lines(fact)))
            if len(found) > limit:
                click.echo("  and more; --limit shows them")
            click.echo()
    if not any(facts.values()):
        told = "no term of this matter is" if matter else "no term is"
        click.echo(f"{told} on record{'' if everything else '; --all also looks for what is not fixed'}", err=True)
    return 0


def _day(on: str | None) -> date:
    first = bounds(on)[0] if on else None
    return first or date.today()


def _lines(fact: TermFact) -> list[str]:
    """A term as a person reads it: date, matter and bound, whose, how far off; then the words of each report."""
    row = fact.row
    when = f"{row.edtf or 'no date':10}"
    status = f" [{row.status}]" if row.status else ""
    far = f"  ({_far(fact.days)})" if fact.days is not None else ""
    lines = [f"  {when}  {row.matter} {row.bound}{status}  {shown(row.subject or '–')}{far}"]
    if fact.documents > 1:
        lines[0] += f"  in {fact.documents} documents"
    for report in fact.reports[:MOST_REPORTS]:
        where = ", ".join(shown(each) for each in (report.outlet or report.heading[:60], report.published) if each)
        lines.append(f"{'':14}{_voice(report)} – {where}")
        lines.append(f"{'':14}“{_cut(shown(report.words))}”")
    if len(fact.reports) > MOST_REPORTS:
        lines.append(f"{'':14}and {len(fact.reports) - MOST_REPORTS} more")
    return lines


def _voice(row: TermRow) -> str:
    """Who says so, the innermost first."""
    if not row.voices:
        return "the text itself"
    innermost, *outer = (shown(voice) for voice in row.voices)
    return ", ".join([innermost, *(f"says {voice}" for voice in outer)])


def _far(days: int) -> str:
    if days == 0:
        return "that day"
    unit = "day" if abs(days) == 1 else "days"
    return f"in {days} {unit}" if days > 0 else f"{-days} {unit} ago"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _json(fact: TermFact) -> dict[str, Any]:
    row = fact.row
    return {
        "state": fact.state,
        "matter": row.matter,
        "bound": row.bound,
        "subject": row.subject,
        "edtf": row.edtf,
        "first": row.first,
        "last": row.last,
        "days": fact.days,
        "status": row.status,
        "documents": fact.documents,
        "reports": [_report_json(report) for report in fact.reports],
    }


def _report_json(row: TermRow) -> dict[str, Any]:
    return {
        "document": {
            "id": row.document, "uri": row.uri, "title": row.title, "outlet": row.outlet, "published": row.published,
        },
        "term": row.term,
        "subject": row.subject,
        "voices": list(row.voices),
        "words": row.words,
        "start": row.start,
        "end": row.end,
    }  # fmt: skip
