"""Annotations written down as words over GUM's texts, made into the offsets that the project keeps.

    python evaluation/words.py GUM LIST.tsv ...

Each list is named as its document and has a line an attribution, four columns: `P7`, source, cue, content, each the
exact words of paragraph 7. `-` is none; ` || ` parts the pieces of a content, `P8: ` puts one into another paragraph,
` ... ` leaves out the middle of a long one, `#2` is the second place where the words stand. Source and cue are taken
nearest to what they belong to. The turns of an interview are added here. Every fault is told with its line.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation.gum import ANNOTATIONS, CAMEL, text_of

Place = tuple[int, int]
TURN = re.compile(r"([A-Z][^\n:\"“”.?!]{0,40}?)(:) (?=\S)")
PIECE = re.compile(r"(?:P(?P<paragraph>\d+): ?)?(?P<words>.*?)(?:#(?P<number>\d+))?", re.DOTALL)


def paragraphs_of(text: str) -> list[Place]:
    """The bounds of each line."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def place(text: str, bounds: list[Place], paragraph: int, cell: str, near: Place | None = None) -> Place:
    """Where the words of a cell stand. Raises ValueError where they do not, or in several places and none is meant."""
    match = PIECE.fullmatch(cell)
    assert match is not None
    low, high = bounds[int(match["paragraph"] or paragraph) - 1]
    first, _, last = match["words"].partition(" ... ")
    edges = (r"(?<!\w)" if first[:1].isalnum() else "", r"(?!\w)" if first[-1:].isalnum() and not last else "")
    starts = [low + each.start() for each in re.finditer(edges[0] + re.escape(first) + edges[1], text[low:high])]
    if match["number"]:
        starts = starts[int(match["number"]) - 1 : int(match["number"])]
    elif len(starts) > 1 and near is not None:
        starts = [min(starts, key=lambda start: min(abs(start - near[1]), abs(start + len(first) - near[0])))]
    if len(starts) != 1:
        raise ValueError(f"{first!r} stands {len(starts)} times in the paragraph")
    end = starts[0] + len(first)
    if last:
        end = text.find(last, end, high) + len(last)
        if end < starts[0] + len(first) + len(last):
            raise ValueError(f"{last!r} does not follow {first!r}")
    return starts[0], end


def read_list(path: Path, text: str) -> list[dict[str, list[Place]]]:
    """The attributions of a list. Raises ValueError, naming file and line, for the first one that has no place."""
    bounds, found = paragraphs_of(text), []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            where, source, cue, content = line.split("\t")
            paragraph = int(where.removeprefix("P"))
            pieces = [place(text, bounds, paragraph, each) for each in content.split(" || ")]
            cues = [] if cue == "-" else [place(text, bounds, paragraph, each, pieces[0]) for each in cue.split(" || ")]
            sources = [] if source == "-" else [place(text, bounds, paragraph, source, (cues or pieces)[0])]
        except (ValueError, IndexError) as error:
            raise ValueError(f"{path}:{number}: {error}") from error
        found.append({"source": sources, "cue": cues, "content": pieces})
    return found


def read_turns(conllu: str, text: str) -> list[dict[str, list[Place]]]:
    """The turns of an interview: who speaks, the colon, and the paragraphs up to the next turn, without captions."""
    speakers = {CAMEL.sub(" ", name) for name in re.findall(r"# speaker = (.*)", conllu)}
    blocks = re.split(r"(?m)^# newpar$", conllu)
    # Sentences before the first mark are a paragraph of their own, as in `text_of`.
    spoken = ["# speaker" in block for block in blocks if "# text = " in block]
    turns: list[dict[str, list[Place]]] = []
    for (start, end), is_spoken in zip(paragraphs_of(text), spoken, strict=True):
        label = TURN.match(text, start, end)
        if label and label[1] in speakers:
            turns.append({"source": [label.span(1)], "cue": [label.span(2)], "content": [(label.end(), end)]})
        elif is_spoken and turns:
            turns[-1]["content"].append((start, end))
    for turn in turns:
        start, end = turn["content"][-1]
        if text[end - 1] == "." and text[end - 2] != ".":
            turn["content"][-1] = (start, end - 1)
    return turns


def main(gum: Path, lists: list[Path]) -> None:
    """Writes `attribution/gum/NAME.json` for each list."""
    for path in lists:
        conllu = next(gum.glob(f"*/{path.stem}.conllu")).read_text(encoding="utf-8")
        text = text_of(conllu)
        items = read_list(path, text) + (read_turns(conllu, text) if "_interview_" in path.stem else [])
        items.sort(key=lambda item: min(start for places in item.values() for start, _ in places))
        digest = hashlib.sha256(text.encode()).hexdigest()
        rows = ",\n  ".join(json.dumps(item) for item in items)
        body = f'{{"sha256": "{digest}",\n "attributions": [\n  {rows}\n]}}\n'
        (ANNOTATIONS / f"{path.stem}.json").write_text(body, encoding="utf-8")
        print(f"{path.stem}: {len(items)} attributions")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
    except ValueError as error:
        sys.exit(str(error))
