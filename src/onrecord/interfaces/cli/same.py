"""`onrecord same`: judgements on who is one."""

import json
from dataclasses import asdict
from typing import Literal

import click

from onrecord.interfaces.cli.identities import candidate_json, line_of_judgement, lines_of_candidate
from onrecord.interfaces.cli.options import by_option, form_chosen, format_option, ledger_option, whoever, why_option
from onrecord.ledger import EntityRow, Identity, Ledger, undone_by

EPILOG = """\b
Examples:
  onrecord same list                           who could be one, the likeliest first
  onrecord same list Stein
  onrecord same yes 3f9a1c20-77ab02d4          they are; the reasons listed are why
  onrecord same no 3f9a1c20-77ab02d4 --why "father and son"
  onrecord same no 3f9a1c20 77ab02d4 --why "one is the mayor"     two entities by their keys in onrecord who
  onrecord same undo 3 --why "mistaken"        every answer is again what it was
  onrecord same log
"""
keys_argument = click.argument("keys", nargs=-1, required=True, metavar="KEY [KEY]")


@click.group(epilog=EPILOG)
def same() -> None:
    """Say whether two entities are one; list who could be, confirm, refuse, take back.

    A rule joins only what is certain: one entry of the registry, or one full name and country with nothing against it.
    Everything else is a candidate with its reasons, for a person to judge. Each judgement keeps who, when and why, is
    never changed, and can be undone. Two judged to be two stay apart whatever else is known of them.
    """


@same.command("list")
@click.argument("name", required=False)
@ledger_option
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="At most so many candidates.")
@format_option
def list_candidates(name: str | None, ledger: str, limit: int, form: str | None) -> int:
    """List who could be one, the likeliest first.

    Each with a key, a score from 0 to 1, and what speaks for and against it. With NAME only the candidates of whoever
    that name fits.
    """
    with Ledger.open(ledger) as opened:
        found = opened.candidates(name)
    for candidate in found[:limit]:
        if form_chosen(form) == "jsonl":
            click.echo(json.dumps(candidate_json(candidate), ensure_ascii=False))
        else:
            click.echo("\n".join(lines_of_candidate(candidate)) + "\n")
    told = f"{min(limit, len(found))} of {len(found)} candidates" if found else "no candidates"
    click.echo(told, err=True)
    return 0


@same.command("yes")
@keys_argument
@ledger_option
@by_option
@click.option("--why", metavar="WORDS", help="Why; without it the reasons that the candidate is listed with.")
def confirm(keys: tuple[str, ...], ledger: str, by: str | None, why: str | None) -> int:
    """Say that two are one.

    A candidate by its KEY in onrecord same list, or two entities by theirs in onrecord who. The key of an entity may
    be shortened.
    """
    return _judge("one", keys, ledger, by, why)


@same.command("no")
@keys_argument
@ledger_option
@by_option
@why_option
def refuse(keys: tuple[str, ...], ledger: str, by: str | None, why: str) -> int:
    """Say that two are two.

    A candidate by its KEY in onrecord same list, or two entities by theirs in onrecord who, such as two that a rule has
    joined; of what joins them the weakest then gives way. The key of an entity may be shortened.
    """
    return _judge("two", keys, ledger, by, why)


@same.command("undo")
@click.argument("number", type=click.IntRange(1))
@ledger_option
@by_option
@why_option
def take_back(number: int, ledger: str, by: str | None, why: str) -> int:
    """Take back judgement NUMBER, or an undoing.

    Every answer is again what it was without it. The log keeps both.
    """
    with Ledger.open(ledger) as opened:
        judgement = opened.undo(number, who=whoever(by), why=why)
    click.echo(line_of_judgement(judgement))
    return 0


@same.command("log")
@ledger_option
@format_option
def show_log(ledger: str, form: str | None) -> int:
    """List every judgement ever made.

    Number, when, who, what and why, and whether it is undone, at rest or held back. One rests while no current coding
    has what it is about. That two are one is held back while other judgements keep them apart.
    """
    with Ledger.open(ledger) as opened:
        judgements = opened.judgements()
        resting, held_back = opened.resting(), opened.held_back()
    states = {number: f"undone by {undoing}" for number, undoing in undone_by(judgements).items()}
    states |= {number: f"rests: {reason}" for number, reason in resting.items()}
    states |= dict.fromkeys(held_back, "held back")
    for judgement in judgements:
        state = states.get(judgement.number, "")
        if form_chosen(form) == "jsonl":
            click.echo(json.dumps({**asdict(judgement), "state": state or "in force"}, ensure_ascii=False))
        else:
            click.echo(line_of_judgement(judgement, state))
    if not judgements:
        click.echo("nobody has judged yet", err=True)
    return 0


def _judge(verdict: Literal["one", "two"], keys: tuple[str, ...], ledger: str, by: str | None, why: str | None) -> int:
    who = whoever(by)
    with Ledger.open(ledger) as opened:
        left: EntityRow | Identity
        right: EntityRow | Identity
        if len(keys) == 1:
            candidate = opened.candidate(keys[0])
            left, right = candidate.left, candidate.right
            why = why or "; ".join(candidate.reasons)
        elif len(keys) == 2:
            left, right = (opened.entity(key) for key in keys)
        else:
            raise click.UsageError("give the key of one candidate, or the keys of two entities")
        if not why:
            raise click.UsageError("say why with --why: two entities by their keys come with no reasons")
        judgement = opened.judge(left, right, verdict, who=who, why=why)
    click.echo(line_of_judgement(judgement))
    return 0
