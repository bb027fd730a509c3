"""`onrecord positions`: what somebody said on an issue, and where that changed."""

import json
from pathlib import Path
from typing import Any

import click

from onrecord.analysis.positions import Change, Held, Said, Touched, ask_positions, list_issues
from onrecord.codebooks.issues import Issue, choose_issue, load_issues, read_issues
from onrecord.interfaces.cli.identities import heading_of
from onrecord.interfaces.cli.options import check_date, form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.tables import cut_off, shown, words_of
from onrecord.ledger import SHOWN, Hit, Identity, Ledger

EPILOG = """\b
Examples:
  onrecord positions "Maria Stein"                      on which issues she spoke, and what she said last
  onrecord positions "Maria Stein" --on ceasefire       first, last, and what changed, in her words
  onrecord positions Kremlin --on "lachin corridor"     any topic, by your own words
  onrecord positions Stein --on "dam, reservoir"        any of several phrases
  onrecord positions --issues mine.toml Stein --on dam  an issue of a file of yours
  onrecord positions --list                             the issues that are known

\b
How to write a file of issues, and what each kind of change means: docs/issues-and-positions.md.
"""
LONGEST = 220


@click.command(epilog=EPILOG)
@click.argument("name", required=False)
@ledger_option
@click.option("--on", "words", metavar="ISSUE|WORDS", help="The issue, by its name or title, or a topic of your own.")
@click.option(
    "--issues",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file of your own issues, which adds to the default ones.",
)
@click.option("--since", metavar="DATE", callback=check_date, help="Published on or after, as 2024-05-02 or 2024.")
@click.option("--until", metavar="DATE", callback=check_date, help="Published on or before.")
@click.option("--list", "is_list", is_flag=True, help="List the issues that are known, and stop.")
@click.option("--everything", is_flag=True, help="Every statement between the first and the last.")
@format_option
def positions(
    name: str | None,
    ledger: str,
    words: str | None,
    file: Path | None,
    since: str | None,
    until: str | None,
    is_list: bool,
    everything: bool,
    form: str | None,
) -> int:
    """Show what whoever is called NAME said on an issue: the first time, the last, and what changed between.

    Each change stands with the words of both statements. A change is only claimed where the words show it: in doubt
    nothing is said. Without --on: the issues that NAME spoke about.
    """
    known = read_issues(file) if file else load_issues()
    jsonl = form_chosen(form) == "jsonl"
    if is_list:
        for issue in known:
            click.echo(json.dumps(_issue_json(issue)) if jsonl else f"{issue.id:24} {issue.title}")
        return 0
    if name is None:
        raise click.UsageError("say whose positions, or --list to see the issues")
    with Ledger.open(ledger) as opened:
        fitting = opened.who(name)
        if not fitting:
            click.echo(f"nobody on record is called {name}", err=True)
        elif words is None:
            for identity in fitting:
                touched, is_whole = list_issues(opened, identity, known, since=since, until=until)
                _show_issues(identity, touched, is_whole, jsonl=jsonl)
        else:
            issue = choose_issue(known, words)
            found = ask_positions(opened, fitting, issue, since=since, until=until)
            for held in found:
                _show(held, everything=everything, jsonl=jsonl)
            if not found:
                click.echo(f"nothing on record that {name} said on {issue.title}", err=True)
    return 0


def _show_issues(identity: Identity, touched: list[Touched], is_whole: bool, *, jsonl: bool) -> None:
    if jsonl:
        for each in touched:
            told = {"key": identity.key, "name": identity.name, "issue": each.issue.id, "statements": each.statements}
            click.echo(json.dumps({**told, "last": _hit_json(each.last)}, ensure_ascii=False))
    elif touched:
        click.echo(heading_of(identity))
        for each in touched:
            click.echo(f"  {each.issue.id:24} {each.statements:4}  {_told(each.last)}")
        if not is_whole:
            click.echo("  of the first and the last statements only; --since and --until choose others")
        click.echo()


def _show(held: Held, *, everything: bool, jsonl: bool) -> None:
    if jsonl:
        click.echo(json.dumps(_json(held), ensure_ascii=False))
        return
    position = held.position
    click.echo(f"{heading_of(held.identity)}  on {position.issue.title}")
    chosen = position.said if everything else tuple(each for each in (position.first, position.last) if each)
    labels = {id(position.first): "first", id(position.last): "last"}
    for said in dict.fromkeys(chosen):
        click.echo(f"  {labels.get(id(said), ''):6} {_told(said.hit)}{_times(said)}")
    for change in position.changes:
        click.echo(f"  {change.kind}: {shown(change.why)}")
        for said in (change.before, change.after):
            click.echo(f"         {_told(said.hit)}")
    if not position.changes:
        click.echo("  no change that the words show")
    between = len(position.said) - len(dict.fromkeys(chosen))
    if between:
        click.echo(f"  and {between} between; --everything shows them")
    if not held.is_whole:
        click.echo("  of the first and the last statements only; --since and --until choose others")
    click.echo()


def _told(hit: Hit) -> str:
    where = ", ".join(
        filter(None, [hit.document.outlet and shown(hit.document.outlet), hit.document.id[7 : 7 + SHOWN]])
    )
    cue = f"{words_of(hit.statement.cue.spans)} " if hit.statement.cue else ""
    content = cut_off(words_of(hit.statement.content.spans), LONGEST)
    return f"{(hit.document.published or 'undated')[:10]:10}  {cue}{content}  ({where})"


def _times(said: Said) -> str:
    return f"  in {len(said.places)} documents" if len(said.places) > 1 else ""


def _json(held: Held) -> dict[str, Any]:
    position = held.position
    numbers = {id(each): number for number, each in enumerate(position.said)}
    return {
        "key": held.identity.key,
        "name": held.identity.name,
        "issue": position.issue.id,
        "is_whole": held.is_whole,
        "first": numbers.get(id(position.first)),
        "last": numbers.get(id(position.last)),
        "said": [_said_json(each) for each in position.said],
        "changes": [_change_json(each, numbers) for each in position.changes],
    }


def _said_json(said: Said) -> dict[str, Any]:
    return {
        "places": [_hit_json(hit) for hit in said.places],
        "phrases": [{"phrase": each.phrase, "span": _span(each.span)} for each in said.matches],
        "is_repeat": said.is_repeat,
    }


def _change_json(change: Change, numbers: dict[int, int]) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "why": change.why,
        "before": numbers[id(change.before)],
        "after": numbers[id(change.after)],
        "words_before": [_span(span) for span in change.words_before],
        "words_after": [_span(span) for span in change.words_after],
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    row = hit.document
    document = {"id": row.id, "uri": row.uri, "outlet": row.outlet, "published": row.published}
    return {"document": document, "statement": hit.statement.to_dict()}


def _span(span: Any) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _issue_json(issue: Issue) -> dict[str, Any]:
    return {"id": issue.id, "title": issue.title, "phrases": list(issue.phrases), "names": list(issue.names)}
