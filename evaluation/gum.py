"""Our annotations of GUM's news and interviews, laid over its texts: offsets only are kept in the project.

    python evaluation/gum.py GUM OUT [--kept]

reads GUM/*/GUM_*.conllu (Wikinews, CC BY 2.5; annotations of GUM CC BY 4.0) and `attribution/gum/*.json`, and writes
OUT/text and OUT/attributions, which `onrecord bench polnear OUT` reads. Documents of the kept half are left out unless
`--kept` asks for them alone.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation.marked import Marked, outermost, to_standoff

ANNOTATIONS = Path(__file__).parent / "attribution" / "gum"
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def text_of(conllu: str) -> str:
    """A line a paragraph; a turn of an interview begins with its speaker's name and a colon, as in a transcript."""
    paragraphs: list[list[str]] = []
    block = speaker = ""
    for line in conllu.split("\n"):
        if line.startswith("# newpar_block"):
            block = line
        elif line.strip() == "# newpar":
            paragraphs.append([])
            block = speaker = ""
        elif line.startswith("# speaker = "):
            speaker = line.removeprefix("# speaker = ")
        elif line.startswith("# text = "):
            if not paragraphs:
                paragraphs.append([])
            sentence = line.removeprefix("# text = ")
            if not paragraphs[-1] and "sp who" in block and speaker:
                sentence = f"{CAMEL.sub(' ', speaker)}: {sentence}"
            paragraphs[-1].append(sentence)
    return "".join(" ".join(sentences) + "\n" for sentences in paragraphs if sentences)


def is_kept(name: str) -> bool:
    """Whether a document belongs to the half that nobody looks at; by its name's hash, so that it never changes."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def main() -> None:
    """Reads the command line and writes the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gum", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kept", action="store_true", help="the kept half, and only it")
    given = parser.parse_args()
    for folder in ("text", "attributions"):
        (given.out / folder).mkdir(parents=True, exist_ok=True)
    for path in sorted(ANNOTATIONS.glob("*.json")):
        if is_kept(path.stem) != given.kept:
            continue
        conllu = next(given.gum.glob(f"*/{path.stem}.conllu"))
        text = text_of(conllu.read_text(encoding="utf-8"))
        annotation = json.loads(path.read_text(encoding="utf-8"))
        if hashlib.sha256(text.encode()).hexdigest() != annotation["sha256"]:
            sys.exit(f"{conllu}: not the text that {path} annotates")
        items = [Marked(number, **each) for number, each in enumerate(annotation["attributions"], 1)]
        with (given.out / "text" / f"{path.stem}.txt").open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        standoff = to_standoff(text, outermost(items))
        (given.out / "attributions" / f"{path.stem}_onrd.ann").write_text(standoff, encoding="utf-8")


if __name__ == "__main__":
    main()
