"""An issue: a name and the words that put a statement on it."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.codebooks.registry import cut_words
from onrecord.errors import IssueError

# Other rules of matching find other statements, so a change to them counts as one to every issue.
RULES = "issue rules 1"


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as its file defines it; what phrases and names match is said in docs/issues-and-positions.md.

    What stands wholly within an `excluded` phrase does not count.
    """

    id: str
    title: str
    phrases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The hash of all that decides what is on the issue; the title and the order of the words do not."""
        words = [RULES, self.id, *(sorted(set(each)) for each in (self.phrases, self.names, self.excluded))]
        return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:12]


def topic(words: str) -> Issue:
    """An issue made on the fly from a user's words: one phrase, or several parted by commas.

    Its id is the words with hyphens between them. Raises IssueError where there is no word.
    """
    phrases = tuple(" ".join(each.split()) for each in words.split(",") if cut_words(each))
    if not phrases:
        raise IssueError(f"{words!r} has no word to look for; give an issue's name or a phrase")
    name = "-".join(word.folded for phrase in phrases for word in cut_words(phrase))
    return Issue(re.sub(r"[^\w-]+", "", name), ", ".join(phrases), phrases)


def choose_issue(issues: Iterable[Issue], words: str) -> Issue:
    """The issue that is called so, by its id or its title in any case, else the words as a topic of their own."""
    wanted = words.strip().casefold()
    named = (issue for issue in issues if wanted in (issue.id, issue.title.casefold()))
    return next(named, None) or topic(words)
