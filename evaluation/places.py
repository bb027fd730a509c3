"""Places scored against our gold: `python evaluation/places.py FOLDER ... [--verbose]`

Prints, for each folder and over all: mentions found (precision, recall, F1); of those found the right country and the
right place (a town within 25 km, an area or a country without a point); false pins (points where the gold has none, or
farther off).
"""

import argparse
import math
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotation import DocumentCoder, default_coder
from onrecord.codebooks.gazetteer import Gazetteer, Town, load_gazetteer
from onrecord.record import Document, Place, document_id

MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
NEAR_KM = 25.0


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked name: where it stands, and what it is (README.md of the gold)."""

    start: int
    end: int
    label: str


def read_gold(marked: str) -> tuple[str, list[Gold]]:
    """The plain text of a marked one, and its marks."""
    text, found, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        found.append(Gold(len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        last = match.end()
    return text + marked[last:], found


def score(path: Path, coder: DocumentCoder, gazetteer: Gazetteer, *, verbose: bool) -> Counter[str]:
    """The counts of one text."""
    text, gold = read_gold(path.read_text(encoding="utf-8"))
    places = list(coder.code(Document(id=document_id(text), text=text)).places)
    counts: Counter[str] = Counter()
    left = {(each.spans[0].start, each.spans[-1].end): each for each in places}
    for each in gold:
        own = next((key for key in left if key[0] < each.end and each.start < key[1]), None)
        place = left.pop(own) if own else None
        if each.label == "?":
            continue
        if each.label == "none":
            if place is not None:
                told(path, "no place", text, each.start, each.end, place, verbose=verbose)
                counts["spurious"] += 1
                counts["false pins"] += place.lat is not None
            continue
        counts["gold"] += 1
        if place is None:
            told(path, f"missed {each.label}", text, each.start, each.end, None, verbose=verbose)
            continue
        counts["found"] += 1
        country, right = compare(place, each.label, gazetteer)
        counts["country right"] += country
        counts["place right"] += right
        counts["points"] += each.label.isdigit()
        counts["points right"] += right and each.label.isdigit()
        counts["false pins"] += place.lat is not None and not right
        if not (country and right):
            told(path, f"not {each.label}", text, each.start, each.end, place, verbose=verbose)
    for (start, end), place in left.items():
        told(path, "unmarked", text, start, end, place, verbose=verbose)
        counts["spurious"] += 1
        counts["false pins"] += place.lat is not None
    counts["pins"] += sum(place.lat is not None for place in places)
    return counts


def compare(place: Place, label: str, gazetteer: Gazetteer) -> tuple[bool, bool]:
    """Whether the country, and whether the place, is that of a label."""
    if label.isdigit():
        town = gazetteer.town(int(label))
        assert town is not None, label
        near = place.lat is not None and place.lon is not None and apart(place.lat, place.lon, town) <= NEAR_KM
        return place.country == town.country, near
    kind, _, country = label.partition(":")
    if kind not in ("area", "place"):
        return place.country == label, place.kind == "area" and place.country == label and place.lat is None
    return not country or place.country == country, place.lat is None if kind == "area" else True


def apart(lat: float, lon: float, town: Town) -> float:
    """Kilometres between a point and a town."""
    x = math.radians(lon - town.lon) * math.cos(math.radians((lat + town.lat) / 2))
    return 6371 * math.hypot(x, math.radians(lat - town.lat))


def told(path: Path, what: str, text: str, start: int, end: int, place: Place | None, *, verbose: bool) -> None:
    """Prints one fault with its surroundings."""
    if verbose:
        around = text[max(start - 35, 0) : start] + "[" + text[start:end] + "]" + text[end : end + 25]
        found = f"{place.name} {place.country} {place.geonames} {place.feature} {place.lat}" if place else ""
        print(f"{path.stem}: {what}: {' '.join(around.split())}  {found}")


def summary(counts: Counter[str]) -> str:
    """The figures in one line."""
    found = counts["found"]
    precision = 100 * found / ((found + counts["spurious"]) or 1)
    recall = 100 * found / (counts["gold"] or 1)
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return (
        f"found P {precision:5.1f} R {recall:5.1f} F1 {f1:5.1f} of {counts['gold']}; of found: "
        f"country {100 * counts['country right'] / (found or 1):5.1f}, "
        f"place {100 * counts['place right'] / (found or 1):5.1f}, "
        f"towns {100 * counts['points right'] / (counts['points'] or 1):5.1f} of {counts['points']}; "
        f"false pins {counts['false pins']} of {counts['pins']} pins"
    )


def main(folders: Sequence[Path], *, verbose: bool) -> None:
    """Prints the figures of each folder."""
    coder, gazetteer = default_coder(), load_gazetteer()
    total: Counter[str] = Counter()
    for folder in folders:
        counts: Counter[str] = Counter()
        for path in sorted(folder.glob("*.places")):
            counts += score(path, coder, gazetteer, verbose=verbose)
        total += counts
        print(f"{folder.name:8} {summary(counts)}")
    if len(folders) > 1:
        print(f"{'all':8} {summary(total)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print each fault")
    given = parser.parse_args()
    sys.exit(main(given.folders, verbose=given.verbose))
