"""How well issues and changes of position are found: `python -m evaluation.positions [--kept] [--coded] [--errors]`

Precision and recall by issue and by kind of change on one half of the gold (README.md), and as the last line one JSON
object. `--coded` has the installed coder read each statement as a sentence of news, instead of taking act, source, cue
and content from the gold. `--errors` lists the errors of the open half only.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from evaluation.positions.gold import as_news, load_pairs, load_statements
from evaluation.positions.scores import Score, score

from onrecord.analysis.positions import find_changes, gather
from onrecord.annotation import default_coder
from onrecord.codebooks.issues import IssueMatcher, load_issues
from onrecord.ledger import Hit
from onrecord.record import Document, document_id

Judged = list[tuple[frozenset[str], frozenset[str], str]]


def judge_issues(*, kept: bool) -> Judged:
    """Of each content the gold issues, those that were found, and its words."""
    matcher = IssueMatcher(load_issues())
    return [
        (each.issues, frozenset(match.issue for match in matcher.match(each.words)), each.words)
        for each in load_statements(kept=kept)
    ]


def judge_changes(*, kept: bool, coded: bool) -> Judged:
    """Of each pair the gold kinds of change, those that were found, and both statements."""
    judged: Judged = []
    for pair in load_pairs(kept=kept):
        hits = [hit for each in pair.hits for hit in code(each)] if coded else pair.hits
        judged.append((pair.kinds, frozenset(change.kind for change in find_changes(gather(hits))), pair.words))
    return judged


def code(hit: Hit) -> list[Hit]:
    """The statements that the installed coder finds in the sentence that a gold statement makes."""
    text = as_news(hit)
    record = default_coder().code(Document(document_id(text), text, published=hit.document.published))
    return [replace(hit, statement=each) for each in record.statements]


def unchanged(judged: Judged) -> Score:
    """How many of the pairs without a change were left without one."""
    found = [gold for gold, kinds, _ in judged if not kinds]
    wanted = sum(not gold for gold, _, _ in judged)
    return Score(sum(not gold for gold in found), len(found), wanted)


def show(title: str, scores: dict[str, Score]) -> None:
    """A table of precision, recall and F1."""
    print(f"\n{title:24}{'wanted':>8}{'found':>8}{'right':>8}{'P':>8}{'R':>8}{'F1':>8}")
    for label, each in scores.items():
        counts = f"{each.wanted:8}{each.found:8}{each.right:8}"
        print(f"{label:24}{counts}{each.precision:8}{each.recall:8}{each.f1:8}")


def main() -> None:
    """Prints a table for issues and one for changes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kept", action="store_true", help="score the half that was kept back")
    parser.add_argument("--coded", action="store_true", help="have the coder read the statements as sentences of news")
    parser.add_argument("--errors", action="store_true", help="list the errors of the open half")
    options = parser.parse_args()
    judged = {
        "issues": judge_issues(kept=options.kept),
        "changes": judge_changes(kept=options.kept, coded=options.coded),
    }
    scores = {name: score((gold, found) for gold, found, _ in each) for name, each in judged.items()}
    scores["changes"]["none"] = unchanged(judged["changes"])
    for name, each in judged.items():
        for gold, found, words in each if options.errors and not options.kept else ():
            if gold != found:
                print(
                    f"{name}: {', '.join(sorted(gold)) or 'none'} not {', '.join(sorted(found)) or 'none'}:\n  {words}"
                )
        show(f"{name} ({len(each)})", scores[name])
    figures = {
        name: {
            label: {"precision": s.precision, "recall": s.recall}
            for label, s in each.items()
            if label in ("all", "none", "reversed")
        }
        for name, each in scores.items()
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
