"""What an HTML page says of itself: title, outlet, authors, dates, language.

JSON-LD first, then meta tags, then the page's own header: the order in which publishers keep them right. What the page
does not say stays None; no date is guessed from the body.
"""

import html
import re
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.documents.authors import author_names, turned
from onrecord.documents.dates import read_day
from onrecord.documents.json_ld import read_article_facts

Metas = dict[str, list[str]]

TITLE_METAS = [
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "headline",
    "title",
]
OUTLET_METAS = [
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "citation_journal_title",
    "publisher",
]
AUTHOR_METAS = [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "byl",
    "sailthru.author",
]
PUBLISHED_METAS = [
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
    "og:article:published_time",
]
MODIFIED_METAS = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "og:article:modified_time",
]
BYLINES = '[rel="author"], [itemprop="author"], .byline .author, .author-name, .byline, .author'
LONGEST_BYLINE = 8
# `Published on`, `Last updated`: words before a date that say which it is.
LONGEST_LABEL = 3
# What the page's own header calls its dates.
MARKS = {
    "published": re.compile(
        r"publish|pubdate|created|issued|posted|timestamp|(?:^|[\s_-])date(?:$|[\s_-])", re.IGNORECASE
    ),
    "modified": re.compile(r"modif|updated", re.IGNORECASE),
}
# A date or a name in these belongs to something else.
ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related\w*|recommend\w*|teasers?|sidebar|aside|comments?|footer|nav|most-?(?:read|viewed)|latest|ticker"
    r"|widget|promo|more|read-?next|cards?|live-?post|update)(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; dates as EDTF days."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    canonical: str | None = None


def read_metadata(page: LexborHTMLParser) -> Metadata:
    """The metadata of a parsed page."""
    metas = _metas(page)
    headline = _first(metas, TITLE_METAS) or _text(page, "h1")
    facts = read_article_facts(page, headline)
    outlet = _name(facts.get("publisher")) or _first(metas, OUTLET_METAS) or _name(facts.get("sourceOrganization"))
    return Metadata(
        title=_title([_words(facts.get("headline")), headline, _text(page, "h1"), _text(page, "title")], outlet),
        outlet=outlet,
        authors=_authors(facts.get("author") or facts.get("creator")) or _meta_authors(metas) or _byline(page),
        published=read_day(facts.get("datePublished"))
        or _first_day(metas, PUBLISHED_METAS)
        or _day_of(page, "published"),
        modified=read_day(facts.get("dateModified")) or _first_day(metas, MODIFIED_METAS) or _day_of(page, "modified"),
        language=_language(page, metas, facts),
        canonical=_canonical(page),
    )


def _metas(page: LexborHTMLParser) -> Metas:
    metas: Metas = {}
    for node in page.css("meta[content]"):
        value = _words(node.attributes.get("content"))
        for kind in ("property", "name", "itemprop"):
            name = node.attributes.get(kind)
            if name and value:
                metas.setdefault(name.lower(), []).append(value)
    return metas


def _first(metas: Metas, names: list[str]) -> str | None:
    return next((value for name in names for value in metas.get(name, []) if "://" not in value), None)


def _first_day(metas: Metas, names: list[str]) -> str | None:
    return next((day for name in names for value in metas.get(name, []) if (day := read_day(value))), None)


def _title(candidates: list[str | None], outlet: str | None) -> str | None:
    """The first title that is not the outlet's name, without that name behind it."""
    for title in candidates:
        bare = re.sub(rf"\s+[|·•–—-]\s+{re.escape(outlet)}$", "", title) if title and outlet else title
        if bare and bare != outlet:
            return bare
    return None


def _day_of(page: LexborHTMLParser, kind: str) -> str | None:
    """The day of the `<time>` that carries the article's own date: one marked as such, else one beside the headline."""
    times = [node for node in page.css("time") if not _is_elsewhere(node)]
    marked = [node for node in times if _is_marked(node, kind)]
    if kind == "published":
        marked += [node for node in times if _is_beside_headline(node) and not _is_marked(node, "modified")]
    return next((day for node in marked if (day := read_day(node.attributes.get("datetime") or node.text()))), None)


def _is_marked(node: LexborNode, kind: str) -> bool:
    attributes = [each.attributes for each in (node, node.parent) if each is not None]
    says = " ".join(str(each.get(name) or "") for each in attributes for name in ("itemprop", "class", "id"))
    if (before := node.prev) is not None and before.tag == "-text":
        says += " " + " ".join((before.text() or "").split()[-LONGEST_LABEL:])
    return MARKS[kind].search(says) is not None or (kind == "published" and "pubdate" in node.attributes)


def _is_beside_headline(node: LexborNode) -> bool:
    above = node.parent
    return any(
        each is not None and each.tag in ("header", "div", "section") and each.css_first("h1") is not None
        and len((each.text() or "").split()) < 80
        for each in (above, above.parent if above is not None else None)
    )  # fmt: skip


def _is_elsewhere(node: LexborNode) -> bool:
    """Whether a node stands in a teaser, a sidebar, the comments, or inside a sentence of the text."""
    above = node.parent
    while above is not None and above.tag not in ("body", "html"):
        says = f"{above.tag} {above.attributes.get('class') or ''} {above.attributes.get('id') or ''}"
        if ELSEWHERE.search(says) or (above.tag in ("p", "li", "a") and len((above.text() or "").split()) > 12):
            return True
        above = above.parent
    return False


def _authors(value: Any) -> tuple[str, ...]:
    names: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        name = _name(each)
        if name and isinstance(each, dict) and str(each.get("@type")).endswith("Organization"):
            names += [name] if "://" not in name else []
        elif name:
            names += author_names([name])
    return tuple(dict.fromkeys(names))


def _meta_authors(metas: Metas) -> tuple[str, ...]:
    for key in AUTHOR_METAS:
        values = metas.get(key, [])
        if names := author_names(map(turned, values) if key == "citation_author" else values):
            return names
    return ()


def _byline(page: LexborHTMLParser) -> tuple[str, ...]:
    """The names in the page's byline; none where it says more than names."""
    for node in page.css(BYLINES):
        text = _words(re.split(r"\s[|·•–—]\s|\n", (node.text() or "").strip())[0])
        if text and len(text.split()) <= LONGEST_BYLINE and not _is_elsewhere(node):
            return author_names([text])
    return ()


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return next((name for each in value if (name := _name(each))), None)
    return _words(value.get("name") if isinstance(value, dict) else value)


def _words(value: Any) -> str | None:
    """A string with its entities decoded and its spaces evened out; None where it is none or empty."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _text(page: LexborHTMLParser, selector: str) -> str | None:
    node = page.css_first(selector)
    return _words(node.text(separator="")) if node is not None else None


def _language(page: LexborHTMLParser, metas: Metas, facts: dict[str, Any]) -> str | None:
    """The primary subtag, such as `en`."""
    node = page.css_first("html")
    said = [node.attributes.get("lang"), node.attributes.get("xml:lang")] if node is not None else []
    for value in [*said, facts.get("inLanguage"), _first(metas, ["og:locale", "content-language", "dc.language"])]:
        if match := re.match(r"\s*([a-z]{2,3})(?:$|[\s_-])", value if isinstance(value, str) else "", re.IGNORECASE):
            return match[1].lower()
    return None


def _canonical(page: LexborHTMLParser) -> str | None:
    node = page.css_first('link[rel="canonical"]')
    value = node.attributes.get("href") if node is not None else None
    return value if value and re.match(r"https?://", value) else None
