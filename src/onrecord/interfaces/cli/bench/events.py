"""`onrecord bench events`: who did what to whom, as PLOVER's coders would code it."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from rich.table import Table

from onrecord.annotation import default_coder
from onrecord.codebooks import load_event_types
from onrecord.codebooks.registry import load_full_registry
from onrecord.errors import BenchError
from onrecord.interfaces.cli.bench.event_cases import Case, Coded, Involved, code_case, read_cases, to_line
from onrecord.interfaces.cli.bench.event_scores import Counts, RoleScore, Score, score, settled_types
from onrecord.interfaces.cli.progress import progress
from onrecord.interfaces.cli.tables import console_on, shown
from onrecord.interfaces.output import replacing

Found = dict[str, tuple[Coded, ...]]


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--subset", metavar="NAME", help="Score the cases of this subset only.")
@click.option("--skip-suspect", is_flag=True, help="Leave out cases whose gold is marked doubtful.")
@click.option("--misses", is_flag=True, help="Print each case that is answered otherwise than expected.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what is found in every case of FILE, as the gold's own scorer reads it.",
)
def events(file: Path, subset: str | None, skip_suspect: bool, misses: bool, output: Path | None) -> int:
    """Score the coder's events on FILE, JSON Lines of {id, text, date, subset, events}.

    An event is {event_type, alt_types, actors, recipients}, an actor or recipient {text, country}; suspect marks a case
    whose gold is doubtful, date_is_placeholder a date that says nothing. The record's events are turned into PLOVER's:
    what happened or is announced, by the types that PLOVER gives it, polities folded into the states that claim them.
    Prints a table, and as the last line one JSON object of F1 in per cent; country is that of the countries of actors
    and recipients.
    """
    cases = read_cases(file)
    chosen = [
        case for case in cases if (subset is None or case.subset == subset) and not (skip_suspect and case.is_suspect)
    ]
    if not chosen:
        raise BenchError(f"{file}: no case is left to score; its subsets are {_subsets(cases)}")
    found = _find(cases if output else chosen)
    if output:
        with replacing(output) as written:
            written.writelines(to_line(case, found[case.id]) + "\n" for case in cases)
    if misses:
        for case in chosen:
            _print_misses(case, found[case.id])
    total = _score(chosen, found)
    _print(file.name, total, {name: _score(part, found) for name, part in _by_subset(chosen).items()})
    click.echo(json.dumps(_summary(total)))
    return 0


def _find(cases: Sequence[Case]) -> Found:
    coder, registry = default_coder(), load_full_registry()
    return {case.id: code_case(case, coder, registry) for case in progress(cases, len(cases), "coding")}


def _score(cases: Iterable[Case], found: Found) -> Score:
    return score((case.events, found[case.id]) for case in cases)


def _by_subset(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """The cases of each subset, where there are several."""
    parts: dict[str, list[Case]] = {}
    for case in cases:
        parts.setdefault(case.subset or "–", []).append(case)
    return parts if len(parts) > 1 else {}


def _subsets(cases: Sequence[Case]) -> str:
    return ", ".join(sorted({case.subset or "–" for case in cases}))


def _summary(total: Score) -> dict[str, float | None]:
    return {
        "type_f1": round(total.types.f1, 2),
        "actor_f1": _overlap_f1(total.actors),
        "recipient_f1": _overlap_f1(total.recipients),
        "country": round(total.participants.country.f1, 2),
    }


def _overlap_f1(role: RoleScore) -> float | None:
    """None where the gold has no words of anybody."""
    return round(role.overlap.f1, 2) if role.overlap.right + role.overlap.missed else None


def _print(name: str, total: Score, subsets: dict[str, Score]) -> None:
    table = Table(title=f"{name}: {total.texts} texts")
    for column in ("", "precision", "recall", "F1", "right", "wrong", "missed"):
        table.add_column(column, justify="right" if column else "left")

    def row(label: str, counts: Counts) -> None:
        shares = (f"{share:.1f}" for share in (counts.precision, counts.recall, counts.f1))
        table.add_row(label, *shares, str(counts.right), str(counts.wrong), str(counts.missed))

    row("event types", total.types)
    row("any event", total.detection)
    row("quad classes", total.quad)
    for label, role in (("actors", total.actors), ("recipients", total.recipients)):
        row(label, role.overlap)
        row("  to the word", role.exact)
        row("  countries", role.country)
    row("countries of both", total.participants.country)
    table.add_section()
    for kind in load_event_types():
        if kind in total.by_type:
            row(kind, total.by_type[kind])
    console = console_on(sys.stdout)
    console.print(table)
    codes = total.participants.codes
    same = (_share(part, total) for part in (total.same_types, total.same_quads))
    console.print(
        f"types macro-F1 {total.macro_f1:.1f}; texts with exactly the right types {next(same):.1f}, quad classes "
        f"{next(same):.1f}; country right in {codes.recall:.1f} of the {codes.right + codes.missed} found who have one",
        soft_wrap=True,
    )
    if subsets:
        console.print(_subset_table(subsets))


def _subset_table(subsets: dict[str, Score]) -> Table:
    table = Table(title="F1 by subset")
    for column in ("", "texts", "types", "any event", "quad", "actors", "recipients", "countries"):
        table.add_column(column, justify="right" if column else "left")
    for name, part in subsets.items():
        counts = (part.types, part.detection, part.quad, part.actors.overlap, part.recipients.overlap)
        figures = [f"{each.f1:.1f}" for each in (*counts, part.participants.country)]
        table.add_row(shown(name), str(part.texts), *figures)
    return table


def _share(part: int, total: Score) -> float:
    return 100 * part / total.texts


def _print_misses(case: Case, found: Sequence[Coded]) -> None:
    types = {each.type for each in found}
    lines = []
    if settled_types(case.events, types) != types:
        lines.append(f"  types       {_listed(types)}, expected {_listed({each.type for each in case.events})}")
    one = score([(case.events, found)])
    for label, role in (("actors", one.actors), ("recipients", one.recipients)):
        counts, codes = (role.overlap, role.country)
        if counts.wrong or counts.missed or codes.wrong or codes.missed:
            given, wanted = ([who for each in side for who in getattr(each, label)] for side in (found, case.events))
            lines.append(f"  {label:11} {_named(given)}, expected {_named(wanted)}")
    if lines:
        click.echo("\n".join([f"{case.id}: {shown(case.text)}", *lines]))


def _listed(types: Iterable[str]) -> str:
    return " ".join(sorted(types)) or "no event"


def _named(involved: Iterable[Involved]) -> str:
    each = dict.fromkeys(f"{shown(one.words or '–')} ({one.country or '–'})" for one in involved)
    return "; ".join(each) or "nobody"
