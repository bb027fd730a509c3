"""A first pass over a page's markup: what no article needs goes, and what would hold up a parser is refused.

Parsers need time with the square of the depth of a page, of its unclosed formatting tags or of one tag's attributes;
this pass needs it with the page's length only. It reads tags as the WHATWG's tokenizer does.
"""

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.errors import TooLarge

# Bounds that no article comes near; under them every later step was measured to stay within seconds.
MOST_MARKUP = 4_000_000
MOST_TAGS = 60_000
MOST_OPEN = 1_000
MOST_ATTRIBUTES = 400
LONGEST_TAG = 20_000
LONGEST_JSON_LD = 1_000_000

# These say how words look; they may stand inside one. (`<a>` stays: links tell an article from a menu.)
FORMATTING = frozenset(["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
# These close themselves, so that they may be open a thousand times.
NOT_NESTING = frozenset(
    [
        "a",
        "area",
        "base",
        "body",
        "br",
        "col",
        "colgroup",
        "dd",
        "dt",
        "embed",
        "head",
        "hr",
        "html",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "param",
        "source",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "track",
        "wbr",
    ]
)
# What stands between these is for machines or menus.
RAW = {name: re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE) for name in ("script", "select", "style")}

ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+"""
TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:{ATTRIBUTE}){{0,{MOST_ATTRIBUTES}}}+)[\s/]*+>")
UNENDED = re.compile(rf"(?:{ATTRIBUTE})*+[\s/]*+\Z")


@dataclass(frozen=True, slots=True)
class Slimmed:
    """Markup without scripts (but JSON-LD), styles, menus and formatting tags, and how many characters were script."""

    markup: str
    script: int


def slim(markup: str, where: str) -> Slimmed:
    """The markup that a parser may have.

    Raises TooLarge, naming `where`, for too much markup or too many tags, for tags that are left open by the thousand,
    and for a tag with hundreds of attributes.
    """
    kept: list[str] = []
    still_open: Counter[str] = Counter()
    position, tags, script = 0, 0, 0
    while (start := markup.find("<", position)) >= 0:
        kept.append(markup[position:start])
        tag = TAG.match(markup, start)
        if tag is None:
            position = _after_no_tag(markup, start, kept, where)
            continue
        name, position = tag[2].lower(), tag.end()
        if name in RAW and not tag[1]:
            end = RAW[name].search(markup, position)
            position = end.end() if end else len(markup)
            script += position - start if name == "script" else 0
            if "ld+json" in tag[3].lower() and position - start < LONGEST_JSON_LD:
                kept.append(markup[start:position])
        elif name not in FORMATTING:
            kept.append(tag[0] if len(tag[0]) < LONGEST_TAG else f"<{tag[1]}{name}>")
            tags += 1
            _count(still_open, name, bool(tag[1]), where)
        if tags > MOST_TAGS:
            raise TooLarge(where, f"holds over {MOST_TAGS:,} tags; this is no article page")
    kept.append(markup[position:])
    slimmed = "".join(kept)
    if len(slimmed) > MOST_MARKUP:
        raise TooLarge(where, f"holds over {MOST_MARKUP:,} characters beside its scripts; this is no article page")
    return Slimmed(slimmed, script)


def _count(still_open: Counter[str], name: str, closes: bool, where: str) -> None:
    if name in NOT_NESTING:
        return
    still_open[name] = max(0, still_open[name] + (-1 if closes else 1))
    if still_open[name] > MOST_OPEN:
        raise TooLarge(where, f"opens over {MOST_OPEN:,} <{name:.20}> tags in one another; this is no article page")


def _after_no_tag(markup: str, start: int, kept: list[str], where: str) -> int:
    """Where to read on after a `<` that begins no whole tag: a comment, a declaration, a cut-off tag, or just a `<`."""
    if markup.startswith("<!--", start):
        end = markup.find("-->", start + 2)
        return end + 3 if end >= 0 else len(markup)
    if markup.startswith(("<!", "<?"), start):
        end = markup.find(">", start)
        kept.append(markup[start : end + 1])
        return end + 1 if end >= 0 else len(markup)
    if re.compile(r"/?[a-zA-Z]").match(markup, start + 1):
        if UNENDED.match(markup, start + 1):
            return len(markup)
        raise TooLarge(where, f"has a tag with over {MOST_ATTRIBUTES} attributes; this is no article page")
    kept.append("&lt;")
    return start + 1
