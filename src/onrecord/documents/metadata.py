"""What an HTML page says of itself: title, outlet, authors, dates, language.

JSON-LD first, then meta tags, then the page's own header: the order in which publishers keep them right. What the page
does not say stays None; no date is guessed from the body.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Review|Scholarly|Tech|AskPublic|SatiricalNews)?(?:News)?Article$"
    r"|SocialMediaPosting|BlogPosting|LiveBlogPosting|Report$|PressRelease|SpecialAnnouncement"
)
DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)")
SPLIT_AUTHORS = re.compile(r"\s*(?:,|;|\band\b|&|\|)\s*", re.IGNORECASE)
BY = re.compile(r"^\s*(?:by|von|par|from)\s*:?\s+", re.IGNORECASE)

TITLE_METAS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "title")
OUTLET_METAS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
)
AUTHOR_METAS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "byl",
    "sailthru.author",
)
PUBLISHED_METAS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
    "og:article:published_time",
)
MODIFIED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
)
# A date in these says when something else was published.
ELSEWHERE = re.compile(
    r"related|recommend|teaser|sidebar|aside|comment|footer|nav|most-?read|latest|ticker|widget|promo|more-",
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
    ld = _article_ld(page)
    metas = _metas(page)
    return Metadata(
        title=_words(ld.get("headline")) or _first(metas, TITLE_METAS) or _text(page, "h1") or _text(page, "title"),
        outlet=_name(ld.get("publisher")) or _first(metas, OUTLET_METAS) or _name(ld.get("sourceOrganization")),
        authors=_authors(ld.get("author")) or _meta_authors(metas) or _byline(page),
        published=_day(ld.get("datePublished")) or _first_day(metas, PUBLISHED_METAS) or _time(page, "published"),
        modified=_day(ld.get("dateModified")) or _first_day(metas, MODIFIED_METAS) or _time(page, "modified"),
        language=_language(page),
        canonical=_canonical(page),
    )


def _article_ld(page: LexborHTMLParser) -> dict[str, Any]:
    """The JSON-LD object of the page's article; an empty one where there is none or it is broken."""
    items: list[dict[str, Any]] = []
    for script in page.css('script[type="application/ld+json"]'):
        try:
            items += _objects(json.loads(script.text(), strict=False))
        except (ValueError, RecursionError):
            continue  # publishers break it often; the meta tags are still there
    named = {str(item["@id"]): item for item in items if "@id" in item and len(item) > 1}
    for item in items:
        kinds = item.get("@type")
        if any(ARTICLE_TYPES.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            return {key: _resolved(value, named) for key, value in item.items()}
    return {}


def _resolved(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """A value with `{"@id": …}` replaced by the object of that name: so @graph pages refer to their publisher."""
    if isinstance(value, list):
        return [_resolved(each, named) for each in value]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(data, list) and depth < 6:
        for each in data:
            yield from _objects(each, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            if isinstance(data.get(key), dict | list) and depth < 6:
                yield from _objects(data[key], depth + 1)


def _metas(page: LexborHTMLParser) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for node in page.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        value = _words(node.attributes.get("content"))
        if name and value:
            metas.setdefault(name.lower(), []).append(value)
    return metas


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _first_day(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((day for name in names for value in metas.get(name, []) if (day := _day(value))), None)


def _day(value: Any) -> str | None:
    """The day as the page writes it, in its own time zone; None where it is no ISO date."""
    match = DATE.match(str(value).strip()) if isinstance(value, str) else None
    if match is None or not 1 <= int(match[2]) <= 12 or not 1 <= int(match[3] or 1) <= 31:
        return None
    return match[0]


def _time(page: LexborHTMLParser, kind: str) -> str | None:
    """The day of the `<time>` that carries the article's own date: one marked as such, else the first in its header."""
    times = [node for node in page.css("time[datetime]") if not _is_elsewhere(node)]
    marked = [node for node in times if _marks(node, kind)]
    if kind == "published":
        marked += [node for node in times if not _marks(node, "modified")]
    return next((day for node in marked if (day := _day(node.attributes.get("datetime")))), None)


def _marks(node: LexborNode, kind: str) -> bool:
    says = " ".join(str(node.attributes.get(name) or "") for name in ("itemprop", "class", "pubdate", "id")).lower()
    words = ("publish", "pubdate", "created", "issued") if kind == "published" else ("modif", "updat")
    return any(word in says for word in words) or (kind == "published" and "pubdate" in node.attributes)


def _is_elsewhere(node: LexborNode) -> bool:
    """Whether a node stands in a teaser, a sidebar, the comments, or inside a paragraph of the text itself."""
    above = node.parent
    while above is not None and above.tag not in ("body", "html", "-undef"):
        says = f"{above.tag} {above.attributes.get('class') or ''} {above.attributes.get('id') or ''}"
        if ELSEWHERE.search(says) or (above.tag == "p" and len((above.text() or "").split()) > 25):
            return True
        above = above.parent
    return False


def _authors(value: Any) -> tuple[str, ...]:
    names = [_name(each) for each in (value if isinstance(value, list) else [value])]
    return _clean_authors([name for name in names if name])


def _meta_authors(metas: dict[str, list[str]]) -> tuple[str, ...]:
    return next((names for key in AUTHOR_METAS if (names := _clean_authors(metas.get(key, [])))), ())


def _byline(page: LexborHTMLParser) -> tuple[str, ...]:
    for selector in ('[rel="author"]', '[itemprop="author"]', ".byline .author", ".author-name", ".byline"):
        for node in page.css(selector):
            if not _is_elsewhere(node):
                names = _clean_authors([re.split(r"\s[|·•–—]\s|\n", node.text().strip())[0]])
                if names and all(len(name.split()) <= 5 for name in names):
                    return names
    return ()


def _clean_authors(values: list[str]) -> tuple[str, ...]:
    """Single names, without `By`, addresses or links."""
    names = [BY.sub("", name).strip() for value in values for name in SPLIT_AUTHORS.split(BY.sub("", value))]
    kept = [name for name in names if name and "@" not in name and "://" not in name and len(name) < 80]
    return tuple(dict.fromkeys(kept))


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return next((name for each in value if (name := _name(each))), None)
    return _words(value.get("name") if isinstance(value, dict) else value)


def _words(value: Any) -> str | None:
    """A string with its spaces evened out; None where it is none or empty."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _text(page: LexborHTMLParser, selector: str) -> str | None:
    node = page.css_first(selector)
    return _words(node.text(separator=" ")) if node is not None else None


def _language(page: LexborHTMLParser) -> str | None:
    node = page.css_first("html")
    value = (node.attributes.get("lang") or node.attributes.get("xml:lang")) if node is not None else None
    return value.split("-")[0].split("_")[0].lower() if value else None


def _canonical(page: LexborHTMLParser) -> str | None:
    node = page.css_first('link[rel="canonical"]')
    value = node.attributes.get("href") if node is not None else None
    return value if value and re.match(r"https?://", value) else None
