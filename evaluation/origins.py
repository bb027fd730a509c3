"""Origins of documents and claims against what was made of our own reports.

    python -m evaluation.origins [--half open|kept] [--seed N] [--choose] [--errors]

Documents are made of the reports of each half (evaluation/copies.py, evaluation/origins/README.md), filed one by one as
a ledger would, and compared with what was done to them. Pairwise: of every two documents, whether they go back to one
report. Claims: the quotations that several documents have, how many origins each has. `--choose` tries thresholds on
the open half.
The last line is one JSON object.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from datasketch import MinHash
from evaluation.copies import QUOTED, Made, make_documents

from onrecord.annotation.paragraphs import find_paragraphs
from onrecord.annotation.quotations import find_quotations
from onrecord.ledger.origins import (
    MOST_READ,
    Appearance,
    Passage,
    Relation,
    Report,
    Thresholds,
    align,
    choose_candidates,
    count_origins,
    find_credits,
    origins_of,
    relate,
    signature,
)
from onrecord.ledger.origins.words import shingles, words_of
from onrecord.record import Coder, Document, Record, Span, document_id

SEED = 7
LEAST_CLAIM_WORDS = 6
COVERED = 0.8


@dataclass(frozen=True, slots=True)
class Filed:
    """The documents of a half with what a ledger would know of them, thresholds apart."""

    made: Sequence[Made]
    reports: dict[int, Report]
    met: dict[tuple[int, int], tuple[Passage, ...]]
    signatures: Sequence[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Pairwise:
    """Pairs of things that are one: how many are so, were found so, and both."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Pairwise") -> "Pairwise":
        return Pairwise(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        """Per cent of the pairs found that are right; 100 where none was found."""
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        """Per cent of the pairs that were found."""
        return 100 * self.right / self.gold if self.gold else 100.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1)


def file_documents(half: str, seed: int) -> Filed:
    """Documents made of a half, each compared with those filed before it that its fingerprints meet."""
    made = make_documents(half, seed)
    reports = {key: _report(key, each) for key, each in enumerate(made)}
    holders: dict[int, list[int]] = defaultdict(list)
    met: dict[tuple[int, int], tuple[Passage, ...]] = {}
    signatures = [signature(each.text) for each in made]
    for key, prints in enumerate(signatures):
        for other in choose_candidates({each: holders[each][:MOST_READ] for each in prints}):
            if passages := align(made[other].text, made[key].text):
                met[other, key] = passages
        for each in prints:
            holders[each].append(key)
    return Filed(made, reports, met, signatures)


def _report(key: int, made: Made) -> Report:
    quotations = find_quotations(made.text, find_paragraphs(made.text))
    document = Document(document_id(made.text, made.outlet), made.text, outlet=made.outlet, published=made.published)
    quoted = tuple(piece for each in quotations for piece in each.pieces)
    return Report(
        key, made.text, made.outlet, made.published, quoted, find_credits(Record(document, Coder("none", "0")))
    )


def judge(filed: Filed, thresholds: Thresholds) -> dict[tuple[int, int], Relation]:
    """What every two documents that met are to each other."""
    return {
        pair: relate(filed.reports[pair[0]], filed.reports[pair[1]], passages, thresholds)
        for pair, passages in filed.met.items()
    }


def compare(gold: Sequence[Hashable], found: Sequence[Hashable], counted: Iterable[int]) -> Pairwise:
    """Pairs among `counted` of one gold group and of one found group."""
    counted = list(counted)
    golds, founds = Counter(gold[each] for each in counted), Counter(found[each] for each in counted)
    both = Counter((gold[each], found[each]) for each in counted)
    return Pairwise(*(sum(n * (n - 1) // 2 for n in groups.values()) for groups in (golds, founds, both)))


def score_documents(filed: Filed, found: Sequence[Hashable]) -> Pairwise:
    """Documents of one report, pairwise; blends of two reports are no one's."""
    counted = [key for key, each in enumerate(filed.made) if each.base is not None]
    return compare([each.base for each in filed.made], found, counted)


def score_kinds(filed: Filed, found: Sequence[Hashable]) -> dict[str, tuple[int, int]]:
    """For each kind of copying, how many were found to go back to the report they were made from, of how many."""
    originals = {each.base: key for key, each in enumerate(filed.made) if each.kind == "original"}
    counts: dict[str, list[bool]] = defaultdict(list)
    for key, each in enumerate(filed.made):
        if each.kind not in ("original", "blend"):
            counts[each.kind].append(found[key] == found[originals[each.base]])
    return {kind: (sum(right), len(right)) for kind, right in counts.items()}


def score_passages(filed: Filed, relations: dict[tuple[int, int], Relation]) -> Pairwise:
    """Passages of another's report that were shown; wrong are those of two documents that share no one's prose."""
    related: dict[int, list[tuple[int, Sequence[Span]]]] = defaultdict(list)
    for (one, other), relation in relations.items():
        related[one].append((other, [each.left for each in relation.copied]))
        related[other].append((one, [each.right for each in relation.copied]))
    gold = right = 0
    for key, each in enumerate(filed.made):
        if each.kind in ("embedded", "sentence"):
            taken = sum(len(p.text) for p in each.paragraphs if p.base == each.guest)
            shown = [spans for other, spans in related[key] if filed.made[other].base == each.guest]
            gold += 1
            right += any(sum(len(span.text) for span in spans) >= COVERED * taken for spans in shown)
    bases = [{paragraph.base for paragraph in each.paragraphs} for each in filed.made]
    wrong = sum(bool(each.copied) for (one, other), each in relations.items() if bases[one].isdisjoint(bases[other]))
    return Pairwise(gold, right + wrong, right)


@dataclass(frozen=True, slots=True)
class Claim:
    """Where a quotation stands, and of each place by whose report it came there."""

    places: tuple[Appearance, ...]
    bases: tuple[str, ...]


def find_claims(made: Sequence[Made]) -> list[Claim]:
    """The quotations of the reports that more than one document has, wherever they stand."""
    wanted = {
        tuple(words_of(match[0]).numbers)
        for each in made if each.kind == "original"
        for match in QUOTED.finditer(each.text)
    }  # fmt: skip
    wanted = {each for each in wanted if len(each) >= LEAST_CLAIM_WORDS}
    starts = {shingles(each, LEAST_CLAIM_WORDS)[0]: each for each in sorted(wanted)}
    places: dict[tuple[int, ...], list[Appearance]] = defaultdict(list)
    for key, each in enumerate(made):
        words = words_of(each.text)
        for first, shingle in enumerate(shingles(words.numbers, LEAST_CLAIM_WORDS)):
            claim = starts.get(shingle, ())
            if claim and tuple(words.numbers[first : first + len(claim)]) == claim:
                end = words.ends[first + len(claim) - 1]
                places[claim].append(Appearance(key, words.starts[first], end))
    return [
        Claim(tuple(found), tuple(made[each.document].paragraph_at(each.start).base for each in found))
        for _, found in sorted(places.items()) if len(found) > 1
    ]  # fmt: skip


def score_claims(
    claims: Sequence[Claim], count: Callable[[Claim], Sequence[Hashable]]
) -> tuple[Pairwise, float, float]:
    """Places of one origin, pairwise; per cent of claims with the right number of origins; how far off on the mean."""
    pairs, right, off = Pairwise(), 0, 0
    for claim in claims:
        found = count(claim)
        pairs += compare(claim.bases, found, range(len(claim.bases)))
        wrong = abs(len(set(found)) - len(set(claim.bases)))
        right += wrong == 0
        off += wrong
    return pairs, 100 * right / len(claims), off / len(claims)


def origins_counter(filed: Filed, relations: dict[tuple[int, int], Relation]) -> Callable[[Claim], Sequence[Hashable]]:
    """For a claim the number of the origin of each of its places."""

    def count(claim: Claim) -> Sequence[Hashable]:
        documents = sorted({each.document for each in claim.places})
        related = [relations[pair] for pair in combinations(documents, 2) if pair in relations]
        reports = {each: filed.reports[each] for each in documents}
        origins = count_origins(claim.places, reports, related).origins
        number = {place: index for index, origin in enumerate(origins) for place in origin.appearances}
        return [number[place] for place in claim.places]

    return count


def clusters(filed: Filed, relations: dict[tuple[int, int], Relation], thresholds: Thresholds) -> list[int]:
    """The document that each goes back to."""
    published = {key: report.published for key, report in filed.reports.items()}
    found = origins_of(published, relations.values(), thresholds)
    return [found[key] for key in range(len(filed.made))]


def exactly_alike(filed: Filed) -> list[Hashable]:
    """Baseline: documents of the very same words."""
    return [tuple(words_of(each.text).numbers) for each in filed.made]


def alike_by_minhash(filed: Filed, least: float) -> list[int]:
    """Baseline: documents joined where the Jaccard similarity of their three-word shingles, by MinHash, is enough."""
    hashes = []
    for each in filed.made:
        minhash = MinHash(num_perm=128, seed=1)
        minhash.update_batch(str(shingle).encode() for shingle in shingles(words_of(each.text).numbers, 3))
        hashes.append(minhash)
    group = list(range(len(hashes)))
    for one, other in combinations(range(len(hashes)), 2):
        if group[one] != group[other] and hashes[one].jaccard(hashes[other]) >= least:
            kept, gone = group[one], group[other]
            group = [kept if each == gone else each for each in group]
    return group


def met_by(keys: Sequence[set[Hashable]], made: Sequence[Made]) -> tuple[int, int]:
    """Of the pairs of a report and a copy of it or of a passage of it: how many share a key, and of how many."""
    originals = {each.base: key for key, each in enumerate(made) if each.kind == "original"}
    pairs = [(key, originals[each.base]) for key, each in enumerate(made) if each.base]
    pairs += [(key, originals[each.guest]) for key, each in enumerate(made) if each.kind in ("embedded", "sentence")]
    pairs = [(one, other) for one, other in pairs if one != other]
    return sum(not keys[one].isdisjoint(keys[other]) for one, other in pairs), len(pairs)


def bands_of(text: str) -> set[Hashable]:
    """Twenty bands of three MinHashes, which meet where the Jaccard similarity of three-word shingles is about 0.37."""
    minhash = MinHash(num_perm=60, seed=1)
    minhash.update_batch(str(shingle).encode() for shingle in shingles(words_of(text).numbers, 3))
    return {(first, *minhash.hashvalues[first : first + 3]) for first in range(0, 60, 3)}


def choose(filed: Filed) -> Thresholds:
    """The thresholds with the best mean F1 of documents, claims and passages; of equal ones the middle."""
    claims = find_claims(filed.made)
    scores: dict[Thresholds, float] = {}
    for edited, excerpt in product((0.25, 0.35, 0.4, 0.45, 0.5, 0.55, 0.65), (8, 12, 16, 20, 24, 30)):
        relations = judge(filed, Thresholds(edited=edited, excerpt=excerpt))
        passages = score_passages(filed, relations).f1
        told = score_claims(claims, origins_counter(filed, relations))[0].f1
        for alike in (0.55, 0.65, 0.7, 0.75, 0.8, 0.9):
            tried = Thresholds(edited=edited, excerpt=excerpt, alike=alike)
            documents = score_documents(filed, clusters(filed, relations, tried)).f1
            scores[tried] = round((documents + passages + told) / 3, 1)
            print(f"edited {edited:.2f}  excerpt {excerpt:2}  alike {alike:.2f}  documents {documents:5.1f}"
                  f"  passages {passages:5.1f}  claims {told:5.1f}  mean {scores[tried]:5.1f}")  # fmt: skip
    best = [each for each, score in scores.items() if score == max(scores.values())]
    return best[len(best) // 2]


def measure(half: str, seed: int, *, errors: bool) -> dict[str, float]:
    """Scores one half and prints them."""
    filed = file_documents(half, seed)
    relations = judge(filed, Thresholds())
    found = clusters(filed, relations, Thresholds())
    claims = find_claims(filed.made)
    reports = {each.base for each in filed.made if each.base}
    print(f"\n{half}: {len(filed.made)} documents made of {len(reports)} reports, {len(filed.met)} pairs compared; "
          f"{len(claims)} claims in {sum(len(claim.places) for claim in claims)} places")  # fmt: skip
    print(f"{'documents of one report':34} precision  recall     F1")
    rows = {
        "Onrecord": found,
        "same words": exactly_alike(filed),
        "MinHash, Jaccard 0.5": alike_by_minhash(filed, 0.5),
        "MinHash, Jaccard 0.3": alike_by_minhash(filed, 0.3),
    }
    scores = {name: score_documents(filed, groups) for name, groups in rows.items()}
    scores["passages of another's report"] = score_passages(filed, relations)
    for name, score in scores.items():
        print(f"  {name:32} {score.precision:9.1f} {score.recall:7.1f} {score.f1:6.1f}")
    print(f"{'claims: places of one origin':34} precision  recall     F1   right number   off by")
    counters: dict[str, Callable[[Claim], Sequence[Hashable]]] = {
        "Onrecord": origins_counter(filed, relations),
        "as many as documents": lambda claim: [each.document for each in claim.places],
        "as many as MinHash clusters": lambda claim: [rows["MinHash, Jaccard 0.5"][p.document] for p in claim.places],
    }
    for name, count in counters.items():
        pairs, right, off = score_claims(claims, count)
        print(f"  {name:32} {pairs.precision:9.1f} {pairs.recall:7.1f} {pairs.f1:6.1f} {right:12.1f} % {off:8.2f}")
    kinds = score_kinds(filed, found)
    print("found to go back to its report: " + ", ".join(f"{kind} {a}/{b}" for kind, (a, b) in kinds.items()))
    by_prints, of = met_by([set(each) for each in filed.signatures], filed.made)
    by_bands, _ = met_by([bands_of(each.text) for each in filed.made], filed.made)
    print(f"copies and passages that meet their report: {by_prints} of {of}; by bands of MinHashes {by_bands}")
    if errors:
        show_errors(filed, found, relations, claims)
    told = score_claims(claims, counters["Onrecord"])
    figures = {
        "precision": scores["Onrecord"].precision,
        "recall": scores["Onrecord"].recall,
        "f1": scores["Onrecord"].f1,
        "passages_f1": scores["passages of another's report"].f1,
        "claims_f1": told[0].f1,
        "claims_right": told[1],
    }
    return {f"{half}_{name}": round(value, 1) for name, value in figures.items()}


def show_errors(
    filed: Filed, found: Sequence[int], relations: dict[tuple[int, int], Relation], claims: Sequence[Claim]
) -> None:
    """Each document that was given to another report than its own, and each claim that was counted wrongly."""
    for key, each in enumerate(filed.made):
        if each.base is not None and filed.made[found[key]].base != each.base:
            print(f"{each.kind} of {each.base} goes to {filed.made[found[key]].kind} of {filed.made[found[key]].base}")
    originals = {each.base: key for key, each in enumerate(filed.made) if each.kind == "original"}
    for key, each in enumerate(filed.made):
        root = originals.get(each.base)
        if each.base is not None and root is not None and found[key] != found[root]:
            relation = relations.get((min(root, key), max(root, key)))
            print(f"{each.kind} of {each.base} lost: {relation and (relation.kind, relation.reasons)}")
    count = origins_counter(filed, relations)
    for claim in claims:
        numbers = count(claim)
        if len(set(numbers)) != len(set(claim.bases)):
            first = claim.places[0]
            print(f"claim {filed.made[first.document].text[first.start : first.end]!r}")
            for place, base, number in zip(claim.places, claim.bases, numbers, strict=True):
                print(f"    {number:2} {base:20} {filed.made[place.document].kind}")


def speed(filed: Filed) -> dict[str, float]:
    """Milliseconds for a document of 600 words: its signature, aligning and relating it with another of that length."""
    texts = [each.text for each in filed.made if each.kind == "original"]
    long = ["\n".join(texts[i : i + 3]) for i in (0, 1)]
    reports = [Report(i, text) for i, text in enumerate(long)]
    passages = align(*long)
    jobs: dict[str, Callable[[], object]] = {
        "signature_ms": lambda: signature(long[0]),
        "align_ms": lambda: align(*long),
        "relate_ms": lambda: relate(*reports, passages),
    }
    found = {name: round(1000 * min(_timed(job) for _ in range(30)), 2) for name, job in jobs.items()}
    words = [len(words_of(text)) for text in long]
    print(
        f"\nof {words[0]} and {words[1]} words, two thirds shared: " + ", ".join(f"{n} {v}" for n, v in found.items())
    )
    return found


def _timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "kept"), action="append")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--choose", action="store_true", help="try thresholds on the open half")
    parser.add_argument("--errors", action="store_true", help="what is wrong in the open half")
    arguments = parser.parse_args()
    if arguments.choose:
        print(choose(file_documents("open", arguments.seed)))
        return
    figures: dict[str, float] = {}
    for half in arguments.half or ("open", "kept"):
        figures |= measure(half, arguments.seed, errors=arguments.errors and half == "open")
    figures |= speed(file_documents("open", arguments.seed))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
