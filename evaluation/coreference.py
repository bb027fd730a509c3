"""Who is who, measured: mentions found, chains by the standard metrics, sources resolved.

    python evaluation/coreference.py --gum ../shared/data/gum/dev        chains on GUM, people, organisations and states
    python evaluation/coreference.py --articles                          chains, types, countries, sectors on our own
    python evaluation/coreference.py --polnear ../shared/data/polnear    sources resolved to the right entity

MUC, B³ and CEAF (entity-based) are scorch's, LEA coreference-eval's: `pip install scorch coreference-eval`. A mention
of GUM is found where one with the same head word is (its head by GUM's own parse), one of our articles where the two
share half of their characters, one to one. Chains of one mention are left out on both sides, as in CoNLL-2012.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corefeval.metrics import lea
from evaluation.alignment import align, likeness
from evaluation.gum_entities import GoldText, mention_of, read_gum
from evaluation.mentions import read_mentions
from scorch.scores import b_cubed, ceaf_e, muc

from onrecord.annotation import default_coder
from onrecord.codebooks.registry import cut_words, load_registry
from onrecord.documents import document_from_text
from onrecord.record import Record

HERE = Path(__file__).parent
Chain = frozenset[str]
IN_SCOPE = ("person", "organization")


@dataclass
class Sides:
    """Gold and found chains of all documents, each mention by (document, key)."""

    gold: list[Chain] = field(default_factory=list)
    found: list[Chain] = field(default_factory=list)
    gold_mentions: int = 0
    found_mentions: int = 0
    shared_mentions: int = 0

    def add(self, gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> None:
        """Takes in one document's chains."""
        ours = {key for chain in found for key in chain}
        theirs = {key for chain in gold for key in chain}
        self.gold_mentions += len(theirs)
        self.found_mentions += len(ours)
        self.shared_mentions += len(ours & theirs)
        self.gold += [frozenset(chain) for chain in gold if len(set(chain)) > 1]
        self.found += [frozenset(chain) for chain in found if len(set(chain)) > 1]

    def scores(self) -> dict[str, tuple[float, float, float]]:
        """Recall, precision and F1 in per cent by metric."""
        found = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e}
        result = {name: metric(self.gold, self.found) for name, metric in found.items()}
        result["LEA"] = _lea(self.gold, self.found)
        recall, precision = (self.shared_mentions / max(n, 1) for n in (self.gold_mentions, self.found_mentions))
        result["mentions"] = (recall, precision, 2 * recall * precision / max(recall + precision, 1e-9))
        return {name: tuple(100 * value for value in values) for name, values in result.items()}  # type: ignore[misc]


def _lea(gold: Sequence[Chain], found: Sequence[Chain]) -> tuple[float, float, float]:
    def chain_of(chains: Sequence[Chain]) -> dict[str, int]:
        return {key: number for number, chain in enumerate(chains) for key in chain}

    kept, whole = lea([sorted(chain, key=str) for chain in gold], chain_of(found))
    right, all_of_it = lea([sorted(chain, key=str) for chain in found], chain_of(gold))
    recall, precision = kept / max(whole, 1), right / max(all_of_it, 1)
    return recall, precision, 2 * recall * precision / max(recall + precision, 1e-9)


def gum(folder: Path) -> Sides:
    """The chains of GUM's people, organisations, and the countries and polities among its places."""
    sides = Sides()
    for path in sorted(folder.glob("*.conllu")):
        gold = read_gum(path)
        record = default_coder().code(document_from_text(gold.text, published=gold.published))
        scope = groups_in_scope(gold)
        chains: dict[str, list[str]] = {}
        for mention in gold.mentions:
            if mention.group in scope:
                chains.setdefault(mention.group, []).append(f"{path.stem} {mention.head}")
        sides.add(list(chains.values()), [chain for chain in _found(gold, record, path.stem, scope) if chain])
    return sides


def groups_in_scope(gold: GoldText) -> set[str]:
    """The groups that are people or organisations, or places that the registry has as countries or polities."""
    scope = {mention.group for mention in gold.mentions if mention.kind in IN_SCOPE}
    for mention in gold.mentions:
        words = gold.text[gold.tokens[mention.first].start : gold.tokens[mention.last - 1].end]
        named = load_registry().get(cut_words(words))
        if mention.kind == "place" and any(each.entry.kind in ("country", "polity") for each in named):
            scope.add(mention.group)
    return scope


def _found(gold: GoldText, record: Record, name: str, scope: set[str]) -> list[list[str]]:
    """The record's chains, each mention by its head's number; one of something out of scope is left out."""
    chains = []
    for entity in record.entities:
        chain: list[str] = []
        for mention in record.mentions:
            if mention.entity != entity.id:
                continue
            bounds = (mention.spans[0].start, mention.spans[-1].end)
            of_gold = mention_of(gold, bounds)
            if of_gold is None:
                chain.append(f"{name} ours {bounds[0]} {bounds[1]}")
            elif of_gold.group in scope:
                chain.append(f"{name} {of_gold.head}")
        chains.append(chain)
    return chains


@dataclass
class Fields:
    """How often type, country and sector of an entity that both sides have agree."""

    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, right: bool) -> None:
        """One more answer."""
        self.asked[name] = self.asked.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + right


def articles(folder: Path) -> tuple[Sides, Fields]:
    """Chains, and the fields of entities, on our own articles."""
    sides, answers = Sides(), Fields()
    for path in sorted(folder.glob("*.mentions")):
        with path.open(encoding="utf-8", newline="") as file:
            text, gold, rows = read_mentions(file.read())
        record = default_coder().code(document_from_text(text))
        spans = [(each.spans[0].start, each.spans[-1].end) for each in record.mentions]
        pairs = align([(each.start, each.end) for each in gold], spans)
        keys = {ours: theirs for theirs, ours in pairs.items()}
        theirs: dict[str, list[str]] = {}
        for number, each in enumerate(gold):
            theirs.setdefault(each.entity, []).append(f"{path.stem} {number}")
        found: dict[str, list[str]] = {}
        for number, mention in enumerate(record.mentions):
            if mention.entity:
                found.setdefault(mention.entity, []).append(f"{path.stem} {keys.get(number, -1 - number)}")
        sides.add(list(theirs.values()), list(found.values()))
        entities = {each.id: each for each in record.entities}
        for row in rows:
            ours_of = [
                record.mentions[pairs[number]].entity
                for number, each in enumerate(gold)
                if each.entity == row.label and number in pairs
            ]
            # Of several as often, the one met first.
            chosen = max(dict.fromkeys(ours_of), key=ours_of.count, default=None)
            if chosen is None:
                continue
            entity = entities[chosen]
            for name in ("type", "country", "sector"):
                wanted = getattr(row, name) or None
                answers.count(name, (getattr(entity, name) or None) == wanted)
    return sides, answers


def polnear(folder: Path, verbose: bool) -> tuple[int, int, int]:
    """(right, statements found, statements in all) of sources resolved to the right entity.

    A statement of the gold is found where the record has one whose source shares half of the characters. It is right
    where the entity of that source has more mentions on the anchors of the right entity than on those of any other.
    A thing (a poll, a report) is no actor: right is to leave it without an entity.
    """
    gold = json.loads((HERE / "sources" / "polnear.json").read_text(encoding="utf-8"))
    right = found = total = 0
    for document in gold["documents"]:
        path = folder / "dev" / "text" / f"{document['document']}.txt"
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        record = default_coder().code(document_from_text(text, published=document["document"].split("_")[1]))
        sources = [
            (span.start, span.end, statement.source.entity)
            for statement in record.statements
            if statement.source
            for span in statement.source.spans
        ]
        for statement in document["statements"]:
            total += 1
            start, end = statement["source"][0]
            likest = max(sources, key=lambda each: likeness(each[:2], (start, end)), default=None)
            if likest is None or likeness(likest[:2], (start, end)) < 0.5:
                continue
            found += 1
            score = _anchored(record, likest[2], document["entities"])
            own = score.pop(statement["entity"], 0)
            members = next(
                (e.get("members", []) for e in document["entities"] if e["label"] == statement["entity"]), []
            )
            rivals = [count for label, count in score.items() if label not in members]
            is_thing = any(e["kind"] == "thing" for e in document["entities"] if e["label"] == statement["entity"])
            good = likest[2] is None if is_thing else likest[2] is not None and own > max(rivals, default=0)
            right += good
            if verbose and not good:
                print(document["document"], statement["event"], repr(text[start:end]), statement["entity"], own, score)
    return right, found, total


def _anchored(record: Record, entity: str | None, entities: list[dict[str, object]]) -> dict[str, int]:
    """How many of an entity's mentions are anchors of each gold entity."""
    score: dict[str, int] = {}
    for mention in record.mentions:
        if entity is None or mention.entity != entity:
            continue
        bounds = (mention.spans[0].start, mention.spans[-1].end)
        likest = max(
            ((likeness(bounds, tuple(anchor)), str(each["label"])) for each in entities for anchor in each["anchors"]),  # type: ignore[attr-defined]
            default=(0.0, ""),
        )
        if likest[0] >= 0.5:
            score[likest[1]] = score.get(likest[1], 0) + 1
    return score


def summary(sides: Sides) -> dict[str, float]:
    """The figures that floors are kept of."""
    scores = sides.scores()
    return {
        "CoNLL": sum(scores[name][2] for name in ("MUC", "B3", "CEAFe")) / 3,
        "LEA": scores["LEA"][2],
        "mentions": scores["mentions"][2],
    }


def show(title: str, sides: Sides) -> None:
    """Prints a table of recall, precision and F1."""
    scores = sides.scores()
    print(f"{title}: {sides.gold_mentions} mentions, {len(sides.gold)} chains of two or more")
    print(f"  {'':10} recall  precision  F1")
    for name, (recall, precision, f1) in scores.items():
        print(f"  {name:10} {recall:6.1f} {precision:9.1f} {f1:5.1f}")
    print(f"  CoNLL (mean F1 of MUC, B3, CEAFe) {summary(sides)['CoNLL']:.1f}")


def main() -> None:
    """Reads the command line and prints what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, help="a folder of GUM's .conllu files")
    parser.add_argument("--articles", action="store_true", help="our own open articles")
    parser.add_argument("--kept", action="store_true", help="our own kept articles; once, at the end")
    parser.add_argument("--polnear", type=Path, help="PolNeAR's folder, for the sources annotated by us")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is wrong")
    given = parser.parse_args()
    if given.gum:
        show(f"GUM, {given.gum.name}", gum(given.gum))
    for name in ("articles", "kept"):
        if getattr(given, name):
            sides, answers = articles(HERE / "entities" / name)
            show(f"our {name}", sides)
            for field_name, asked in answers.asked.items():
                right = answers.right[field_name]
                print(f"  {field_name} right {right} of {asked}: {100 * right / asked:.1f}")
    if given.polnear:
        right, found, total = polnear(given.polnear, given.verbose)
        share, of_found = 100 * right / total, 100 * right / found
        print(f"sources: {right} right of {found} found of {total}: {share:.1f}, {of_found:.1f} of those found")


if __name__ == "__main__":
    main()
