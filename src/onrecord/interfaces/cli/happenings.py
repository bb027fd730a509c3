"""`onrecord timeline` and `onrecord disputes`: what took place, in order of time, and rival accounts of it."""

import json
from dataclasses import asdict
from typing import Any

import click

from onrecord.analysis.timelines import Happening, list_happenings
from onrecord.codebooks import load_event_types
from onrecord.interfaces.cli.options import check_date, form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.tables import cut_off, shown
from onrecord.ledger import SHOWN, EventRow, Ledger
from onrecord.ledger.disputes import Account, Issue, teller_of

LONGEST = 160
MOST_ROWS = 3

TIMELINE = """\b
Examples:
  onrecord timeline --since 2024 --country SDN     what took place there, in order of time
  onrecord timeline "Maria Stein"                  what she did, what was done to her, what she told of
  onrecord timeline --type ASSAULT --until 2023-12
"""
DISPUTES = """\b
Examples:
  onrecord disputes                                the newest rival accounts
  onrecord disputes army --since 2024              of what the army did, or told of
  onrecord disputes --country SDN --format jsonl

\b
Accounts are told apart by whether it happened, who did it, what it was, how many, where and when; of each: who says
so, in which words, who first, in how many outlets, from how many independent origins. See docs/disputes.md.
"""


def _options(command: Any) -> Any:
    for option in reversed(
        [
            click.argument("name", required=False),
            ledger_option,
            click.option("--type", "types", multiple=True, metavar="TYPE", help="A PLOVER type, such as ASSAULT."),
            click.option("--country", metavar="CODE", help="Where it was: an ISO 3166-1 code of three letters."),
            click.option("--since", metavar="DATE", callback=check_date, help="Took place on or after."),
            click.option("--until", metavar="DATE", callback=check_date, help="Took place on or before."),
            click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="At most so many."),
            format_option,
        ]
    ):
        command = option(command)
    return command


@click.command(epilog=TIMELINE)
@_options
@click.option("--oldest", is_flag=True, help="The oldest that fit, not the newest.")
def timeline(oldest: bool, form: str | None, **asked: Any) -> int:
    """List what took place in order of time, each happening once however many documents tell of it.

    With NAME what somebody took part in or told of. What only one side claims is marked as its claim; what is in
    dispute says so.
    """
    found = _ask(newest_first=not oldest, **asked)
    for each in found:
        click.echo(json.dumps(_json(each), ensure_ascii=False) if form_chosen(form) == "jsonl" else _line(each))
    if not found:
        click.echo("nothing on record fits", err=True)
    return 0


@click.command(epilog=DISPUTES)
@_options
def disputes(form: str | None, **asked: Any) -> int:
    """Show rival accounts of one happening side by side: A says, B says, who first, how many outlets and origins.

    With NAME those that somebody took part in or told of.
    """
    found = _ask(disputed=True, **asked)
    for each in found:
        if form_chosen(form) == "jsonl":
            click.echo(json.dumps(_json(each), ensure_ascii=False))
        else:
            click.echo("\n".join([_line(each), *_accounts(each)]) + "\n")
    if not found:
        click.echo("no dispute on record fits", err=True)
    return 0


def _ask(name: str | None, ledger: str, types: tuple[str, ...], **asked: Any) -> tuple[Happening, ...]:
    known = load_event_types()
    for each in types:
        if each.upper() not in known:
            raise click.UsageError(f"{each} is no PLOVER type; there are {', '.join(known)}")
    with Ledger.open(ledger) as opened:
        who = None if name is None else opened.who(name)
        if who == []:
            click.echo(f"nobody on record is called {name}", err=True)
            return ()
        return list_happenings(opened, who=who, types=[each.upper() for each in types] or None, **asked)


def _line(happening: Happening) -> str:
    row = happening.telling
    many = f"  in {happening.documents} documents" if happening.documents > 1 else ""
    disputed = f"  [in dispute: {', '.join(happening.dispute.matters)}]" if happening.dispute else ""
    return f"{happening.edtf or 'undated':10}  {row.type}: {_claimed(row)}{_words(row)}{many}{disputed}"


def _claimed(row: EventRow) -> str:
    """Who claims it, so that no claim passes for a report; and what became of it where it did not happen."""
    status = "" if row.status in ("happened", "ongoing") else f"[{row.status}] "
    return f"{status}claimed by {shown(teller_of(row).name)}: " if row.voices else status


def _words(row: EventRow) -> str:
    return f"“{cut_off(shown(row.words), LONGEST)}”"


def _accounts(happening: Happening) -> list[str]:
    assert happening.dispute is not None
    lines = []
    for issue in happening.dispute.issues:
        lines.append(f"    {issue.matter}{f' ({issue.of})' if issue.of else ''}")
        for account in issue.accounts:
            lines.append(f"      {shown(account.version)}: {_extent(account)}")
            # Of one clause there can be several events, a strike and those it killed.
            rows = list({(row.document, row.words): row for row in account.rows}.values())
            for row in rows[:MOST_ROWS]:
                lines.append(f"        {_day(row)}  {shown(teller_of(row).name)}: {_words(row)}  ({_where(row)})")
            if len(rows) > MOST_ROWS:
                lines.append(f"        and {len(rows) - MOST_ROWS} more")
        for shift in issue.shifts:
            lines.append(f"      {shown(shift.teller.name)} told it otherwise from {_day(shift.after)} on")
    return lines


def _extent(account: Account) -> str:
    tellers = ", ".join(shown(each.name) for each in account.tellers[:MOST_ROWS])
    outlets = len(account.outlets)
    return f"{tellers}; first {_day(account.first)}; {_count(outlets, 'outlet')}, {_count(account.origins, 'origin')}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _day(row: EventRow) -> str:
    return f"{(row.published or 'undated')[:10]:10}"


def _where(row: EventRow) -> str:
    return f"{shown(row.outlet) if row.outlet else 'no outlet'}, {row.document[7 : 7 + SHOWN]}"


def _json(happening: Happening) -> dict[str, Any]:
    return {
        "edtf": happening.edtf,
        "type": happening.telling.type,
        "documents": happening.documents,
        "outlets": happening.outlets,
        "tellings": [_row_json(row) for row in happening.rows],
        "dispute": [_issue_json(issue) for issue in happening.dispute.issues] if happening.dispute else None,
    }


def _issue_json(issue: Issue) -> dict[str, Any]:
    return {
        "matter": issue.matter,
        "of": issue.of,
        "accounts": [
            {
                "version": account.version,
                "tellers": [each.name for each in account.tellers],
                "first": {"published": account.first.published, "outlet": account.first.outlet},
                "outlets": list(account.outlets),
                "documents": account.documents,
                "origins": account.origins,
                "tellings": [{"document": row.document, "event": row.event} for row in account.rows],
            }
            for account in issue.accounts
        ],
        "shifts": [
            {
                "teller": shift.teller.name,
                "before": {"document": shift.before.document, "event": shift.before.event},
                "after": {"document": shift.after.document, "event": shift.after.event},
            }
            for shift in issue.shifts
        ],
    }


def _row_json(row: EventRow) -> dict[str, Any]:
    """A telling as its JSON object, without the numbers that a ledger gives identities at one moment."""
    plain = asdict(row)
    for party in (*plain["actors"], *plain["recipients"], *plain["voices"]):
        del party["identity"]
    del plain["scene"]
    return plain
