"""JSON-LD: what a page says of its article for search engines."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

ARTICLE_TYPES = frozenset(
    [
        "AdvertiserContentArticle",
        "AnalysisNewsArticle",
        "Article",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "NewsArticle",
        "OpinionNewsArticle",
        "Report",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "SatiricalArticle",
        "ScholarlyArticle",
        "SocialMediaPosting",
        "SpecialAnnouncement",
        "TechArticle",
    ]
)
# Where an object of a page may stand in another. (Lists of other articles are none of these.)
HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher")
DEEPEST = 6
# What publishers write around and into their JSON: HTML comments, CDATA marks, a comma too many.
WRAPPING = re.compile(r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*$")
LOOSE_COMMA = re.compile(r",(?=\s*[}\]])")

Facts = dict[str, Any]


def read_article_facts(page: LexborHTMLParser, headline: str | None) -> Facts:
    """The JSON-LD object of the page's article, references resolved; an empty one where there is none or it is broken.

    Of several it is the one with the page's `headline`, else the first.
    """
    objects = [each for script in page.css('script[type*="ld+json"]') for each in _objects(_load(script.text()))]
    named = {str(each["@id"]): each for each in objects if "@id" in each and len(each) > 1}
    articles = [each for each in objects if _is_article(each)]
    same = [each for each in articles if headline and str(each.get("headline")).split() == headline.split()]
    chosen: Facts = next(iter(same + articles), {})
    return {key: _resolved(value, named) for key, value in chosen.items()}


def _load(text: str) -> Any:
    """The JSON in a script; None where it is broken, as it often is: the meta tags are still there."""
    bare = WRAPPING.sub("", text)
    for attempt in (bare, LOOSE_COMMA.sub("", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(data: Any, depth: int = 0) -> Iterator[Facts]:
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for each in data:
            yield from _objects(each, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in HOLDERS:
            yield from _objects(data.get(key), depth + 1)


def _is_article(facts: Facts) -> bool:
    kinds = facts.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(re.split(r"[/:#]", str(name))[-1] in ARTICLE_TYPES for name in names)


def _resolved(value: Any, named: dict[str, Facts]) -> Any:
    """A value with `{"@id": …}` replaced by the object of that name."""
    if isinstance(value, list):
        return [_resolved(each, named) for each in value]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value
