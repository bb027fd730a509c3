"""Signatures: a few numbers of a document by which an index finds those that share wording with it.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003): of
every window of shingles the smallest is kept, so that a shared passage as long as a window leaves a shared number
wherever it stands. The window doubles with the text's length until few are left. What is smallest in a wide window is
smallest in the narrower ones within it, so a long document keeps of a passage what a short one keeps too, and the two
still meet.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from onrecord.ledger.origins.words import shingles, words_of

# A passage has to keep this many words in a row somewhere to be found; fewer make formulas of office meet.
SHINGLE = 5
MOST_FINGERPRINTS = 40
# How many documents a caller reads of each fingerprint, the earliest filed first, and compares word by word.
MOST_READ = 50
MOST_COMPARED = 20
WHOLE = 1_000_000
# What is shared with so many documents that it tells of a formula or a footer, not of copying: one fingerprint of 25.
LEAST_WEIGHT = WHOLE // 25


def signature(text: str) -> tuple[int, ...]:
    """At most 40 fingerprints of a text, positive 64-bit integers in ascending order; the same on every machine.

    Two texts of some 300 words that share 20 words in a row have one in common for certain, of 600 words 36, of 1,200
    words 68; where less is shared, often.
    """
    minima = shingles(words_of(text).numbers, SHINGLE)
    window = 1
    while len(set(minima)) > MOST_FINGERPRINTS and len(minima) > window:
        minima = list(map(min, minima, minima[window:]))
        window *= 2
    return tuple(sorted(set(minima))[:MOST_FINGERPRINTS])


def choose_candidates(holders: Mapping[int, Iterable[int]]) -> tuple[int, ...]:
    """Which documents to compare word by word, the likeliest first and at most 20.

    `holders` are, for each fingerprint of a document, the keys of the other documents that have it, at most the
    MOST_READ filed first: so boilerplate costs no more than anything else, and a wire text that hundreds printed still
    leads to its first prints. A fingerprint counts the less the more have it, so that a passage of two documents
    outweighs a footer of fifty, and the less the more of those chosen have it, so that twenty prints of one text do
    not hide the other that was drawn on.
    """
    prints: dict[int, list[int]] = defaultdict(list)
    # Whole numbers, because a sum of fractions would hang on their order.
    weights = {}
    for fingerprint, found in holders.items():
        keys = set(found)
        weights[fingerprint] = WHOLE // max(len(keys), 1)
        for key in keys:
            prints[key].append(fingerprint)
    prints = {key: found for key, found in prints.items() if sum(weights[each] for each in found) > LEAST_WEIGHT}
    chosen: list[int] = []
    seen: Counter[int] = Counter()
    while prints and len(chosen) < MOST_COMPARED:
        best = max(prints, key=lambda key: (sum(weights[each] // (1 + seen[each]) for each in prints[key]), -key))
        chosen.append(best)
        seen.update(prints.pop(best))
    return tuple(chosen)
