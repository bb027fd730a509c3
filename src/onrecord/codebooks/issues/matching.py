"""Finding the issues that words are on, with the phrase that says so and its place."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebooks.issues.issue import Issue
from onrecord.codebooks.issues.patterns import Pattern, name_pattern, phrase_pattern, word_of
from onrecord.codebooks.registry.names import WORD
from onrecord.record import Span, Spans

SENTENCE_END = re.compile(r"[.;:!?\n…]")
PAUSE = re.compile(r"[,()—–\[\]]")


@dataclass(frozen=True, slots=True)
class IssueMatch:
    """That words are on an issue: its id, the phrase or name as the issue's file has it, and where it stands."""

    issue: str
    phrase: str
    span: Span


class IssueMatcher:
    """Finds the issues of a set in words; may be asked from several threads."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        self._by_stem: dict[str, list[Pattern]] = defaultdict(list)
        self._by_word: dict[str, list[Pattern]] = defaultdict(list)
        self._by_beginning: list[Pattern] = []
        for pattern in (each for issue in self.issues for each in _patterns(issue)):
            self._file(pattern)
        # Most words of the news begin no phrase, and all are asked about again and again.
        self._beginning_with = lru_cache(maxsize=131072)(self._find_beginning_with)

    def match(self, words: str) -> tuple[IssueMatch, ...]:
        """The issues that words are on, in the order of the words; offsets count into them."""
        return self.match_spans((Span(0, len(words), words),)) if words else ()

    def match_spans(self, spans: Spans) -> tuple[IssueMatch, ...]:
        """The same for the pieces of a content, with the spans of the document's text; no phrase runs over a gap."""
        return tuple(match for span in spans for match in self._match_in(span))

    def _match_in(self, span: Span) -> Iterator[IssueMatch]:
        written = WORD.findall(span.text)
        starts = [
            (index, pattern)
            for index, each in enumerate(written)
            if (known := self._beginning_with(each))
            for pattern in known.with_next(written[index + 1 : index + 2])
        ]
        if not starts:
            return
        places = [match.span() for match in WORD.finditer(span.text)]
        for pattern, first, last in _chosen(list(_found(span.text, written, places, starts))):
            start, end = places[first][0], places[last - 1][1]
            where = Span(span.start + start, span.start + end, span.text[start:end])
            yield IssueMatch(pattern.issue, pattern.phrase, where)

    def _file(self, pattern: Pattern) -> None:
        first = pattern.parts[0]
        match first.fit:
            case "stem":
                self._by_stem[first.value].append(pattern)
            case "beginning":
                self._by_beginning.append(pattern)
            case "word" | "capitals":
                self._by_word[first.value].append(pattern)

    def _find_beginning_with(self, written: str) -> "_Beginnings | None":
        word = word_of(written)
        listed = (*self._by_stem.get(word.stem, ()), *self._by_word.get(word.folded, ()), *self._by_beginning)
        fitting = [pattern for pattern in listed if pattern.parts[0].fits(word)]
        return _Beginnings(fitting) if fitting else None


class _Beginnings:
    """The patterns that one word begins, by the word that must follow: `the` begins many, and few of them are there."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._anyhow: list[Pattern] = []
        self._by_next: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            following = pattern.parts[1] if len(pattern.parts) > 1 else None
            is_told = following is not None and following.fit == "stem" and not following.gap
            (self._by_next[following.value] if following and is_told else self._anyhow).append(pattern)

    def with_next(self, written: list[str]) -> list[Pattern]:
        """Those that may stand here, given the word that follows, if any."""
        if not self._by_next or not written:
            return self._anyhow
        return self._anyhow + self._by_next.get(word_of(written[0]).stem, [])


def _patterns(issue: Issue) -> Iterator[Pattern]:
    for phrase in issue.phrases:
        yield phrase_pattern(issue.id, phrase)
    for name in issue.names:
        yield name_pattern(issue.id, name)
    for phrase in issue.excluded:
        yield phrase_pattern(issue.id, phrase, excludes=True)


Found = tuple[Pattern, int, int]
"""A pattern and the words that it matches, from the first to before the last."""


def _found(
    text: str, written: list[str], places: list[tuple[int, int]], starts: list[tuple[int, Pattern]]
) -> Iterator[Found]:
    words = [word_of(each) for each in written]
    breaks = [0, *(_break(text[left[1] : right[0]]) for left, right in itertools.pairwise(places))]
    for first, pattern in starts:
        last = pattern.end(words, first, breaks)
        if last is not None:
            yield pattern, first, last


def _break(between: str) -> int:
    if between == " ":
        return 0
    return 2 if SENTENCE_END.search(between) else 1 if PAUSE.search(between) else 0


def _chosen(found: list[Found]) -> list[Found]:
    """Of the matches of one issue that overlap the longest, the first of equal ones; none within an exclusion."""
    chosen: list[Found] = []
    taken: dict[str, set[int]] = defaultdict(set)
    excluded = [each for each in found if each[0].excludes]
    wanted = [each for each in found if not each[0].excludes and not any(_lies_in(each, other) for other in excluded)]
    for pattern, first, last in sorted(wanted, key=lambda each: (each[1] - each[2], each[1])):
        if taken[pattern.issue].isdisjoint(range(first, last)):
            taken[pattern.issue].update(range(first, last))
            chosen.append((pattern, first, last))
    return sorted(chosen, key=lambda each: (each[1], each[2], each[0].issue))


def _lies_in(found: Found, exclusion: Found) -> bool:
    return found[0].issue == exclusion[0].issue and exclusion[1] <= found[1] and found[2] <= exclusion[2]
