"""GUM's entities and coreference, laid over the text as Onrecord reads it (a line a paragraph).

GUM marks every noun phrase that refers, of any kind, with what it is (`person`, `organization`, `place`, `abstract` …)
and which others refer to the same; `Entity=` in the MISC column, described in the file's `# global.Entity` line.
"""

import re
import sys
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation.gum import text_of

PIECES = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of GUM: its place in the text, form, UD part of speech, and its head's index in the document or -1."""

    start: int
    end: int
    text: str
    pos: str
    head: int


@dataclass(frozen=True, slots=True)
class GoldMention:
    """tokens[first:last] refer to the entity `group`, which is of GUM's type `kind`; tokens[head] is their head."""

    first: int
    last: int
    head: int
    group: str
    kind: str
    wikipedia: str | None


@dataclass(frozen=True)
class GoldText:
    """A document of GUM."""

    name: str
    text: str
    published: str | None
    tokens: tuple[Token, ...]
    mentions: tuple[GoldMention, ...]

    @cached_property
    def bounds(self) -> tuple[list[int], list[int]]:
        """Where the tokens begin, and where they end."""
        return [each.start for each in self.tokens], [each.end for each in self.tokens]

    @cached_property
    def by_bounds(self) -> dict[tuple[int, int], GoldMention]:
        """The mentions by their first and last token."""
        return {(each.first, each.last): each for each in self.mentions}

    @cached_property
    def by_head(self) -> dict[int, GoldMention]:
        """The longest mention of each head token."""
        return {each.head: each for each in sorted(self.mentions, key=lambda each: each.last - each.first)}


def read_gum(path: Path) -> GoldText:
    """A GUM file. Raises ValueError, naming the file, where its tokens are not those of its text."""
    conllu = path.read_text(encoding="utf-8")
    text = text_of(conllu)
    tokens: list[Token] = []
    mentions: list[GoldMention] = []
    open_ones: list[tuple[str, int]] = []
    kinds: dict[str, tuple[str, str | None]] = {}
    position = offset = 0
    closings: list[tuple[str, int, int]] = []
    published = None
    for line in conllu.split("\n"):
        if line.startswith("# meta::dateCreated = "):
            published = line.split(" = ")[1].strip()
        if line.startswith("# sent_id"):
            offset = len(tokens)
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        start = text.find(columns[1], position)
        if start < 0 or start - position > 60:
            raise ValueError(f"{path}: {columns[1]!r} is not at character {position} of its text")
        position = start + len(columns[1])
        head = int(columns[6])
        tokens.append(Token(start, position, columns[1], columns[3], offset + head - 1 if head else -1))
        entity = next((each[7:] for each in columns[9].split("|") if each.startswith("Entity=")), "")
        for piece in PIECES.findall(entity):
            if piece.startswith("("):
                fields = piece.strip("()").split("-")
                group = fields[0]
                if len(fields) > 1:
                    identity = "-".join(fields[7:]) or None
                    kinds[group] = (fields[1], identity or kinds.get(group, ("", None))[1])
                open_ones.append((group, len(tokens) - 1))
            if piece.endswith(")"):
                group = piece.strip("()").split("-")[0]
                place = max(i for i, (each, _) in enumerate(open_ones) if each == group)
                closings.append((group, open_ones.pop(place)[1], len(tokens)))
    for group, first, last in sorted(closings, key=lambda each: (each[1], -each[2])):
        kind, link = kinds[group]
        mentions.append(GoldMention(first, last, head_of(tokens, first, last), group, kind, link))
    return GoldText(path.stem, text, published, tuple(tokens), tuple(mentions))


def head_of(tokens: list[Token] | tuple[Token, ...], first: int, last: int) -> int:
    """The first token of a stretch whose head lies outside it."""
    return next((index for index in range(first, last) if not first <= tokens[index].head < last), first)


def mention_of(gold: GoldText, span: tuple[int, int]) -> GoldMention | None:
    """The gold mention of a span: the one of the same bounds, else the longest with the same head."""
    starts, ends = gold.bounds
    first, last = bisect_left(ends, span[0] + 1), bisect_left(starts, span[1])
    if first >= last:
        return None
    exact = gold.by_bounds.get((first, last)) or gold.by_bounds.get((first, last + 1))
    return exact or gold.by_head.get(head_of(gold.tokens, first, last))
