"""`onrecord bench polnear`: attributions, scored by the field's scorer."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

import onrecord
from onrecord.annotation import default_coder
from onrecord.documents import document_from_text
from onrecord.errors import BenchError
from onrecord.interfaces.cli.options import min_confidence_option
from onrecord.interfaces.cli.progress import progress
from onrecord.record import Record, Spans

SCORER = Path("bench") / "attribution" / "score.py"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--scorer",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The scorer, bench/attribution/score.py; looked for beside DIR, here and beside the package.",
)
@min_confidence_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Keep the predictions here.")
def polnear(folder: Path, scorer: Path | None, min_confidence: float, output: Path | None) -> int:
    """Score attributions on DIR, which holds text/*.txt and attributions/*.ann in PolNeAR's format.

    Prints a table, and as the last line one JSON object. Statements within the content of another are left out, as
    PolNeAR has none.
    """
    scorer = scorer or _find_scorer(folder)
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise BenchError(f"{folder}: no text/*.txt in it; give a folder in PolNeAR's layout, such as polnear/dev")
    with tempfile.TemporaryDirectory() as scratch:
        predictions = output or Path(scratch) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as file:
            for line in progress(_predictions(texts, min_confidence), len(texts), "reading"):
                file.write(line + "\n")
        result = _score(scorer, folder, predictions)
    _print(result)
    click.echo(json.dumps(result, ensure_ascii=False))
    return 0


def _find_scorer(folder: Path) -> Path:
    """The scorer in `bench/` or `shared/bench/` above the gold, the current folder or the package."""
    for start in (folder, Path.cwd(), Path(onrecord.__file__)):
        for above in (start.resolve(), *start.resolve().parents):
            for place in (above, above / "shared"):
                if (place / SCORER).is_file():
                    return place / SCORER
    raise BenchError(f"no scorer found ({SCORER} above {folder} or the current folder); name it with --scorer")


def _predictions(texts: list[Path], min_confidence: float) -> Iterator[str]:
    coder = default_coder()
    for path in texts:
        with path.open(encoding="utf-8", newline="") as file:
            record = coder.code(document_from_text(file.read(), uri=str(path)))
        yield json.dumps({"id": path.stem, "attributions": _outermost(record.at_least(min_confidence))})


def _outermost(record: Record) -> list[dict[str, Any]]:
    def bounds(spans: Spans) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in spans]

    return [
        {
            "source": bounds(statement.source.spans) if statement.source else [],
            "cue": bounds(statement.cue.spans) if statement.cue else [],
            "content": bounds(statement.content.spans),
            "confidence": statement.confidence,
        }
        for statement in record.statements
        if statement.within is None
    ]


def _score(scorer: Path, gold: Path, predictions: Path) -> dict[str, Any]:
    command = [sys.executable, str(scorer), "--gold", str(gold), "--pred", str(predictions), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"the scorer {scorer} failed: {done.stderr.strip()}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _print(result: dict[str, Any]) -> None:
    count = result["attributions"]
    table = Table(title=f"{result['documents']} documents, {count['gold']} attributions, {count['predicted']} found")
    table.add_column("")
    for name in ("precision", "recall", "F1"):
        table.add_column(name, justify="right")
    rows = {name: result[name] for name in ("attributed", "overlap", "exact")}
    rows |= {f"tokens, {role}": figures for role, figures in result["tokens"].items()}
    for name, figures in rows.items():
        table.add_row(name, *(f"{figures[key]:.1f}" for key in ("precision", "recall", "f1")))
    console = Console(file=sys.stdout, highlight=False)
    console.print(table)
    recall = ", ".join(f"{kind} {value:.1f}" for kind, value in result["recall_by_quotation"].items())
    console.print(f"source accuracy {result['source_accuracy']:.1f}, alpha {result['alpha']:.1f}; recall: {recall}")
